import type { FinancialYear } from '../../shared/calendar/years.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { bookOfFile } from '../components/table-book.ts';
import type { BookContent } from '../components/use-workbook.ts';
import { columnLetters } from '../format/workbook-cells.ts';
import { onSheet, rowOfBook, type BookCell, type BookColumn, type BookTable } from '../format/workbook.ts';
import { bankCsv } from './booking-model.ts';
import {
  bareHours,
  everyMonth,
  headingOfYears,
  rungs,
  sumOver,
  yearColumns,
  type CoverPlan,
  type YearColumn,
} from './cover-model.ts';
import { centreRows, teamRows } from './cuts.ts';
import { feesMonths } from './fees-model.ts';
import { notKnownTeams } from './not-known.ts';
import {
  costLines,
  lineCostColumn,
  lineSheet,
  teamYearCell,
  weekCell,
  type CostLine,
} from './workbook-lines.ts';
import { rateSheet, rungName } from './workbook-rates.ts';

function ladderSheet({ ladder }: BackfillSummary, columns: readonly YearColumn[]): BookTable {
  return {
    sheet: 'Cover ladder',
    title: 'What becomes of the hours released, by financial year',
    note: 'Hours, whole trust. Each rung takes its part, and what is left goes on to the next.',
    columns: [
      { heading: 'Rung', kind: 'text' },
      ...columns.map((column): BookColumn => ({ heading: headingOfYears(column), kind: 'hours' })),
    ],
    rows: rungs.map((rung) => [
      rung.label,
      ...columns.map((column) => bareHours(rung, sumOver(ladder, column, rung.of))),
    ]),
  };
}

type YearRow = {
  readonly key: string;
  readonly label: string;
  /** Cost of one year; `null` where it could not be worked out. */
  readonly costOf: (year: FinancialYear) => BookCell;
};

/** Columns of more than one year are sums of those of one; both add up downwards. */
function yearsSheet(
  table: Omit<BookTable, 'columns' | 'rows'>,
  heading: string,
  rows: readonly YearRow[],
  columns: readonly YearColumn[],
): BookTable {
  const placeOf = (year: FinancialYear, row: number): string => {
    const at = columns.findIndex(({ years }) => years.length === 1 && years[0] === year);
    return `${columnLetters(at + 1)}${rowOfBook(row)}`;
  };
  const resultOf = (cell: BookCell): number =>
    typeof cell === 'number' ? cell : cell === null || typeof cell === 'string' ? 0 : cell.result;
  const cellOf = ({ years }: YearColumn, { costOf }: YearRow, row: number): BookCell => {
    const costs = years.map(costOf);
    if (costs.length === 1 || costs.includes(null)) return costs[0] ?? null;
    const result = costs.reduce<number>((sum, cost) => sum + resultOf(cost), 0);
    return { formula: years.map((year) => placeOf(year, row)).join('+'), result };
  };
  return {
    ...table,
    columns: [
      { heading, kind: 'text' },
      ...columns.map((column): BookColumn => ({
        heading: headingOfYears(column),
        kind: 'pence',
        total: true,
      })),
    ],
    rows: rows.map((row, index) => [row.label, ...columns.map((column) => cellOf(column, row, index))]),
  };
}

function teamSheet(
  summary: BackfillSummary,
  columns: readonly YearColumn[],
  lines: readonly CostLine[],
): BookTable {
  const rows = teamRows(summary).map(({ key, label, byYear, team }): YearRow => ({
    key,
    label,
    costOf: (year) =>
      team.refusal === null
        ? teamYearCell(lines, { teamId: key, year, pence: sumOver(byYear, { years: [year] }, penceOf) })
        : null,
  }));
  const table = {
    sheet: 'Teams',
    title: 'Cover cost by team and financial year',
    note: 'Each the sum of the team’s cost lines. Empty: it could not be worked out, see “Not known”.',
  };
  return yearsSheet(table, 'Team', rows, columns);
}

function penceOf({ costPence }: { readonly costPence: number }): number {
  return costPence;
}

function centreSheet(summary: BackfillSummary, columns: readonly YearColumn[]): BookTable {
  const rows = centreRows(summary).map(({ key, label, byYear }): YearRow => ({
    key,
    label,
    costOf: (year) => sumOver(byYear, { years: [year] }, penceOf),
  }));
  const table = {
    sheet: 'Cost centres',
    title: 'Cover cost by cost centre and financial year',
    note: 'Charged where the team’s registered staff are paid, by contracted hours; pennies go by largest remainder.',
  };
  return yearsSheet(table, 'Cost centre', rows, columns);
}

/** Where the sum under a column of a table stands. */
function totalPlace({ sheet, rows }: BookTable, column: number): string {
  return `${onSheet(sheet)}${columnLetters(column)}${rowOfBook(rows.length)}`;
}

function yearSheet(summary: BackfillSummary, columns: readonly YearColumn[], teams: BookTable): BookTable {
  const time = { kind: 'minutes', total: true } as const;
  const fine = { kind: 'minute-bp', total: true } as const;
  const single = columns.flatMap(({ years }, at) =>
    years.length === 1 ? years.map((year) => ({ year, column: at + 1 })) : [],
  );
  return {
    sheet: 'Years',
    title: 'Hours and cover cost by financial year',
    note: 'Whole trust. The cost of a year is the sum of its teams.',
    columns: [
      { heading: 'Financial year', kind: 'text' },
      { heading: 'Released, hours', ...time },
      { heading: 'To cover, hours', ...time },
      { heading: 'Filled, hours', ...fine },
      { heading: 'Nobody fills, hours', ...fine },
      { heading: 'Cover cost', kind: 'pence', total: true },
    ],
    rows: single.map(({ year, column }) => {
      const result = sumOver(summary.byYear, { years: [year] }, penceOf);
      const own = summary.ladder.find(({ financialYear }) => financialYear === year);
      const cost = teams.rows.length === 0 ? result : { formula: totalPlace(teams, column), result };
      return [year, own?.released ?? 0, own?.need ?? 0, own?.filled ?? 0, own?.unfilled ?? 0, cost];
    }),
  };
}

function rungSheet({ byRung }: BackfillSummary): BookTable {
  return {
    sheet: 'Filled by',
    title: 'Hours filled and cover cost by what fills them',
    columns: [
      { heading: 'Filled by', kind: 'text' },
      { heading: 'Financial year', kind: 'text' },
      { heading: 'Filled, hours', kind: 'minute-bp', total: true },
      { heading: 'Cover cost', kind: 'pence', total: true },
    ],
    rows: byRung.map(({ rung, financialYear, filled, costPence }) => [
      ...[rungName(rung), financialYear, filled, costPence],
    ]),
  };
}

function monthSheet({ byMonth }: BackfillSummary): BookTable {
  return {
    sheet: 'Months',
    title: 'Cover cost by month',
    note: 'By the days of release: each week’s cost is shared over its release days, pennies by largest remainder.',
    columns: [
      { heading: 'Month', kind: 'month' },
      { heading: 'Cover cost', kind: 'pence', total: true },
    ],
    rows: everyMonth(byMonth).map(({ month, costPence }) => [month, costPence]),
  };
}

function weekSheet({ byWeek }: BackfillSummary, lines: readonly CostLine[]): BookTable {
  const time = { kind: 'minutes', total: true } as const;
  const fine = { kind: 'minute-bp', total: true } as const;
  return {
    sheet: 'Weeks',
    title: 'Hours and cover cost by week',
    note: 'Whole trust, weeks by their Monday. The cost of a week is the sum of its cost lines.',
    columns: [
      { heading: 'Week from', kind: 'date' },
      { heading: 'Released, hours', ...time },
      { heading: 'To cover, hours', ...time },
      { heading: 'Filled, hours', ...fine },
      { heading: 'Nobody fills, hours', ...fine },
      { heading: 'Cover cost', kind: 'pence', total: true },
    ],
    rows: byWeek.map(({ monday, released, need, filled, unfilled, costPence }, index) => [
      ...[monday, released, need, filled, unfilled],
      weekCell(lines, `A${rowOfBook(index)}`, costPence),
    ]),
  };
}

function feesSheet({ fees }: BackfillSummary, { years }: Pick<CoverPlan, 'years'>): BookTable {
  return {
    sheet: 'Fees less funding',
    title: 'Fees less funding by month: a ledger of its own, never part of cover',
    note: 'On accruals: straight line over the course. Invoiced: in its first month. Whole financial years.',
    columns: [
      { heading: 'Month', kind: 'month' },
      { heading: 'On accruals', kind: 'pence', total: true },
      { heading: 'Invoiced', kind: 'pence', total: true },
      { heading: 'Prepaid at month end', kind: 'pence' },
    ],
    rows: years
      .flatMap((year) => feesMonths(fees, year))
      .map(({ month, accruedPence, invoicedPence, prepaidPence }) => [
        ...[month, accruedPence, invoicedPence, prepaidPence],
      ]),
  };
}

function bookingSheet(summary: BackfillSummary): BookTable {
  const sums = ['Shifts', 'Hours booked already', 'Hours still needed', 'Hours bought'];
  return {
    ...bookOfFile('Shifts to book', { ...bankCsv(summary), sums }),
    title: 'Shifts to book now, by team and week',
  };
}

function notKnownSheet(summary: BackfillSummary): BookTable {
  return {
    sheet: 'Not known',
    title: 'What is in no sum because nobody has entered it',
    columns: [
      { heading: 'Team', kind: 'text' },
      { heading: 'Learners without agreed hours', kind: 'number', total: true },
      { heading: 'Fees not known', kind: 'number', total: true },
      { heading: 'Why it could not be worked out', kind: 'text' },
    ],
    rows: notKnownTeams(summary).map(({ team, hours, fees, refusal }) => [team, hours, fees, refusal]),
  };
}

/** A cut of the cost: its table, and the columns whose sums are all of it. */
type Cut = { readonly table: BookTable; readonly columns: readonly number[] };

/** Every way of cutting the cost against the cost lines: all differences are nothing. */
function checkSheet(summary: BackfillSummary, cuts: readonly Cut[]): BookTable {
  const result = summary.byYear.reduce((sum, { costPence }) => sum + costPence, 0);
  const whole = cuts.filter(({ table, columns }) => table.rows.length > 0 && columns.length > 0);
  const first = `B${rowOfBook(0)}`;
  return {
    sheet: 'Checks',
    title: 'The same pounds every way they are cut',
    note: 'Each sum less the sum of the cost lines: nothing, to the penny.',
    columns: [
      { heading: 'Cut', kind: 'text' },
      { heading: 'Cover cost', kind: 'pence' },
      { heading: 'Difference', kind: 'pence' },
    ],
    rows: whole.map(({ table, columns }, index) => [
      table.sheet,
      { formula: columns.map((column) => totalPlace(table, column)).join('+'), result },
      { formula: `ROUND(B${rowOfBook(index)}-${first},2)`, result: 0 },
    ]),
  };
}

/** Codes of every parameter behind the pounds, and the shift length that stands in where a team has none. */
function codesUsed({ byTeam }: BackfillSummary): readonly string[] {
  const uses = byTeam.flatMap(({ rates, assumed }) => [
    ...rates.flatMap(({ lines }) => lines.flatMap((line) => line.uses)),
    ...assumed.flatMap((input) => input.uses),
  ]);
  return [...new Set([...uses.map(({ code }) => code), 'DEFAULT_SHIFT_LENGTH'])].sort();
}

/**
 * The whole page as a workbook: ladder, years, months, weeks, cost centres and teams, down to the cost lines and the
 * rates they are made of, each following from the one below by formula. Teams and sums, nobody's name.
 */
export function coverBook(plan: Pick<CoverPlan, 'summary' | 'years'>, set: ParameterSet): BookContent {
  const { summary } = plan;
  const columns = yearColumns(plan);
  const lines = costLines(summary);
  const { table: rates, places } = rateSheet(summary, set);
  const ownYears = columns.flatMap(({ years }, at) => (years.length === 1 ? [at + 1] : []));
  const [teams, centres] = [teamSheet(summary, columns, lines), centreSheet(summary, columns)];
  const [years, months, weeks] = [
    yearSheet(summary, columns, teams),
    monthSheet(summary),
    weekSheet(summary, lines),
  ];
  const [lineTable, filledBy] = [lineSheet(lines, places), rungSheet(summary)];
  const checks = checkSheet(summary, [
    { table: lineTable, columns: [lineCostColumn] },
    { table: teams, columns: ownYears },
    { table: centres, columns: ownYears },
    { table: years, columns: [5] },
    { table: months, columns: [1] },
    { table: weeks, columns: [5] },
    { table: filledBy, columns: [3] },
  ]);
  const cover = [
    ladderSheet(summary, columns),
    filledBy,
    years,
    months,
    weeks,
    centres,
    teams,
    lineTable,
    rates,
  ];
  const beside = [bookingSheet(summary), feesSheet(summary, plan), notKnownSheet(summary), checks];
  return { tables: [...cover, ...beside], codes: codesUsed(summary) };
}
