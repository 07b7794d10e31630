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
export function inputRows({ team, lines, year, rates }: TeamWorking, set: ParameterSet): readonly InputRow[] {
  const { released = 0, need = 0 } = team.byYear.find(({ financialYear }) => financialYear === year) ?? {};
  const uncovered = team.absorbed.find(({ financialYear }) => financialYear === year);
  const fillBp = rates.some(({ rung }) => rung !== undefined) ? null : (lines[0]?.fillBp ?? null);
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

/** Every rate of the year, line by line, adding up to it to the penny; and the next year's, not used here. */
export function rateRows(working: TeamWorking, set: ParameterSet): readonly InputRow[] {
  const { rates } = working;
  return [...rates.flatMap((rate) => rowsOfRate(rate, set)), ...nextRow(working)];
}

/** "An hour of cover, 2027/28, from 13 October 2027". */
function hourOf({ rung, financialYear, from }: RateUsed): string {
  const what = rung === undefined ? `cover, ${financialYear}` : rungNames[rung].toLowerCase();
  return `An hour of ${what}${from === undefined ? '' : `, from ${longDate(from)}`}`;
}

function originOf({ origin, rung }: RateUsed): string {
  if (origin === 'worked-out') return 'Worked out from the cover band, at the values from that day on';
  return rung === undefined ? 'Typed in the team sheet' : 'Typed by the trust';
}

/** A rate: its terms and then their sum. */
function rowsOfRate(rate: RateUsed, set: ParameterSet): InputRow[] {
  const label = hourOf(rate);
  const terms = rate.lines.map((line): InputRow => ({
    key: `${label} ${line.label}`,
    label: line.label,
    value: poundsAndPence(line.pence),
    source: sourcesOf(line.uses, set),
    status: line.uses.length === 0 ? null : weakestStatus(line.uses),
  }));
  const value = poundsAndPence(rate.pence);
  return [...terms, { key: label, label, value, source: originOf(rate), status: rate.status, isTotal: true }];
}

/** What an hour of the bank costs from next April, of a team without a policy. */
function nextRow({ team, year, rates }: TeamWorking): InputRow[] {
  const next = team.rates.find(({ financialYear }) => financialYear > year);
  if (next === undefined || rates.length === 0 || next.rung !== undefined) return [];
  return [
    {
      key: 'next',
      label: `Next, ${next.financialYear}, not used here`,
      value: poundsAndPence(next.pence),
      source: next.origin === 'typed' ? 'Typed in the team sheet' : 'Worked out in the same way',
      status: next.status,
    },
  ];
}
