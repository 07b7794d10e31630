import type { Columns } from './columns.ts';
import { quoted, type FileRefusal } from './issues.ts';
import { limits } from './limits.ts';
import { foldName } from './read-text.ts';

/** Where each column of a kind stands in one file. */
export type HeadingMatch = {
  /** Cell index by column key; optional columns may be absent. */
  readonly positions: ReadonlyMap<string, number>;
  /** Numbers of cells a record may have: that of the heading, with or without blank headings at its end. */
  readonly widths: readonly number[];
  /** Headings that the file has and the contract has not. Their cells are never stored. */
  readonly ignored: readonly string[];
};

type Matching =
  { readonly ok: true; readonly match: HeadingMatch } | { readonly ok: false; readonly refusal: FileRefusal };

function refusal(code: FileRefusal['code'], reason: string): Matching {
  return { ok: false, refusal: { code, reason } };
}

function list(headings: readonly string[]): string {
  return headings.map((heading) => `“${heading}”`).join(', ');
}

function missingReason(missing: readonly string[], known: number): string {
  const start = known === 0 ? 'No heading of this kind of file was found on the first line. ' : '';
  const columns = missing.length === 1 ? 'column is' : 'columns are';
  return `${start}The required ${columns} missing: ${list(missing)}. Add ${missing.length === 1 ? 'it' : 'them'} and upload the file again.`;
}

/** How many columns of the kind a line of cells names: the separator that gives most is the separator. */
export function countKnownHeadings(columns: Columns, cells: readonly string[]): number {
  const known = new Set(Object.values(columns).map((column) => foldName(column.heading)));
  return new Set(cells.map(foldName).filter((cell) => cell !== '' && known.has(cell))).size;
}

/** Finds the columns after trimming, folding case and collapsing spaces; refuses a file that lacks or repeats one. */
export function matchHeadings(columns: Columns, cells: readonly string[]): Matching {
  const folded = cells.map(foldName);
  const lastNamed = folded.findLastIndex((cell) => cell !== '');
  if (cells.length > limits.columns) {
    return refusal(
      'TOO_MANY_COLUMNS',
      `The file has ${cells.length} columns; at most ${limits.columns} can be read.`,
    );
  }
  const twice = folded.find((cell, index) => cell !== '' && folded.indexOf(cell) < index);
  if (twice !== undefined) {
    return refusal(
      'DUPLICATE_HEADING',
      `The heading ${quoted(twice)} stands twice. Remove or rename one of the two.`,
    );
  }
  const entries = Object.entries(columns);
  const positions = new Map(
    entries
      // A layout gives an empty heading to a column that its files do not have.
      .filter(([, column]) => column.heading !== '')
      .map(([key, column]) => [key, folded.indexOf(foldName(column.heading))] as const)
      .filter(([, at]) => at >= 0),
  );
  const missing = entries.filter(([key, column]) => column.required && !positions.has(key));
  if (missing.length > 0) {
    return refusal(
      'MISSING_COLUMN',
      missingReason(
        missing.map(([, column]) => column.heading),
        positions.size,
      ),
    );
  }
  const used = new Set(positions.values());
  const ignored = cells
    .filter((_, index) => !used.has(index) && folded[index] !== '')
    .map((cell) => cell.trim());
  return { ok: true, match: { positions, widths: [...new Set([cells.length, lastNamed + 1])], ignored } };
}
