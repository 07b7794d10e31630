import type { FileCheck } from '../../shared/imports/check-records.ts';
import { textAt } from '../../shared/imports/check-records.ts';
import type { BatchCounts } from '../../shared/imports/batch.ts';
import type { FileRefusal, Issue, IssueCode } from '../../shared/imports/issues.ts';
import { columnsRead, textsInOurs, type ColumnRead, type Profile } from '../../shared/imports/profile.ts';
import type { CheckedRecord, ImportKind } from '../../shared/imports/kind.ts';
import type { AnyRow } from '../../shared/imports/rules-by-kind.ts';
import { packRows, type PackedRows } from './packed-rows.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';

/** An issue as it is staged: whether it refuses the row or only warns. */
export type StagedIssue = Issue & { readonly refuses: boolean };

/** One record of a file on its way into the database; names are those of the staging query. */
export type StagedRow = {
  readonly position: number;
  readonly line: number;
  readonly outcome: 'new' | 'rejected';
  /** What the row is known by; of a refused row whatever could be read, so that nobody refused is taken for a leaver. */
  readonly entity_key: string | null;
  /** The checked row; of a refused one the texts of its known columns. */
  readonly after: AnyRow | { readonly texts: Readonly<Record<string, string>> };
  readonly issues: readonly StagedIssue[] | null;
  /** The same texts of an accepted row of a sheet, which may yet be refused for what is held. */
  readonly texts?: Readonly<Record<string, string>>;
};

/** What is known of a file before it is compared with what is held. */
export type FileFacts = Pick<
  BatchCounts,
  'records' | 'accepted' | 'rejected' | 'warnings' | 'unidentified' | 'byCode'
> & {
  readonly fileWarnings: readonly Issue[];
  /** Keys of the columns that the file has not. */
  readonly absent: readonly string[];
  /** Which column was read from which heading, where another layout than ours was chosen. */
  readonly readWith: ReadWith | null;
};

/** The layout a file was read with, as it was then. */
export type ReadWith = { readonly name: string; readonly columns: readonly ColumnRead[] };

/** A file read: refused, or its rows, a few thousand at a time. */
export type ReadFile =
  | { readonly ok: false; readonly refusal: FileRefusal }
  | { readonly ok: true; readonly facts: FileFacts; readonly chunks: readonly PackedRows[] };

const rowsAChunk = 2_000;

/** jsonb cannot hold NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u2400');
}

function stagedIssues({ refused, warned }: CheckedRecord<unknown>): readonly StagedIssue[] | null {
  if (refused.length + warned.length === 0) return null;
  return [
    ...refused.map((issue) => ({ ...issue, refuses: true })),
    ...warned.map((issue) => ({ ...issue, refuses: false })),
  ];
}

/** A file whose records could be told apart. */
export type Checked = Extract<FileCheck<AnyRow>, { ok: true }>;

type TextInOurs = (key: string, text: string) => string;

/** The texts of the known columns, those that a layout maps as ours: a refused row is put right in our own template. */
function textsOf(
  { match }: Checked,
  { cells }: CheckedRecord<AnyRow>,
  inOurs: TextInOurs,
): Record<string, string> {
  return Object.fromEntries(
    [...match.positions.keys()].map((key) => [key, storable(inOurs(key, textAt(match, cells, key)))]),
  );
}

function stagedRow(
  check: Checked,
  checked: CheckedRecord<AnyRow>,
  inOurs: TextInOurs,
  keepTexts: boolean,
): StagedRow {
  return {
    position: checked.record,
    line: checked.line,
    outcome: checked.row === null ? 'rejected' : 'new',
    entity_key: checked.key ?? checked.person,
    after: checked.row ?? { texts: textsOf(check, checked, inOurs) },
    issues: stagedIssues(checked),
    ...(keepTexts && checked.row !== null ? { texts: textsOf(check, checked, inOurs) } : {}),
  };
}

function countCodes(issues: readonly Issue[]): Partial<Record<IssueCode, number>> {
  const counts: Partial<Record<IssueCode, number>> = {};
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** What is known of a checked file. */
export function factsOf(
  kind: ImportKind,
  { records, fileWarnings, match }: Checked,
  profile: Profile | null,
): FileFacts {
  const rejected = records.filter((record) => record.row === null);
  const issues = records.flatMap((record) => [...record.refused, ...record.warned]);
  return {
    records: records.length,
    accepted: records.length - rejected.length,
    rejected: rejected.length,
    warnings: records.reduce((sum, record) => sum + record.warned.length, fileWarnings.length),
    unidentified: rejected.filter((record) => record.key === null && record.person === null).length,
    byCode: countCodes([...fileWarnings, ...issues]),
    fileWarnings,
    absent: Object.keys(columnsByKind[kind]).filter((key) => !match.positions.has(key)),
    readWith:
      profile === null
        ? null
        : { name: profile.name, columns: columnsRead(kind, profile, [...match.positions.keys()]) },
  };
}

/**
 * The rows of a checked file, a few thousand at a time: all of them at once would need the memory of the file again. Columns the contract does not name are left behind here.
 */
export function* stagedChunks(
  kind: ImportKind,
  check: Checked,
  profile: Profile | null,
): Generator<PackedRows> {
  const inOurs = textsInOurs(profile);
  for (let from = 0; from < check.records.length; from += rowsAChunk) {
    const rows = check.records
      .slice(from, from + rowsAChunk)
      .map((checked) => stagedRow(check, checked, inOurs, kind !== 'staff'));
    yield packRows(JSON.stringify(rows));
  }
}

/** A checked file as what the database is given. */
export function readFileOf(
  kind: ImportKind,
  check: FileCheck<AnyRow>,
  profile: Profile | null = null,
): ReadFile {
  if (!check.ok) return check;
  return { ok: true, facts: factsOf(kind, check, profile), chunks: [...stagedChunks(kind, check, profile)] };
}
