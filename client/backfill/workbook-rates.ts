import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../../shared/calendar/years.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { weakestStatus } from '../../shared/parameters/types.ts';
import type { BoughtRung } from '../../shared/pay/rungs.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { TeamCost } from '../../shared/scenario/cover-by-team.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import { statusNames } from '../components/badges.tsx';
import { columnLetters } from '../format/workbook-cells.ts';
import {
  columnRange,
  onSheet,
  rowOfBook,
  sumFormula,
  type BookCell,
  type BookTable,
} from '../format/workbook.ts';
import { rungNames } from './rung-names.ts';
import { sourcesOf } from './team-inputs.ts';

const sheet = 'Rates';
const poundsColumn = 5;

/** "Planned bank": what a team without a policy has, too. */
export function rungName(rung: BoughtRung | undefined): string {
  return rungNames[rung ?? 'planned-bank'];
}

/** Which rate: a team's, of a year or from a day inside it, for what fills the hour. */
type RateKey = {
  readonly teamId: string;
  readonly year: FinancialYear;
  readonly from: PlainDate | undefined;
  readonly rung: BoughtRung | undefined;
};

function keyOf({ teamId, year, from, rung }: RateKey): string {
  return JSON.stringify([teamId, year, from ?? null, rung ?? null]);
}

/** Where a rate stands on its sheet, for the cost lines to point at. */
export type RatePlaces = ReadonlyMap<string, { readonly place: string; readonly pence: number }>;

/** A rate as a cell: what stands on the sheet of rates, or the bare number where that is not it. */
export function rateCell(places: RatePlaces, key: RateKey, pence: number): BookCell {
  const found = places.get(keyOf(key));
  return found?.pence === pence ? { formula: found.place, result: pence } : pence;
}

/** The lines of a rate, then the rate they add up to. `first` is the row of its first line, from 0. */
function rowsOfRate(team: TeamCost, rate: RateUsed, set: ParameterSet, first: number): readonly BookCell[][] {
  const from = rate.from ?? firstDayOfFinancialYear(rate.financialYear);
  const own = [team.team, rate.financialYear, from, rungName(rate.rung)];
  const parts = rate.lines.map(({ label, pence, uses }) => [
    ...own,
    ...[label, pence, statusNames[weakestStatus(uses)], sourcesOf(uses, set)],
  ]);
  const addsUp =
    rate.lines.length > 0 && rate.lines.reduce((sum, { pence }) => sum + pence, 0) === rate.pence;
  const pounds = addsUp ? sumFormula(columnRange(poundsColumn, parts.length, first), rate.pence) : rate.pence;
  const status = rate.status === null ? 'The trust’s own' : statusNames[rate.status];
  const source = rate.origin === 'typed' ? 'Typed in the team sheet' : 'The parts above';
  return [...parts, [...own, 'An hour of cover', pounds, status, source]];
}

/** Every rate with its parts and their sources, and where each stands. */
export function rateSheet(
  { byTeam }: Pick<BackfillSummary, 'byTeam'>,
  set: ParameterSet,
): { readonly table: BookTable; readonly places: RatePlaces } {
  const rows: (readonly BookCell[])[] = [];
  const places = new Map<string, { place: string; pence: number }>();
  for (const team of byTeam) {
    for (const rate of team.rates) {
      rows.push(...rowsOfRate(team, rate, set, rows.length));
      const place = `${onSheet(sheet)}${columnLetters(poundsColumn)}${rowOfBook(rows.length - 1)}`;
      const { financialYear: year, from, rung, pence } = rate;
      places.set(keyOf({ teamId: team.teamId, year, from, rung }), { place, pence });
    }
  }
  const table: BookTable = {
    sheet,
    title: 'Rates: an hour of cover by team, from each day on which it changes, and what fills it',
    note: 'Each rate under its parts, to the next one of its year. Where a trust typed a rate, it has no parts.',
    columns: [
      { heading: 'Team', kind: 'text' },
      { heading: 'Financial year', kind: 'text' },
      { heading: 'From', kind: 'date' },
      { heading: 'Filled by', kind: 'text' },
      { heading: 'Part', kind: 'text' },
      { heading: 'Pounds an hour', kind: 'pence' },
      { heading: 'Status', kind: 'text' },
      { heading: 'Source', kind: 'text' },
    ],
    rows,
  };
  return { table, places };
}
