import type { WardSums, WardYear } from '../../shared/backfill/ward-answer.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { fineHours, hours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import type { TeamView } from './team-view.ts';

/** One figure: the bare value of the CSV (hours or pounds) and its text; "–" where it does not apply, `null` not known. */
export type CostCell = { readonly value: number | null; readonly text: string | null };

export type CostRow = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'plain' | 'shaded' | 'total';
  /** One for each year, then the total. */
  readonly cells: readonly CostCell[];
};

export type CostTable = { readonly years: readonly FinancialYear[]; readonly rows: readonly CostRow[] };

type Figure = (sums: WardSums) => CostCell;

const minutesCell = (minutes: number): CostCell => ({ value: minutes / 60, text: hours(minutes) });
const fineCell = (minuteBp: number): CostCell => ({ value: minuteBp / 600_000, text: fineHours(minuteBp) });
const poundsCell = (pence: number): CostCell => ({ value: pence / 100, text: pounds(pence) });
const notKnown: CostCell = { value: null, text: null };
const notApplicable: CostCell = { value: null, text: '–' };

/** Fees and what funds them, of the courses that the years touch. Pence. */
function feesOf({ inputs }: TeamView): { readonly fees: number; readonly funding: number } {
  return inputs.fees.reduce(
    (sum, { feePence, count, bursaryPence, bursaryCount }) => ({
      fees: sum.fees + feePence * count,
      funding: sum.funding + bursaryPence * bursaryCount,
    }),
    { fees: 0, funding: 0 },
  );
}

function feesLabel(view: TeamView): string {
  const { question, team } = view;
  if (view.feesNotKnown > 0) return `Fees, not known for ${plural(view.feesNotKnown, 'learner')}`;
  if (team.plan.fees.length > 0) return 'Fees less funding, on accruals';
  const { fees, funding } = feesOf(view);
  const bursaries =
    funding === 0
      ? ''
      : ` less ${plural(question.bursaries, 'bursary', 'bursaries')} of ${pounds(question.bursaryPence)}`;
  return `Fees ${pounds(fees)}${bursaries}, on accruals`;
}

/** Fees of nobody: nobody is charged, so there is nothing to show rather than nought. */
function feesCell(view: TeamView): Figure {
  if (view.inputs.fees.length === 0) return () => (view.feesNotKnown > 0 ? notKnown : notApplicable);
  return ({ netFeesPence }) =>
    view.feesNotKnown > 0 && netFeesPence === 0 ? notKnown : poundsCell(netFeesPence);
}

function cashCell(view: TeamView): Figure {
  if (view.inputs.fees.length === 0) return () => (view.feesNotKnown > 0 ? notKnown : notApplicable);
  const none = view.feesNotKnown > 0 ? notKnown : notApplicable;
  return ({ cashFeesPence }) => (cashFeesPence === 0 ? none : poundsCell(cashFeesPence));
}

type NamedFigure = readonly [key: string, label: string, kind: CostRow['kind'], figure: Figure];

/** "No backfill, work absorbed" is a normal answer; its hours are seen, not lost. */
function absorbedRow({ inputs }: TeamView, gapOf: (sums: WardSums) => number): NamedFigure {
  const label = `Hours absorbed by the team (${percent(10_000 - inputs.backfillBp)} of those beyond headroom)`;
  return ['absorbed', label, 'shaded', (sums) => minutesCell(gapOf(sums) - sums.need)];
}

function rowsOf(view: TeamView): readonly NamedFigure[] {
  const { fillBp, backfillBp } = view.inputs;
  const gaps = view.isFixed ? view.asked.fixedGaps : view.asked.gaps;
  const all = view.years.reduce((sum, { financialYear }) => sum + (gaps[financialYear] ?? 0), 0);
  const gapOf = (sums: WardSums | WardYear): number =>
    'financialYear' in sums ? (gaps[sums.financialYear] ?? 0) : all;
  const isAbsorbed = backfillBp < 10_000;
  const nobody = isAbsorbed ? `${percent(fillBp)} fill, and those absorbed` : `${percent(fillBp)} fill`;
  const net = view.feesNotKnown > 0 ? 'Net, leaving out fees not known' : 'Net, on accruals';
  return [
    ['released', 'Release hours', 'plain', ({ released }) => minutesCell(released)],
    ...(isAbsorbed ? [absorbedRow(view, gapOf)] : []),
    ['need', 'Hours to cover after headroom', 'plain', ({ need }) => minutesCell(need)],
    [
      'unfilled',
      `Hours nobody fills (at ${nobody})`,
      'shaded',
      (sums) => fineCell(gapOf(sums) * 10_000 - sums.filled),
    ],
    ['cover', 'Cover cost', 'plain', ({ costPence }) => poundsCell(costPence)],
    ['fees', feesLabel(view), 'plain', feesCell(view)],
    ['net', net, 'total', ({ netPence }) => poundsCell(netPence)],
    ['cash', 'Cash view: net fees when invoiced', 'plain', cashCell(view)],
  ];
}

/** What of the net is promised already, and what the question adds: only where something is. */
function shareRows({ years, totals, netBefore, learners }: TeamView): CostRow[] {
  if (netBefore === null || learners === 0 || Object.values(netBefore).every((pence) => pence === 0))
    return [];
  const before = years.map(({ financialYear }) => netBefore[financialYear] ?? 0);
  const total = before.reduce((sum, pence) => sum + pence, 0);
  return [
    {
      key: 'before',
      label: 'Of the net: what is promised already',
      kind: 'plain',
      cells: [...before, total].map(poundsCell),
    },
    {
      key: 'added',
      label: 'Of the net: added by this question',
      kind: 'plain',
      cells: [
        ...years.map(({ netPence }, index) => netPence - (before[index] ?? 0)),
        totals.netPence - total,
      ].map(poundsCell),
    },
  ];
}

/**
 * Cost and cover by financial year, in the order of a manager's question: what is released, what has to be covered,
 * what nobody fills, what it costs, and when it is paid. Each year is rounded on its own and may miss the total by £1.
 */
export function costTable(view: TeamView): CostTable {
  const rows = rowsOf(view).map(([key, label, kind, figure]): CostRow => ({
    key,
    label,
    kind,
    cells: [...view.years.map(figure), figure(view.totals)],
  }));
  return { years: view.years.map(({ financialYear }) => financialYear), rows: [...rows, ...shareRows(view)] };
}
