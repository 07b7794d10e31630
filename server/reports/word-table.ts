import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { FigureColumn, FigureTable } from '../../shared/evidence/figure.ts';

/** Width of the text on A4 between margins of 20 mm, in twentieths of a point. */
export const textWidth = 9638;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'AEB7BD' } as const;

/** Room that a letter takes in a cell, and the margins of the cell, in twentieths of a point. */
const letter = 105;
const cellMargins = 200;

/** A table of up to so many rows stays on one page. */
const fewRows = 14;

type Rows = Pick<FigureTable, 'columns' | 'rows'>;

/** Numbers take what they need, up to a quarter of the page; words share the rest. */
export function columnWidths({ columns, rows }: Rows): readonly number[] {
  const needed = columns.map(({ numeric, label }, index) => {
    const longest = Math.max(label.length, ...rows.map((row) => row[index]?.length ?? 0));
    return numeric ? Math.min(textWidth / 4, longest * letter + cellMargins) : 0;
  });
  const rest = textWidth - needed.reduce((sum, width) => sum + width, 0);
  const shares = columns.map(({ numeric, share = 1 }) => (numeric ? 0 : share));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return columns.map((_, index) =>
    Math.floor((needed[index] ?? 0) + (all === 0 ? 0 : (rest * (shares[index] ?? 0)) / all)),
  );
}

type Look = { readonly isHeader: boolean; readonly keepNext: boolean; readonly width: number };

function cellOf(text: string, { numeric }: FigureColumn, { isHeader, keepNext, width }: Look): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EDEE' } } : {}),
    children: [
      new Paragraph({
        keepNext,
        alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, bold: isHeader, size: 19 })],
      }),
    ],
  });
}

/** Rows under a header row that repeats on every page. @param height of a row, where it has a least one. */
export function rowsOf({ columns, rows }: Rows, height?: number): Table {
  const widths = columnWidths({ columns, rows });
  const isShort = rows.length <= fewRows;
  const cells = (row: readonly string[], isHeader: boolean, keepNext: boolean): TableCell[] =>
    columns.map((column, index) =>
      cellOf(row[index] ?? '', column, { isHeader, keepNext, width: widths[index] ?? 0 }),
    );
  const header = new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: cells(
      columns.map(({ label }) => label),
      true,
      true,
    ),
  });
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
        children: cells(row, false, isShort && index < rows.length - 1),
      }),
  );
  return new Table({
    rows: [header, ...body],
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    borders: {
      top: none,
      left: none,
      right: none,
      insideVertical: none,
      bottom: rule,
      insideHorizontal: rule,
    },
  });
}

/** A table under its caption. */
export function captioned(table: FigureTable): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: 'Caption', keepNext: true, text: table.caption }),
    rowsOf(table),
    new Paragraph({ children: [] }),
  ];
}
