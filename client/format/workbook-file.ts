import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { spelled } from './workbook-cells.ts';
import type { Sheet, SheetCell, Workbook } from './workbook.ts';

/** A bold cell says its font in full: a program that is told only "bold" may take another. */
const usualFont = { name: 'Calibri', size: 11 };

function styleOf({ format, bold, wrap }: SheetCell): CellStyle | null {
  if (format === undefined && bold === undefined && wrap === undefined) return null;
  return {
    ...(format === undefined ? {} : { numFmt: format }),
    ...(bold === undefined ? {} : { font: { ...usualFont, bold } }),
    ...(wrap === undefined ? {} : { alignment: { wrapText: true, vertical: 'top' } }),
  };
}

function written(cell: SheetCell): Cell {
  const style = styleOf(cell);
  const { value, formula } = cell;
  const common = style === null ? {} : { style };
  if (formula !== undefined)
    return { ...common, value: null, type: 'formula', formula, formulaResult: value };
  if (typeof value === 'string') return { ...common, value: spelled(value), type: 'string' };
  return { ...common, value, type: value === null ? 'empty' : 'number' };
}

function writtenSheet({ name, rows, widths, frozenRows, table }: Sheet): WriteSheet {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, column): [string, Cell][] =>
      cell.value === null && cell.formula === undefined ? [] : [[`${at},${column}`, written(cell)]],
    ),
  );
  return {
    name,
    // Every cell is given once, with its kind; the rows only say how far the sheet goes.
    rows: rows.map((row) => row.map(() => null)),
    cells: new Map(cells),
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: frozenRows },
    tables: [
      {
        name: table.name,
        range: table.range,
        columns: table.headings.map((heading) => ({ name: spelled(heading) })),
        style: 'TableStyleLight1',
      },
    ],
  };
}

/**
 * The bytes of a workbook (.xlsx). The one place that knows the library which writes it: formulas with the value they
 * had, and told to the spreadsheet to be worked out again when it opens. Names nobody as its author.
 */
export function workbookFile({ title, madeOn, sheets }: Workbook): Promise<Uint8Array> {
  const day = new Date(`${madeOn}T00:00:00Z`);
  return writeXlsx({
    sheets: sheets.map(writtenSheet),
    properties: { title: spelled(title), creator: 'Protected Time', created: day, modified: day },
  });
}
