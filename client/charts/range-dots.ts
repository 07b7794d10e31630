import { about, eightyRange, rangeText, type Range } from '../format/ranges.ts';
import type { ChartCell, ChartTable } from './chart-table.ts';
import { niceTicks } from './ticks.ts';

/** One row for each year (or scenario), one or two series in it. */
export type RangeDotsInput = {
  /** What is counted: "people gaining the role in the year". */
  readonly what: string;
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** Under the label: "4 months" of a part year. */
    readonly note?: string | undefined;
    /** In the order of `series`; `null` is not known. */
    readonly ranges: readonly (Range | null)[];
  }[];
};

export type RangeDot = Range & { readonly row: number; readonly series: number };

export type RangeDotsModel = {
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly note: string | null }[];
  readonly dots: readonly RangeDot[];
  readonly ticks: readonly number[];
  readonly axisTitle: string;
  readonly alternative: string;
  readonly table: ChartTable;
};

/** Everything the chart of dots with ranges draws and says. */
export function rangeDotsModel(input: RangeDotsInput): RangeDotsModel {
  const dots = input.rows.flatMap(({ ranges }, row) =>
    ranges.flatMap((range, series) => (range === null ? [] : [{ ...range, row, series }])),
  );
  return {
    series: input.series,
    rows: input.rows.map(({ label, note }) => ({ label, note: note ?? null })),
    dots,
    ticks: niceTicks(0, Math.max(1, ...dots.map((dot) => dot.high)), 6, true),
    axisTitle: input.what.charAt(0).toUpperCase() + input.what.slice(1),
    alternative: alternativeOf(input),
    table: tableOf(input),
  };
}

function alternativeOf({ what, series, rows }: RangeDotsInput): string {
  const parts = rows.map(({ label, ranges }) => {
    const said = ranges.map((range, index) => {
      const name = series.length === 1 ? '' : `${series[index] ?? ''} `;
      return range === null ? `${name}not known` : `${name}${about(range.middle)} (${eightyRange(range)})`;
    });
    return `${label}: ${said.join(', ')}`;
  });
  return `Dots with ranges, ${what}. ${parts.join('; ')}.`;
}

function tableOf({ what, series, rows }: RangeDotsInput): ChartTable {
  return {
    caption: what.charAt(0).toUpperCase() + what.slice(1),
    columns: [
      { label: 'Year', numeric: false },
      ...series.flatMap((name) => [
        { label: `${name}, middle`, numeric: true },
        { label: `${name}, 80% range`, numeric: true },
      ]),
    ],
    rows: rows.map(({ label, note, ranges }) => [
      { value: note === undefined ? label : `${label} (${note})` },
      ...series.flatMap((_, index) => cellsOf(ranges[index] ?? null)),
    ]),
  };
}

function cellsOf(range: Range | null): readonly ChartCell[] {
  if (range === null)
    return [
      { value: null, text: '?' },
      { value: null, text: '?' },
    ];
  return [{ value: range.middle, text: about(range.middle) }, { value: rangeText(range) }];
}
