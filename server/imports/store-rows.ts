import { sql } from 'kysely';
import type { BatchCounts, RowOutcome } from '../../shared/imports/batch.ts';
import type { IssueCode } from '../../shared/imports/issues.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';
import type { PlannedRow } from './plan-rows.ts';

const rowsACall = 2_000;

/** Stages rows whose outcome is known. */
export async function insertPlannedRows(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  rows: readonly PlannedRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsACall) {
    const chunk = JSON.stringify(rows.slice(from, from + rowsACall));
    await sql`
      insert into import_row (trust_id, batch_id, position, line, outcome, entity_key, after, before, issues)
      select ${trustId}, ${batchId}, x.position, x.line, x.outcome, x.entity_key, x.after, x.before, x.issues
      from jsonb_to_recordset(${chunk}::jsonb) as x(position int, line int, outcome text, entity_key text,
        after jsonb, before jsonb, issues jsonb)`.execute(tx);
  }
}

/** How many staged rows a batch has of each outcome. */
export async function countOutcomes(
  tx: TrustReader,
  trustId: string,
  batchId: string,
): Promise<Readonly<Record<RowOutcome, number>>> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['outcome', sql<number>`count(*)`.as('rows')])
    .where('trust_id', '=', trustId)
    .where('batch_id', '=', batchId)
    .groupBy('outcome')
    .execute();
  const counts = { new: 0, changed: 0, unchanged: 0, leaver: 0, rejected: 0 };
  for (const { outcome, rows: count } of rows) counts[outcome] = count;
  return counts;
}

/** Refusals of a batch by code, among those of some codes, over and above those that its file had by itself. */
export async function countRefusals(
  tx: TrustReader,
  trustId: string,
  batchId: string,
  codes: readonly string[],
  inFile: BatchCounts['byCode'],
): Promise<BatchCounts['byCode']> {
  const { rows } = await sql<{ code: IssueCode; found: number }>`
    select issue ->> 'code' as code, count(*) as found
    from import_row r cross join lateral jsonb_array_elements(r.issues) issue
    where r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.outcome = 'rejected'
      and issue ->> 'code' = any(${[...codes]}::text[]) group by 1`.execute(tx);
  const more = rows.map(({ code, found }) => [code, found - (inFile[code] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, found]) => found > 0));
}

/** One hash over everything a batch changes: what the audit entry carries in place of names. */
export async function digestOfChanges(tx: TrustReader, trustId: string, batchId: string): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(
      concat_ws(' ', position, outcome, entity_key, before::text, after::text), E'\\n' order by position), ''), 'UTF8')), 'hex') as digest
    from import_row
    where trust_id = ${trustId} and batch_id = ${batchId} and outcome in ('new', 'changed', 'leaver')`.execute(
    tx,
  );
  return rows[0]?.digest ?? '';
}
