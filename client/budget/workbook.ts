import type { BudgetSummary } from '../../shared/budget/budget-summary.ts';
import { sumOf } from '../../shared/budget/line.ts';
import type { BudgetSums } from '../../shared/budget/month-table.ts';
import type { TeamMonthParts } from '../../shared/scenario/budget-lines.ts';
import type { BookContent } from '../components/use-workbook.ts';
import { columnLetters } from '../format/workbook-cells.ts';
import {
  columnRange,
  onSheet,
  rowOfBook,
  sumFormula,
  type BookCell,
  type BookColumn,
  type BookTable,
} from '../format/workbook.ts';
import { centreRows, teamRows } from './budget-model.ts';
import { centreName, teamName } from './budget-words.ts';
import {
  kindOf,
  lineKinds,
  linePoundsColumn,
  lineSheet,
  lookedUp,
  partLines,
  teamYearCell,
  type PartLine,
} from './workbook-lines.ts';

type Names = Readonly<Record<string, string>>;

const pounds = { kind: 'pence', total: true } as const;

/** What is left of a budget that stands in column B, after the forecast in column C. */
function leftCell({ left }: BudgetSums, row: number): BookCell {
  return left === null ? null : { formula: `B${rowOfBook(row)}-C${rowOfBook(row)}`, result: left };
}

const sumColumns: readonly BookColumn[] = [
  { heading: 'Budget', ...pounds },
  { heading: 'Forecast', ...pounds },
  { heading: 'Left of budget', ...pounds },
  { heading: 'Of it actual', ...pounds },
  { heading: 'Cash', ...pounds },
];

function monthSheet({ months }: BudgetSummary, lines: readonly PartLine[]): BookTable {
  return {
    sheet: 'Months',
    title: 'Budget and forecast by month',
    note: 'Cover and course fees less income, on accruals. The forecast of a month is the sum of its budget lines. Empty: no budget is entered.',
    columns: [{ heading: 'Month', kind: 'month' }, ...sumColumns],
    rows: months.map((sums, row) => [
      sums.month,
      sums.budget,
      lookedUp(lines, 'month', `A${rowOfBook(row)}`, sums.forecast),
      leftCell(sums, row),
      ...[sums.actual, sums.cash],
    ]),
  };
}

function yearSheet({ totals, months }: BudgetSummary): BookTable {
  return {
    sheet: 'Years',
    title: 'Budget and forecast by financial year',
    note: 'The forecast of a year is the sum of its months.',
    columns: [{ heading: 'Financial year', kind: 'text' }, ...sumColumns],
    rows: totals.map((sums, row) => {
      const first = months.findIndex(({ year }) => year === sums.year);
      const count = months.filter(({ year }) => year === sums.year).length;
      const forecast =
        first < 0
          ? sums.forecast
          : sumFormula(`${onSheet('Months')}${columnRange(2, count, first)}`, sums.forecast);
      return [sums.year, sums.budget, forecast, leftCell(sums, row), sums.actual, sums.cash];
    }),
  };
}

function kindSheet(lines: readonly PartLine[]): BookTable {
  return {
    sheet: 'Kinds',
    title: 'Forecast by what it is for, both years',
    columns: [
      { heading: 'Kind', kind: 'text' },
      { heading: 'Forecast', ...pounds },
    ],
    rows: lineKinds.map((kind, row) => {
      const own = lines.filter((line) => kindOf(line) === kind);
      const pence = sumOf(own, ({ part }) => part.pence);
      return [kind, lookedUp(lines, 'kind', `A${rowOfBook(row)}`, pence)];
    }),
  };
}

function teamSheet(summary: BudgetSummary, names: Names, lines: readonly PartLine[]): BookTable {
  return {
    sheet: 'Teams',
    title: 'Forecast by team and financial year',
    note: 'Each the sum of the team’s budget lines.',
    columns: [
      { heading: 'Team', kind: 'text' },
      ...summary.years.map((year): BookColumn => ({ heading: year, ...pounds })),
    ],
    rows: teamRows(summary).map(({ teamId, byYear }) => [
      teamName(names, teamId),
      ...summary.years.map((year, index) => teamYearCell(lines, { teamId, year, pence: byYear[index] ?? 0 })),
    ]),
  };
}

function centreSheet(summary: BudgetSummary): BookTable {
  return {
    sheet: 'Cost centres',
    title: 'Forecast by cost centre and financial year',
    note: 'Where the cost is incurred: cover by contracted hours, pennies by largest remainder; a fee whole at the team’s main centre, unless codes say otherwise.',
    columns: [
      { heading: 'Cost centre', kind: 'text' },
      ...summary.years.map((year): BookColumn => ({ heading: year, ...pounds })),
    ],
    rows: centreRows(summary).map(({ code, byYear }) => [
      centreName(code),
      ...byYear.map((sums) => sums?.forecast ?? 0),
    ]),
  };
}

type Cut = { readonly table: BookTable; readonly columns: readonly number[] };

/** Every way of cutting the forecast against the lines: all differences are nothing. */
function checkSheet({ totals }: BudgetSummary, cuts: readonly Cut[]): BookTable {
  const result = sumOf(totals, ({ forecast }) => forecast);
  const placeOf = ({ sheet, rows }: BookTable, column: number): string =>
    `${onSheet(sheet)}${columnLetters(column)}${rowOfBook(rows.length)}`;
  return {
    sheet: 'Checks',
    title: 'The same pounds every way they are cut',
    note: 'Each sum less the sum of the budget lines: nothing, to the penny.',
    columns: [
      { heading: 'Cut', kind: 'text' },
      { heading: 'Forecast', kind: 'pence' },
      { heading: 'Difference', kind: 'pence' },
    ],
    rows: cuts
      .filter(({ table }) => table.rows.length > 0)
      .map(({ table, columns }, row) => [
        table.sheet,
        { formula: columns.map((column) => placeOf(table, column)).join('+'), result },
        { formula: `ROUND(B${rowOfBook(row)}-B${rowOfBook(0)},2)`, result: 0 },
      ]),
  };
}

/**
 * The budget as a workbook: years, months, kinds, teams and cost centres, down to the shifts, weeks and fees, each
 * following from the one below by formula. Teams and sums, nobody's name.
 */
export function budgetBook(
  summary: BudgetSummary,
  names: Names,
  groups: readonly TeamMonthParts[],
): BookContent {
  const lines = partLines(groups, names);
  const perYear = summary.years.map((_, index) => index + 1);
  const [table, months, years] = [lineSheet(lines, names), monthSheet(summary, lines), yearSheet(summary)];
  const [kinds, teams, centres] = [kindSheet(lines), teamSheet(summary, names, lines), centreSheet(summary)];
  const checks = checkSheet(summary, [
    { table, columns: [linePoundsColumn] },
    { table: years, columns: [2] },
    { table: months, columns: [2] },
    { table: kinds, columns: [1] },
    { table: teams, columns: perYear },
    { table: centres, columns: perYear },
  ]);
  return { tables: [years, months, kinds, centres, teams, table, checks] };
}
