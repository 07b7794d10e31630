import type { FileCheck } from './check-records.ts';
import type { Issue } from './issues.ts';

export type FileOutcome = 'accept' | 'accept_with_warnings' | 'reject_rows' | 'reject_file';

/** The one JSON object that `import:check` prints. */
export type CheckAnswer = {
  readonly outcome: FileOutcome;
  /** Data records; `null` for a refused file. */
  readonly records: number | null;
  /** Records that could be stored; `null` for a refused file. */
  readonly accepted: number | null;
  readonly rejected: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Plain words for a refused file. */
  readonly reason: string | null;
};

/** Everything a check says, in the shape of the import contract. */
export function checkAnswer(check: FileCheck<unknown>): CheckAnswer {
  if (!check.ok) {
    const { reason } = check.refusal;
    return { outcome: 'reject_file', records: null, accepted: null, rejected: [], warnings: [], reason };
  }
  const rejected = check.records.flatMap((record) => record.refused);
  const warnings = [...check.fileWarnings, ...check.records.flatMap((record) => record.warned)];
  const accepted = check.records.filter((record) => record.row !== null).length;
  const outcome =
    rejected.length > 0 ? 'reject_rows' : warnings.length > 0 ? 'accept_with_warnings' : 'accept';
  return { outcome, records: check.records.length, accepted, rejected, warnings, reason: null };
}
