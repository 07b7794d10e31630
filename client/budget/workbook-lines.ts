import { netFees } from '../../shared/backfill/course-fees.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import { yearOf } from '../../shared/budget/line.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import type { TeamMonthParts } from '../../shared/scenario/budget-lines.ts';
import type { LeafPart } from '../../shared/scenario/budget-working.ts';
import {
  columnRange,
  onSheet,
  rowOfBook,
  sumFormula,
  type BookCell,
  type BookTable,
} from '../format/workbook.ts';
import { teamName } from './budget-words.ts';
import { partInWords } from './working-words.ts';

export const lineSheetName = 'Budget lines';

/** Columns of the sheet, from 0. */
const monthColumn = 1;
const kindColumn = 3;
export const linePoundsColumn = 13;

/** One part of the budget: of which team, month and year. */
export type PartLine = Omit<TeamMonthParts, 'parts'> & {
  readonly team: string;
  readonly year: FinancialYear;
  readonly part: LeafPart;
};

/** Every part, a team's years side by side, so that the pounds of one are the sum of rows that touch. */
export function partLines(
  groups: readonly TeamMonthParts[],
  names: Readonly<Record<string, string>>,
): readonly PartLine[] {
  const orderOf = ({ team, teamId, month }: PartLine): string => `${team} ${teamId ?? ''} ${month}`;
  return groups
    .flatMap(({ teamId, month, parts }) =>
      parts.map((part): PartLine => ({
        teamId,
        month,
        team: teamName(names, teamId),
        year: yearOf({ month }),
        part,
      })),
    )
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

export const lineKinds = [
  'Cover, worked',
  'Cover, booked',
  'Cover, planned',
  'Course fee',
  'Income',
] as const;

export type LineKindName = (typeof lineKinds)[number];

export function kindOf({ part }: PartLine): LineKindName {
  if (part.kind === 'planned') return 'Cover, planned';
  if (part.kind === 'fee') return part.of === 'fees' ? 'Course fee' : 'Income';
  return part.stage === 'ahead' ? 'Cover, booked' : 'Cover, worked';
}

/** What is spread over the months of a course: the fee, less what funds it at the university, or an income. */
function spreadPence({ line, of, payee }: Extract<LeafPart, { kind: 'fee' }>): number {
  const whole = line.feePence * line.count;
  if (of === 'income') return netFees(line) - whole;
  return payee === 'university' ? netFees(line) : whole;
}

/** Hours, share filled, pounds an hour and share of the week in the month; the fee, its months and the odd pennies; pounds. */
function figuresOf(part: LeafPart, row: number): readonly BookCell[] {
  const { pence } = part;
  switch (part.kind) {
    case 'shift':
      return [part.shift.minutes, null, null, null, null, null, null, pence];
    case 'planned': {
      const { needMinutes, fillBp, ratePence, weekPence } = part;
      const week = `ROUND(ROUND(G${row}*H${row}*I${row},8),2)`;
      const cost = { formula: `ROUND(${week}*J${row},2)`, result: pence };
      return [needMinutes, fillBp, ratePence, (pence * 10_000) / weekPence, null, null, null, cost];
    }
    case 'fee': {
      const [amount, months] = [spreadPence(part), part.line.courseMonths];
      const even = Math.sign(amount) * halfUp(Math.abs(amount), months);
      const cost = { formula: `ROUND(ROUND(K${row}/L${row},8),2)+M${row}`, result: pence };
      return [null, null, null, null, amount, months, pence - even, cost];
    }
  }
}

/** The parts as a table: hours, rates and fees can be changed, and everything that is made of them follows. */
export function lineSheet(lines: readonly PartLine[], names: Readonly<Record<string, string>>): BookTable {
  return {
    sheet: lineSheetName,
    title:
      'Budget lines: hours × share × rate of planned weeks, months of a fee, and shifts as the bank charged',
    note: 'A week in two months has a line in each, with its share by release days. The odd pennies of a fee make its months add up to it. Shifts worked and booked cost what the bank charges.',
    columns: [
      { heading: 'Team', kind: 'text' },
      { heading: 'Month', kind: 'month' },
      { heading: 'Financial year', kind: 'text' },
      { heading: 'Kind', kind: 'text' },
      { heading: 'Part', kind: 'text' },
      { heading: 'How', kind: 'text' },
      { heading: 'Hours', kind: 'minutes' },
      { heading: 'Share filled', kind: 'share' },
      { heading: 'Pounds an hour', kind: 'pence' },
      { heading: 'Share of the week in the month', kind: 'share' },
      { heading: 'Fee or income in all', kind: 'pence' },
      { heading: 'Months of the course', kind: 'number' },
      { heading: 'Odd pennies', kind: 'pence' },
      { heading: 'Pounds', kind: 'pence', total: true },
    ],
    rows: lines.map((line, index) => {
      const { label, detail } = partInWords(line.part, names);
      const words = [line.team, line.month, line.year, kindOf(line), label, detail];
      return [...words, ...figuresOf(line.part, rowOfBook(index))];
    }),
  };
}

/** A team's year as the sum of its lines; no line is nothing. */
export function teamYearCell(
  lines: readonly PartLine[],
  of: { readonly teamId: string | null; readonly year: FinancialYear; readonly pence: number },
): BookCell {
  const isOwn = (line: PartLine): boolean => line.teamId === of.teamId && line.year === of.year;
  const first = lines.findIndex(isOwn);
  if (first < 0) return of.pence;
  const count = lines.findLastIndex(isOwn) - first + 1;
  return sumFormula(`${onSheet(lineSheetName)}${columnRange(linePoundsColumn, count, first)}`, of.pence);
}

/** The pounds of the month, or of the kind, that stands in `place`, looked up among the lines. */
export function lookedUp(
  lines: readonly PartLine[],
  by: 'month' | 'kind',
  place: string,
  pence: number,
): BookCell {
  if (lines.length === 0) return pence;
  const range = (column: number): string => `${onSheet(lineSheetName)}${columnRange(column, lines.length)}`;
  const column = by === 'month' ? monthColumn : kindColumn;
  return { formula: `SUMIF(${range(column)},${place},${range(linePoundsColumn)})`, result: pence };
}
