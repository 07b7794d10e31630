import type { CellContext, Columns } from './columns.ts';
import { matchHeadings, type HeadingMatch } from './headings.ts';
import { visible, type FileRefusal, type Issue } from './issues.ts';
import type { CheckedRecord, Findings, KindRules } from './kind.ts';
import { limits } from './limits.ts';
import { isWhole, readRow, type PlacedNote } from './read-row.ts';
import type { RecordFault } from './split-records.ts';

/** One record as the parser gave it; with a fault, the cells before the fault. */
export type SourceRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: RecordFault | null;
};

/** A file as the parser gave it: the heading's line and cells, and every record with content. */
export type SourceFile = {
  readonly headingLine: number;
  readonly heading: readonly string[];
  readonly records: readonly SourceRecord[];
};

/** A file checked whole: every record with its verdict, and what is to be said of the file itself. */
export type FileCheck<Row> =
  | { readonly ok: false; readonly refusal: FileRefusal }
  | {
      readonly ok: true;
      readonly records: readonly CheckedRecord<Row>[];
      readonly fileWarnings: readonly Issue[];
      /** Where the columns stand in the cells of the records. */
      readonly match: HeadingMatch;
    };

type Place = { readonly record: number; readonly line: number };

function placed({ record, line }: Place, note: PlacedNote): Issue {
  return { record, line, column: note.column, code: note.code, message: note.message };
}

function wordsOfFault(fault: RecordFault): string {
  return fault.code === 'RECORD_TOO_LONG'
    ? `The row has more than ${limits.recordBytes.toLocaleString('en-GB')} bytes. Shorten its cells.`
    : 'The quotation marks in this cell do not match. Double a quotation mark inside a cell and quote the whole cell.';
}

/** The contract's name of the column a cell index stands in, or the file's own. */
function headingOf(
  columns: Columns,
  match: HeadingMatch,
  file: SourceFile,
  cell: number | null,
): string | null {
  if (cell === null) return null;
  const known = Object.entries(columns).find(([key]) => match.positions.get(key) === cell);
  return known?.[1].heading ?? visible(file.heading[cell] ?? '', 60);
}

function rowFault(
  source: SourceRecord,
  match: HeadingMatch,
  headingAt: (cell: number | null) => string | null,
): PlacedNote | null {
  if (source.fault !== null) {
    const column = headingAt(source.fault.cell);
    return { column, code: source.fault.code, message: wordsOfFault(source.fault) };
  }
  if (match.widths.includes(source.cells.length)) return null;
  const message =
    `The row has ${source.cells.length} cells where the heading has ${match.widths.at(-1)}. It may have been cut off, ` +
    'or a cell holds a separator without quotation marks.';
  return { column: null, code: 'WRONG_CELL_COUNT', message };
}

/** The text of a cell by the key of its column; empty where the file has no such column. */
export function textAt(match: HeadingMatch, cells: readonly string[], key: string): string {
  return cells[match.positions.get(key) ?? -1] ?? '';
}

function checkRecord<C extends Columns, Row>(
  rules: KindRules<C, Row>,
  file: SourceFile,
  match: HeadingMatch,
  source: SourceRecord,
  place: Place,
  context: CellContext,
): CheckedRecord<Row> {
  const read = readRow(rules.columns, (key) => textAt(match, source.cells, key), context);
  const known = { ...place, key: rules.keyOf(read.cells), person: rules.personOf(read.cells) };
  const fault = rowFault(source, match, (cell) => headingOf(rules.columns, match, file, cell));
  if (fault !== null) return { ...known, row: null, refused: [placed(place, fault)], warned: [], cells: [] };
  const across = rules.acrossCells(read.cells, context);
  const refused = [...read.refused, ...across.refused].map((note) => placed(place, note));
  const warned = [...read.warned, ...across.warned].map((note) => placed(place, note));
  const sound = refused.length === 0 && isWhole(rules.columns, read.cells);
  return { ...known, row: sound ? rules.toRow(read.cells) : null, refused, warned, cells: source.cells };
}

function withFindings<Row>(checked: CheckedRecord<Row>, findings: Findings | undefined): CheckedRecord<Row> {
  if (findings === undefined) return checked;
  const refused = [...checked.refused, ...findings.refused.map((note) => placed(checked, note))];
  const warned = [...checked.warned, ...findings.warned.map((note) => placed(checked, note))];
  return { ...checked, refused, warned, row: refused.length === 0 ? checked.row : null };
}

function ignoredColumns(file: SourceFile, ignored: readonly string[]): Issue[] {
  if (ignored.length === 0) return [];
  const names = ignored.map((heading) => `“${visible(heading, 60)}”`).join(', ');
  return [
    {
      record: null,
      line: file.headingLine,
      column: ignored.length === 1 ? visible(ignored[0] ?? '', 60) : null,
      code: 'COLUMNS_IGNORED',
      message: `Not used and not stored: ${names}.`,
    },
  ];
}

/**
 * Rows in, checked rows and every issue out: cells by the columns of the kind, then across the cells of a row, then
 * across the rows of the file. Accepted and refused records add up to all records.
 */
export function checkRecords<C extends Columns, Row>(
  rules: KindRules<C, Row>,
  file: SourceFile,
  context: CellContext,
): FileCheck<Row> {
  const matching = matchHeadings(rules.columns, file.heading);
  if (!matching.ok) return matching;
  if (file.records.length === 0) {
    return {
      ok: false,
      refusal: {
        code: 'NO_RECORDS',
        reason: 'The file has a heading and nothing below it. Check the export and upload it again.',
      },
    };
  }
  if (file.records.length > limits.records) {
    const most = limits.records.toLocaleString('en-GB');
    return {
      ok: false,
      refusal: { code: 'TOO_MANY_RECORDS', reason: `The file has more than ${most} records. Split it.` },
    };
  }
  const alone = file.records.map((source, index) =>
    checkRecord(rules, file, matching.match, source, { record: index + 1, line: source.line }, context),
  );
  const across = rules.acrossRows(alone, (record, key) => textAt(matching.match, record.cells, key));
  const records = alone.map((checked) => withFindings(checked, across.get(checked.record)));
  return {
    ok: true,
    records: rules.settle(records),
    fileWarnings: ignoredColumns(file, matching.match.ignored),
    match: matching.match,
  };
}
