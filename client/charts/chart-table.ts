import type { CsvCell } from '../../shared/imports/csv-out.ts';

/** One cell of a chart's table: the bare value for the CSV, and the text where it prints otherwise. */
export type ChartCell = { readonly value: CsvCell; readonly text?: string };

/** The numbers of a chart as a table: what "Show as a table" and the CSV hold. */
export type ChartTable = {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  /** First cell of a row is its header and unlike in every row. */
  readonly rows: readonly (readonly ChartCell[])[];
};

/** A sample of a mark and its name, above the chart. */
export type KeyItem = {
  readonly mark: 'line' | 'dashed' | 'fill' | 'dot' | 'square' | 'short' | 'diamond';
  readonly colour: string;
  readonly label: string;
};
