import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import {
  weakestStatus,
  type ParameterSet,
  type ParameterStatus,
  type ParameterUse,
} from '../../shared/parameters/types.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import type { AssumedInput } from '../../shared/scenario/ward-of-plan.ts';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { poundsAndPence } from '../format/money.ts';
import { percent } from '../format/shares.ts';
import { rungNames } from './rung-names.ts';
import type { Working } from './working.ts';

/** One input of a team's cost: its value, where it comes from, and how far that can be relied on. */
export type InputRow = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** `null` for the trust's own figure, which carries no badge. */
  readonly status: ParameterStatus | null;
  readonly isTotal?: true;
};

const coverPolicy = { source: 'The team’s cover policy', status: null } as const;
const ownFigure = { source: 'The team sheet', status: null } as const;

/** "NHS terms and conditions 2026/27, from 1 April 2026; …": every row behind an amount, once. */
export function sourcesOf(uses: readonly ParameterUse[], set: ParameterSet): string {
  const said = uses.map(({ code, effectiveFrom }) => {
    const row = rowsOf(set, code).find((one) => one.effectiveFrom === effectiveFrom);
    return row === undefined ? code : `${row.source}, from ${longDate(row.effectiveFrom)}`;
  });
  return [...new Set(said)].join('; ');
}

type TeamWorking = Extract<Working, { kind: 'team' }>;

function assumedOr(
  assumed: readonly AssumedInput[],
  input: AssumedInput['input'],
  set: ParameterSet,
): Pick<InputRow, 'source' | 'status'> {
  const found = assumed.find((one) => one.input === input);
  return found === undefined ? ownFigure : { source: sourcesOf(found.uses, set), status: 'assumption' };
}

/** How the hours to cover were made: what is released, less what needs no cover. */
export function inputRows(
  { team, lines, year, rungRates }: TeamWorking,
  set: ParameterSet,
): readonly InputRow[] {
  const { released = 0, need = 0 } = team.byYear.find(({ financialYear }) => financialYear === year) ?? {};
  const uncovered = team.absorbed.find(({ financialYear }) => financialYear === year);
  const fillBp = rungRates.length > 0 ? null : (lines[0]?.fillBp ?? null);
  const time = (
    key: string,
    label: string,
    minutes: number,
    from: Pick<InputRow, 'source' | 'status'>,
  ): InputRow => ({
    key,
    label,
    value: `${hours(minutes)} h`,
    ...from,
  });
  const share = assumedOr(team.assumed, 'backfill-share', set);
  return [
    time('released', 'Released for study', released, { source: 'The learner sheet', status: null }),
    time(
      'headroom',
      `Less study headroom, ${hours(team.headroomMinutes ?? 0)} h a week`,
      -(uncovered?.headroom ?? 0),
      ownFigure,
    ),
    ...(uncovered === undefined || uncovered.lapsed === 0
      ? []
      : [
          time('lapsed', 'Less what lapses with own absence', -uncovered.lapsed, {
            source: 'The learner’s agreement',
            status: null,
          }),
        ]),
    ...(uncovered === undefined || uncovered.ownTime === 0
      ? []
      : [time('ownTime', 'Less what is done in own time', -uncovered.ownTime, coverPolicy)]),
    time(
      'absorbed',
      `Less what the team absorbs: ${percent(team.backfillBp ?? 0)} is covered`,
      -(uncovered?.absorbed ?? 0),
      share,
    ),
    { ...time('need', 'To be covered', need, { source: '', status: null }), isTotal: true },
    ...(fillBp === null
      ? []
      : [
          {
            key: 'fill',
            label: 'Filled by the bank',
            value: percent(fillBp),
            ...assumedOr(team.assumed, 'fill', set),
          },
        ]),
  ];
}

/** The rate of the year, line by line, adding up to it to the penny; and the next year's, not used here. */
export function rateRows(working: TeamWorking, set: ParameterSet): readonly InputRow[] {
  const { rate, rungRates } = working;
  if (rungRates.length > 0) return rungRates.flatMap((one) => rungRateRows(one, set));
  return rate === null ? [] : bankRateRows(working, rate, set);
}

/** The rate of one rung, its terms and then their sum. */
function rungRateRows({ rung, pence, origin, status, lines }: RateUsed, set: ParameterSet): InputRow[] {
  const name = rungNames[rung ?? 'planned-bank'];
  const source = origin === 'typed' ? 'Typed by the trust' : 'Worked out at 30 April of the year';
  const sum: InputRow = {
    key: `${name} sum`,
    label: `An hour of ${name.toLowerCase()}`,
    value: poundsAndPence(pence),
    ...{ source, status, isTotal: true },
  };
  const terms = lines.map(({ label, pence: own, uses }): InputRow => ({
    key: `${name} ${label}`,
    label,
    value: poundsAndPence(own),
    source: sourcesOf(uses, set),
    status: uses.length === 0 ? null : weakestStatus(uses),
  }));
  return [...terms, sum];
}

function bankRateRows({ team, year }: TeamWorking, rate: RateUsed, set: ParameterSet): readonly InputRow[] {
  const total: InputRow = {
    key: 'rate',
    label: `An hour of cover, ${year}`,
    value: poundsAndPence(rate.pence),
    source:
      rate.origin === 'typed'
        ? 'Typed in the team sheet'
        : 'Worked out from the cover band at 30 April of the year',
    status: rate.status,
    isTotal: true,
  };
  const lines = rate.lines.map(({ label, pence, uses }, index): InputRow => ({
    key: `line-${index}`,
    label,
    value: poundsAndPence(pence),
    source: sourcesOf(uses, set),
    status: weakestStatus(uses),
  }));
  const next = team.rates.find(({ financialYear }) => financialYear > year);
  const after: readonly InputRow[] =
    next === undefined
      ? []
      : [
          {
            key: 'next',
            label: `Next, ${next.financialYear}, not used here`,
            value: poundsAndPence(next.pence),
            source: next.origin === 'typed' ? 'Typed in the team sheet' : 'Worked out in the same way',
            status: next.status,
          },
        ];
  return [...lines, total, ...after];
}
