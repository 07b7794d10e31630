import type { ChartTable } from './chart-table.ts';

/** Bars lying down, one a row: the chance of at least N, people by step. */
export type BarsInput = {
  /** What a bar's length is: "chance", "people". */
  readonly what: string;
  readonly caption: string;
  /** Heading of the first column of the table: "At least". */
  readonly rowLabel: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    /** As printed at the end of the bar: "56%". */
    readonly text: string;
    /** The row the headline is about: darker and bold. */
    readonly emphasised?: boolean | undefined;
  }[];
  /** Length of a full bar; 1 for chances. Left out: the largest value. */
  readonly full?: number | undefined;
};

export type BarsModel = {
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
    readonly emphasised: boolean;
  }[];
  readonly full: number;
  readonly alternative: string;
  readonly table: ChartTable;
};

/** Everything the bar chart draws and says. */
export function barsModel({ what, caption, rowLabel, rows, full }: BarsInput): BarsModel {
  return {
    rows: rows.map((row) => ({ ...row, emphasised: row.emphasised === true })),
    full: full ?? Math.max(1, ...rows.map((row) => row.value)),
    alternative: `Bar chart of ${what}. ${rows.map((row) => `${row.label}: ${row.text}`).join('; ')}.`,
    table: {
      caption,
      columns: [
        { label: rowLabel, numeric: false },
        { label: what.charAt(0).toUpperCase() + what.slice(1), numeric: true },
      ],
      rows: rows.map((row) => [{ value: row.label }, { value: row.value, text: row.text }]),
    },
  };
}
