import { formatNumber } from '../format/numbers.ts';
import type { ChartTable } from './chart-table.ts';
import { niceTicks } from './ticks.ts';

/** What a count would be with one rate at either end of what is believed of it, the rest in the middle. */
export type TornadoInput = {
  /** "named PIs on 31 March 2030". */
  readonly what: string;
  readonly base: number;
  readonly rows: readonly {
    readonly label: string;
    /** The ends of the rate in words: "1.4% a year", "6.6% a year". */
    readonly ends: readonly [low: string, high: string];
    readonly atLow: number;
    readonly atHigh: number;
  }[];
};

export type TornadoModel = {
  readonly base: number;
  readonly rows: readonly {
    readonly label: string;
    /** Under the label: "1.4% a year to 6.6% a year". */
    readonly note: string;
    /** The smaller count first, with the end of the rate it comes from. */
    readonly bars: readonly { readonly value: number; readonly text: string; readonly fewer: boolean }[];
  }[];
  readonly ticks: readonly number[];
  readonly alternative: string;
  readonly table: ChartTable;
};

function text(value: number): string {
  return formatNumber(value, 1);
}

/** Everything the tornado chart draws and says. */
export function tornadoModel({ what, base, rows }: TornadoInput): TornadoModel {
  const values = rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const [low, high] = [Math.min(base, ...values), Math.max(base, ...values)];
  return {
    base,
    rows: rows.map(({ label, ends, atLow, atHigh }) => ({
      label,
      note: `${ends[0]} to ${ends[1]}`,
      bars: [atLow, atHigh]
        .map((value) => ({ value, text: text(value), fewer: value < base }))
        .sort((a, b) => a.value - b.value),
    })),
    ticks: niceTicks(low, high, 5, false),
    alternative: `Tornado chart of ${what}, ${text(base)} with every rate in the middle. ${rows
      .map(
        ({ label, ends, atLow, atHigh }) =>
          `${label}: ${text(atLow)} at ${ends[0]}, ${text(atHigh)} at ${ends[1]}`,
      )
      .join('; ')}.`,
    table: {
      caption: `Expected ${what}, one rate moved at a time`,
      columns: [
        { label: 'Rate', numeric: false },
        { label: 'Low end', numeric: true },
        { label: 'Count there', numeric: true },
        { label: 'High end', numeric: true },
        { label: 'Count there, high', numeric: true },
      ],
      rows: rows.map(({ label, ends, atLow, atHigh }) => [
        { value: label },
        { value: ends[0] },
        { value: Number(atLow.toFixed(4)), text: text(atLow) },
        { value: ends[1] },
        { value: Number(atHigh.toFixed(4)), text: text(atHigh) },
      ]),
    },
  };
}

/** A label over at most two lines of so many letters; what does not fit is on the second. */
export function inLines(label: string, letters: number): readonly string[] {
  if (label.length <= letters) return [label];
  const cut = label.lastIndexOf(' ', letters);
  return cut <= 0 ? [label] : [label.slice(0, cut), label.slice(cut + 1)];
}
