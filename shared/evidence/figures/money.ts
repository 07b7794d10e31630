import { suppressCounts } from '../../core/suppress.ts';
import { uptakeOf, type BursaryCase } from '../../funding/uptake.ts';
import type { OverviewSummary } from '../../scenario/overview-summary.ts';
import type { EvidenceInputs } from '../evidence-inputs.ts';
import { notKnown, type FigureBody } from '../figure.ts';
import { counted, hidden, hoursOf, listOf, percentOf, poundsOf, shownCount } from '../words.ts';
import { step, type WorkingStep } from '../working.ts';

/** Cover, fees less funding on accruals, and both together, by financial year; hidden where it is of few learners. */
export function moneyFigure(summary: OverviewSummary): FigureBody {
  const { years, learners, hoursNotKnown, feesNotKnown } = summary;
  if (years.length === 0) return notKnown('Nothing of the plan falls in this financial year or the next.');
  const { total } = suppressCounts([learners]);
  if (total === null)
    return notKnown('Too few learners are planned for to show the money without pointing to them.');
  const said = years.map(
    (year) =>
      `${year.financialYear} cover ${poundsOf(year.costPence)} and fees less funding ${poundsOf(year.netFeesPence)}, together ${poundsOf(year.netPence)}`,
  );
  const missing = [
    ...(hoursNotKnown === 0
      ? []
      : [`hours of ${counted(suppressCounts([hoursNotKnown]).total, 'learner', 'learners')}`]),
    ...(feesNotKnown === 0
      ? []
      : [`fees of ${counted(suppressCounts([feesNotKnown]).total, 'learner', 'learners')}`]),
  ];
  const without = missing.length === 0 ? '' : ` Not known, and in no sum: ${listOf(missing)}.`;
  return {
    headline: years.map(({ financialYear, netPence }) => `${financialYear} ${poundsOf(netPence)}`).join('; '),
    sentence: `Planned for ${counted(total, 'learner', 'learners')}: ${said.join('; ')}.${without}`,
    table: {
      caption: 'Backfill and fees by financial year',
      columns: ['Financial year', 'Hours to cover', 'Cover', 'Fees less funding', 'Together'].map(
        (label, index) => ({ label, numeric: index > 0 }),
      ),
      rows: years.map((year) => [
        year.financialYear,
        hoursOf(year.need),
        poundsOf(year.costPence),
        poundsOf(year.netFeesPence),
        poundsOf(year.netPence),
      ]),
    },
    working: years.flatMap((year, index) => [
      step(`${year.financialYear}, hours to cover`, 'hours', year.need, 'model'),
      step(`${year.financialYear}, cover`, 'pounds', year.costPence, 'model'),
      step(`${year.financialYear}, fees less funding`, 'pounds', year.netFeesPence, 'model'),
      step(`${year.financialYear}, together`, 'pounds', year.netPence, {
        sum: [index * 4 + 1, index * 4 + 2],
      }),
    ]),
  };
}

type RoundRow = {
  readonly cells: readonly string[];
  readonly steps: (first: number) => readonly WorkingStep[];
};

/** Accepted and eligible of one round; both hidden, and the share, where either part is few. */
function uptakeRow(round: string, cases: readonly BursaryCase[]): RoundRow {
  const { accepted, of, uptakeBp } = uptakeOf(cases);
  const { counts, total } = suppressCounts([of - accepted, accepted]);
  const taken = counts[1] ?? null;
  const isShown = taken !== null && total !== null && uptakeBp !== null;
  const share = uptakeBp !== null && isShown ? percentOf(uptakeBp) : hidden;
  return {
    cells: [round, shownCount(taken), shownCount(total), of === 0 ? 'nobody to count' : share],
    // Those who did not take it up are in no cell, and so in no step that shows.
    steps: (first) => [
      step(`${round}, accepted`, 'people', accepted, 'counted', taken !== null),
      step(`${round}, eligible with a place`, 'people', of, 'counted', total !== null),
      ...(uptakeBp === null
        ? []
        : [step(`${round}, uptake`, 'percent', uptakeBp, { share: [first, first + 1] }, isShown)]),
    ],
  };
}

/** Bursaries accepted over eligible people with an offer of a place, by round. */
export function bursaryFigure({ bursaries }: EvidenceInputs): FigureBody {
  const recorded = bursaries.filter(({ award }) => award !== null);
  if (recorded.length === 0) return notKnown('No bursary application is recorded.');
  const rounds = [...new Set(recorded.map(({ round }) => round))].sort();
  const lines = rounds.map((round) =>
    uptakeRow(
      round,
      bursaries.filter((one) => one.round === round),
    ),
  );
  const rows = lines.map(({ cells }) => cells);
  return {
    headline: rows.map(([round = '', , , share = '']) => `${round} ${share}`).join('; '),
    sentence: `Bursaries accepted, of eligible people with an offer of a place: ${rows.map(([round = '', accepted = '', of = '', share = '']) => `${round} ${accepted} of ${of} (${share})`).join('; ')}.`,
    table: {
      caption: 'Bursary uptake by round',
      columns: ['Round', 'Accepted', 'Eligible with a place', 'Uptake'].map((label, index) => ({
        label,
        numeric: index > 0,
      })),
      rows,
    },
    working: lines.reduce<readonly WorkingStep[]>((all, { steps }) => [...all, ...steps(all.length)], []),
  };
}
