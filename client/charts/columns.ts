import type { ChartTable } from './chart-table.ts';
import { niceTicks, type MonthTick } from './ticks.ts';

/** Columns standing up, stacked where there is more than one series: cost by month, hours by week. */
export type ColumnsInput = {
  readonly caption: string;
  /** Heading of the first column of the table: "Month". */
  readonly columnLabel: string;
  /** In order of time; `label` is its full name ("September 2027"), unlike in every column. */
  readonly columns: readonly { readonly label: string; readonly values: readonly number[] }[];
  /** One to four; the first stands at the bottom. */
  readonly series: readonly string[];
  readonly months: readonly MonthTick[];
  /** As printed in table, words and tooltip: `pounds`. */
  readonly format: (value: number) => string;
  /** Bare value for the CSV: pence as pounds. Left out: as it is. */
  readonly bare?: (value: number) => number;
  /** Words over one column: the peak, now. */
  readonly notes?: readonly { readonly index: number; readonly lines: readonly string[] }[];
};

export type ColumnsModel = {
  readonly series: readonly string[];
  readonly columns: ColumnsInput['columns'];
  readonly months: readonly MonthTick[];
  readonly ticks: readonly number[];
  readonly notes: NonNullable<ColumnsInput['notes']>;
  readonly format: ColumnsInput['format'];
  readonly alternative: string;
  readonly table: ChartTable;
};

function totalOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Everything the column chart draws and says. */
export function columnsModel(input: ColumnsInput): ColumnsModel {
  const { columns, series, months, format, notes = [] } = input;
  const highest = Math.max(1, ...columns.map((column) => totalOf(column.values)));
  return {
    series,
    columns,
    months,
    ticks: niceTicks(0, highest, 5),
    notes,
    format,
    alternative: alternativeOf(input),
    table: tableOf(input),
  };
}

function alternativeOf({ caption, columns, format }: ColumnsInput): string {
  const totals = columns.map((column) => ({ label: column.label, total: totalOf(column.values) }));
  const [first, ...others] = totals;
  if (first === undefined) return `${caption}: nothing to show.`;
  const peak = others.reduce((best, next) => (next.total > best.total ? next : best), first);
  return `Column chart. ${caption}: of ${columns.length} columns the highest is ${peak.label} with ${format(peak.total)}.`;
}

function tableOf({
  caption,
  columnLabel,
  columns,
  series,
  format,
  bare = (value) => value,
}: ColumnsInput): ChartTable {
  const cell = (value: number) => ({ value: bare(value), text: format(value) });
  const stacked = series.length > 1;
  return {
    caption,
    columns: [
      { label: columnLabel, numeric: false },
      ...series.map((label) => ({ label, numeric: true })),
      ...(stacked ? [{ label: 'Total', numeric: true }] : []),
    ],
    rows: columns.map(({ label, values }) => [
      { value: label },
      ...series.map((_, index) => cell(values[index] ?? 0)),
      ...(stacked ? [cell(totalOf(values))] : []),
    ]),
  };
}
