import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { AlikeLines } from '../../shared/scenario/cover-by-team.ts';
import {
  columnRange,
  onSheet,
  rowOfBook,
  sumFormula,
  type BookCell,
  type BookTable,
  type LiveCell,
} from '../format/workbook.ts';
import { teamRows } from './cuts.ts';
import { rateCell, rungName, type RatePlaces } from './workbook-rates.ts';

export const lineSheetName = 'Cost lines';

/** Columns of the sheet, from 0. */
const weekColumn = 1;
export const lineCostColumn = 7;

/** One team's hours of one week for one year at one rate. */
export type CostLine = Omit<AlikeLines, 'mondays'> & {
  readonly teamId: string;
  readonly team: string;
  readonly monday: PlainDate;
};

/** Every cost line, a team's years side by side, so that the cost of one is the sum of rows that touch. */
export function costLines(summary: BackfillSummary): readonly CostLine[] {
  return teamRows(summary).flatMap(({ team: { teamId, team, lines } }) =>
    lines
      .flatMap(({ mondays, ...line }) =>
        mondays.map((monday): CostLine => ({ ...line, teamId, team, monday })),
      )
      .sort((a, b) => order(a).localeCompare(order(b))),
  );
}

function order({ financialYear, monday }: CostLine): string {
  return `${financialYear} ${monday}`;
}

/**
 * Hours × share × rate, rounded once to a penny, half up. Such a product is a whole number of sixty-millionths of a
 * pound: the inner rounding takes away what a computer adds far behind that, so that a half is a half in every program.
 */
function costFormula(row: number): string {
  return `ROUND(ROUND(E${row}*F${row}*G${row},8),2)`;
}

function rowOf(line: CostLine, index: number, places: RatePlaces): readonly BookCell[] {
  const { teamId, team, monday, financialYear, rung, needMinutes, fillBp, ratePence, costPence } = line;
  const rate = rateCell(places, { teamId, year: line.rateYear, from: line.rateFrom, rung }, ratePence);
  const cost: LiveCell = { formula: costFormula(rowOfBook(index)), result: costPence };
  return [team, monday, financialYear, rungName(rung), needMinutes, fillBp, rate, cost];
}

/** The lines as a table: hours, share and rate can be changed, and everything that is made of them follows. */
export function lineSheet(lines: readonly CostLine[], places: RatePlaces): BookTable {
  return {
    sheet: lineSheetName,
    title: 'Cost lines: hours to cover × share filled × pounds an hour',
    note: 'Rounded once a line, half up. A week that crosses 1 April has a line for each year, and one in which the price changes a line for each price.',
    columns: [
      { heading: 'Team', kind: 'text' },
      { heading: 'Week from', kind: 'date' },
      { heading: 'Financial year', kind: 'text' },
      { heading: 'Filled by', kind: 'text' },
      { heading: 'Hours to cover', kind: 'minutes' },
      { heading: 'Share filled', kind: 'share' },
      { heading: 'Pounds an hour', kind: 'pence' },
      { heading: 'Cover cost', kind: 'pence', total: true },
    ],
    rows: lines.map((line, index) => rowOf(line, index, places)),
  };
}

/** A team's year as the sum of its lines; no line is no cost. */
export function teamYearCell(
  lines: readonly CostLine[],
  of: { readonly teamId: string; readonly year: FinancialYear; readonly pence: number },
): BookCell {
  const isOwn = (line: CostLine): boolean => line.teamId === of.teamId && line.financialYear === of.year;
  const first = lines.findIndex(isOwn);
  if (first < 0) return of.pence;
  const count = lines.findLastIndex(isOwn) - first + 1;
  return sumFormula(`${onSheet(lineSheetName)}${columnRange(lineCostColumn, count, first)}`, of.pence);
}

/** The cost of the week whose Monday stands in `place`, looked up among the lines. */
export function weekCell(lines: readonly CostLine[], place: string, pence: number): BookCell {
  if (lines.length === 0) return pence;
  const [weeks, costs] = [weekColumn, lineCostColumn].map(
    (column) => `${onSheet(lineSheetName)}${columnRange(column, lines.length)}`,
  );
  return { formula: `SUMIF(${weeks ?? ''},${place},${costs ?? ''})`, result: pence };
}
