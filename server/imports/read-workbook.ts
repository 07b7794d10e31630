import { streamXlsxRows, type StreamRow } from 'hucre/xlsx';
import type { SourceRecord } from '../../shared/imports/check-records.ts';
import type { Columns } from '../../shared/imports/columns.ts';
import { countKnownHeadings } from '../../shared/imports/headings.ts';
import { visible, type FileRefusal, type Issue } from '../../shared/imports/issues.ts';
import { limits } from '../../shared/imports/limits.ts';
import { isBlank } from '../../shared/imports/read-text.ts';
import type { OnProgress, Parsed } from './parse-text.ts';
import { sheetsOf, stylesThatMatter, type BookSheet } from './xlsx-book.ts';
import { cellText, findShownCells, type ShownCells } from './xlsx-cells.ts';
import { BookRefused, guardWorkbook } from './xlsx-guard.ts';

/** A heading is looked for among the first rows of a sheet, and in as many sheets. */
const headingRows = 50;
const mostSheets = 10;

/** Rows that a sheet may have with empty ones among them; one that goes on is refused, never cut off. */
const mostRows = limits.records * 2;

const rowsANote = 2_000;

type Row = { readonly line: number; readonly cells: readonly string[] };

function refuse(code: FileRefusal['code'], reason: string): never {
  throw new BookRefused({ code, reason });
}

/** The cells of a row as text, without the blank ones at its end. */
function textsOf({ index, values }: StreamRow, shown: ShownCells): Row {
  const styles = shown.get(index);
  // One more than is allowed says that there are too many.
  const cells = values.slice(0, limits.columns + 1).map((value, at) => cellText(value, styles?.get(at)));
  return { line: index + 1, cells: cells.slice(0, cells.findLastIndex((cell) => !isBlank(cell)) + 1) };
}

const noneShown: ShownCells = new Map();

async function headingOf(bytes: Uint8Array, sheet: BookSheet): Promise<Row | null> {
  for await (const row of streamXlsxRows(bytes, { sheet: sheet.at, maxRows: headingRows })) {
    const texts = textsOf(row, noneShown);
    if (texts.cells.length > 0) return texts;
  }
  return null;
}

type Chosen = { readonly sheet: BookSheet; readonly others: readonly BookSheet[] };

const nothing = 'No visible sheet of the workbook holds anything. Check the export and upload it again.';

/** The visible sheet whose heading names most columns; where none names any, the one with the widest heading. */
async function chooseSheet(
  bytes: Uint8Array,
  sheets: readonly BookSheet[],
  columns: Columns,
): Promise<Chosen> {
  const visibleSheets = sheets.filter(({ hidden }) => !hidden);
  const [only] = visibleSheets;
  if (only !== undefined && visibleSheets.length === 1) return { sheet: only, others: [] };
  const seen: { readonly sheet: BookSheet; readonly cells: readonly string[]; readonly known: number }[] = [];
  for (const sheet of visibleSheets.slice(0, mostSheets)) {
    const heading = await headingOf(bytes, sheet);
    const cells = heading?.cells ?? [];
    if (cells.length > 0) seen.push({ sheet, cells, known: countKnownHeadings(columns, cells) });
  }
  const anyKnown = seen.some(({ known }) => known > 0);
  const worth = (one: (typeof seen)[number]): number => (anyKnown ? one.known : one.cells.length);
  const most = Math.max(...seen.map(worth));
  const best = seen.find((one) => worth(one) === most);
  if (best === undefined) refuse('EMPTY_FILE', nothing);
  return {
    sheet: best.sheet,
    others: seen.map(({ sheet }) => sheet).filter((sheet) => sheet !== best.sheet),
  };
}

function list(sheets: readonly BookSheet[]): string {
  return sheets.map(({ name }) => `“${visible(name, 31)}”`).join(', ');
}

/** Which sheet was read, where there was a choice. */
function sheetNotes({ sheet, others }: Chosen, sheets: readonly BookSheet[], line: number): Issue[] {
  const hidden = sheets.filter((one) => one.hidden);
  if (others.length + hidden.length === 0) return [];
  const kinds = [
    ...(others.length > 0 ? [`not read: ${list(others)}`] : []),
    ...(hidden.length > 0 ? [`hidden and never read: ${list(hidden)}`] : []),
  ].join('; ');
  const message = `Read from the sheet ${list([sheet])}; ${kinds}. Move another to the front of a workbook of its own to read it.`;
  return [{ record: null, line, column: null, code: 'SHEET_READ', message }];
}

function recordOf({ line, cells }: Row, width: number): SourceRecord {
  const padded = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
  const long = cells.reduce((sum, cell) => sum + cell.length, 0) > limits.recordBytes;
  return {
    line,
    cells: long ? [] : padded,
    fault: long ? { code: 'RECORD_TOO_LONG', cell: null, cellStart: 0 } : null,
  };
}

async function read(bytes: Uint8Array, columns: Columns, onProgress: OnProgress): Promise<Parsed> {
  const guarded = await guardWorkbook(bytes);
  if (!guarded.ok) return guarded;
  const sheets = sheetsOf(guarded.parts);
  const chosen = await chooseSheet(bytes, sheets, columns);
  const { sheet } = chosen;
  const shown = await findShownCells(bytes, sheet, stylesThatMatter(guarded.parts));
  let heading: Row | null = null;
  let rows = 0;
  const records: SourceRecord[] = [];
  for await (const row of streamXlsxRows(bytes, { sheet: sheet.at, maxRows: mostRows })) {
    rows += 1;
    const texts = textsOf(row, shown);
    if (texts.cells.length === 0) continue;
    if (heading === null) heading = texts;
    else records.push(recordOf(texts, heading.cells.length));
    // One more than is allowed says that there are too many.
    if (records.length > limits.records) break;
    if (records.length % rowsANote === 0) onProgress(records.length, records.length);
  }
  if (rows >= mostRows && records.length <= limits.records) {
    const most = mostRows.toLocaleString('en-GB');
    refuse(
      'TOO_MANY_RECORDS',
      `The sheet ${list([sheet])} goes on after row ${most}. Delete the empty rows below its data.`,
    );
  }
  if (heading === null) refuse('EMPTY_FILE', nothing);
  const { line, cells } = heading;
  return {
    ok: true,
    file: { headingLine: line, heading: cells, records },
    notes: sheetNotes(chosen, sheets, line),
  };
}

/**
 * An `.xlsx` workbook in, records out, as from a CSV file: days as YYYY-MM-DD, numbers without noise, formulas as the
 * value that was kept, hidden sheets never. Looked through first, since the reader trusts its files.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  columns: Columns,
  onProgress: OnProgress,
): Promise<Parsed> {
  try {
    return await read(bytes, columns, onProgress);
  } catch (error) {
    if (error instanceof BookRefused) return { ok: false, refusal: error.refusal };
    const reason =
      'The Excel workbook could not be read. Open it in Excel and save it again, or as CSV UTF-8.';
    return { ok: false, refusal: { code: 'UNREADABLE', reason } };
  }
}
