import { parse } from 'csv-parse/sync';
import type { SourceFile, SourceRecord } from '../../shared/imports/check-records.ts';
import type { Columns } from '../../shared/imports/columns.ts';
import { countKnownHeadings } from '../../shared/imports/headings.ts';
import type { FileRefusal, Issue } from '../../shared/imports/issues.ts';
import { limits } from '../../shared/imports/limits.ts';
import { firstRecord, splitRecords, type RecordSpan } from '../../shared/imports/split-records.ts';

/** A file as records, with what is to be said of the file itself; or why it cannot be read. */
export type Parsed =
  | { readonly ok: true; readonly file: SourceFile; readonly notes: readonly Issue[] }
  | { readonly ok: false; readonly refusal: FileRefusal };

/** Told how many of the records have been read, so that a page can show it. */
export type OnProgress = (done: number, total: number) => void;

const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

const recordsACall = 2_000;

/** csv-parse with nothing left to its defaults: they succeed on damaged files (reliability notes, 3.3). */
function parseRecords(text: string, separator: Separator): string[][] {
  return parse(text, {
    columns: false,
    bom: false,
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    quote: '"',
    escape: '"',
    max_record_size: limits.recordBytes,
    relax_column_count: true,
    relax_quotes: false,
    skip_empty_lines: false,
    trim: false,
  });
}

function refuse(code: FileRefusal['code'], reason: string): { ok: false; refusal: FileRefusal } {
  return { ok: false, refusal: { code, reason } };
}

/** A first line `sep=;` names the separator; it is not a heading. */
type Start = { readonly at: number; readonly line: number; readonly given: string | null };

function startOf(text: string): Start {
  const match = /^"?sep=([^\r\n]?)"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(text);
  return match === null
    ? { at: 0, line: 1, given: null }
    : { at: match[0].length, line: 2, given: match[1] ?? '' };
}

function cellsOf(text: string, span: RecordSpan, separator: Separator): string[] {
  return parseRecords(text.slice(span.start, span.end), separator)[0] ?? [];
}

type Heading = {
  readonly separator: Separator;
  readonly span: RecordSpan;
  readonly cells: readonly string[];
};

function headingWith(text: string, start: Start, separator: Separator): Heading | null {
  const span = firstRecord(text, start.at, start.line, separator);
  if (span === null) return null;
  return { separator, span, cells: span.fault === null ? cellsOf(text, span, separator) : [] };
}

/** The separator under which the heading names most columns; where none names any, the one that gives most cells. */
function findHeading(text: string, start: Start, columns: Columns): Heading | null {
  const candidates = separators
    .filter((separator) => start.given === null || separator === start.given)
    .flatMap((separator) => headingWith(text, start, separator) ?? []);
  const known = (heading: Heading): number => countKnownHeadings(columns, heading.cells);
  const anyKnown = candidates.some((heading) => known(heading) > 0);
  const worth = (heading: Heading): number => (anyKnown ? known(heading) : heading.cells.length);
  return candidates.reduce<Heading | null>(
    (best, next) => (best === null || worth(next) > worth(best) ? next : best),
    null,
  );
}

/** Cells before a fault are sound, and tell whose row it is. */
function cellsBeforeFault(text: string, span: RecordSpan, separator: Separator): string[] {
  if (span.fault === null || span.fault.cell === null || span.fault.cell === 0) return [];
  return parseRecords(text.slice(span.start, span.fault.cellStart - 1), separator)[0] ?? [];
}

/** Parses sound records a few thousand at a time; `null` when csv-parse and the record finder disagree. */
function parseSound(
  text: string,
  spans: readonly RecordSpan[],
  separator: Separator,
  onProgress: OnProgress,
): string[][] | null {
  const records: string[][] = [];
  for (let from = 0; from < spans.length; from += recordsACall) {
    const chunk = spans.slice(from, from + recordsACall);
    const parsed = parseRecords(chunk.map((span) => text.slice(span.start, span.end)).join('\n'), separator);
    const agree =
      parsed.length === chunk.length && parsed.every((cells, index) => cells.length === chunk[index]?.cells);
    if (!agree) return null;
    records.push(...parsed);
    onProgress(records.length, spans.length);
  }
  return records;
}

/** The widths a sound record may have: with or without blank headings at the end. */
function widthsOf(cells: readonly string[]): number[] {
  return [cells.length, cells.findLastIndex((cell) => cell.trim() !== '') + 1];
}

/**
 * Text in, records out, each with its first line and, where its quoting is broken, its fault. Records are found first,
 * so that a stray or open quotation mark costs its own row and no other; csv-parse then reads the sound ones, and the
 * two must agree on every record.
 */
export function parseText(text: string, columns: Columns, onProgress: OnProgress): Parsed {
  const start = startOf(text);
  if (start.given !== null && !separators.some((separator) => separator === start.given)) {
    return refuse(
      'BAD_SEPARATOR',
      'The first line names a separator that is not a comma, semicolon or tab. Use one of those.',
    );
  }
  const heading = findHeading(text, start, columns);
  if (heading === null)
    return refuse('EMPTY_FILE', 'The file is empty. Check the export and upload it again.');
  if (heading.span.fault !== null) {
    return refuse(
      'BAD_QUOTING',
      'The quotation marks of the heading line do not match. Correct the first line.',
    );
  }
  const { separator, span, cells } = heading;
  const after = afterHeading(text, span);
  const spans = splitRecords(text, after.at, after.line, separator, widthsOf(cells));
  const sound = parseSound(
    text,
    spans.filter((record) => record.fault === null),
    separator,
    onProgress,
  );
  if (sound === null)
    return refuse('UNREADABLE', 'The file could not be read without doubt. Export it again as CSV UTF-8.');
  let next = 0;
  const records = spans.map((record): SourceRecord => {
    const read = record.fault === null ? (sound[next++] ?? []) : cellsBeforeFault(text, record, separator);
    return { line: record.line, cells: read, fault: record.fault };
  });
  return { ok: true, file: { headingLine: span.line, heading: cells, records }, notes: [] };
}

function afterHeading(text: string, span: RecordSpan): { at: number; line: number } {
  const lines = text.slice(span.start, span.end).split(/\r\n|\n|\r/).length;
  const lineEnd = text.startsWith('\r\n', span.end) ? 2 : 1;
  return { at: span.end + lineEnd, line: span.line + lines };
}
