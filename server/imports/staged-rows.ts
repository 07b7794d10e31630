import type { FileCheck } from '../../shared/imports/check-records.ts';
import { textAt } from '../../shared/imports/check-records.ts';
import type { BatchCounts } from '../../shared/imports/batch.ts';
import type { FileRefusal, Issue, IssueCode } from '../../shared/imports/issues.ts';
import type { CheckedRecord, ImportKind } from '../../shared/imports/kind.ts';
import type { AnyRow } from './check-file.ts';

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
  /** Keys of the columns that the file had. */
  readonly columns: readonly string[];
};

/** A file read: refused, or its rows as JSON texts of a few thousand rows each. */
export type ReadFile =
  | { readonly ok: false; readonly refusal: FileRefusal }
  | { readonly ok: true; readonly facts: FileFacts; readonly chunks: readonly string[] };

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

type Checked = Extract<FileCheck<AnyRow>, { ok: true }>;

function textsOf({ match }: Checked, { cells }: CheckedRecord<AnyRow>): Record<string, string> {
  return Object.fromEntries(
    [...match.positions.keys()].map((key) => [key, storable(textAt(match, cells, key))]),
  );
}

function stagedRow(check: Checked, checked: CheckedRecord<AnyRow>, keepTexts: boolean): StagedRow {
  return {
    position: checked.record,
    line: checked.line,
    outcome: checked.row === null ? 'rejected' : 'new',
    entity_key: checked.key ?? checked.person,
    after: checked.row ?? { texts: textsOf(check, checked) },
    issues: stagedIssues(checked),
    ...(keepTexts && checked.row !== null ? { texts: textsOf(check, checked) } : {}),
  };
}

function countCodes(issues: readonly Issue[]): Partial<Record<IssueCode, number>> {
  const counts: Partial<Record<IssueCode, number>> = {};
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function factsOf({ records, fileWarnings, match }: Checked): FileFacts {
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
    columns: [...match.positions.keys()],
  };
}

/** A checked file as what the database is given. Columns the contract does not name are left behind here. */
export function readFileOf(kind: ImportKind, check: FileCheck<AnyRow>): ReadFile {
  if (!check.ok) return check;
  const chunks: string[] = [];
  for (let from = 0; from < check.records.length; from += rowsAChunk) {
    const rows = check.records
      .slice(from, from + rowsAChunk)
      .map((checked) => stagedRow(check, checked, kind !== 'staff'));
    chunks.push(JSON.stringify(rows));
  }
  return { ok: true, facts: factsOf(check), chunks };
}
