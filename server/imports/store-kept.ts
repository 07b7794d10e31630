import { sql } from 'kysely';
import {
  appliedEntities,
  type AppliedEntity,
  type KeptReason,
  type UndoCounts,
} from '../../shared/imports/batch.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';

/** A record that undoing an import left as it is. */
export type KeptRecord = {
  readonly entity: AppliedEntity;
  readonly id: string;
  /** What it is known by: a name, with a number where it has one. */
  readonly label: string;
  readonly reason: KeptReason;
};

/** Records put back and kept of each table, once the ones to keep are marked. */
export async function countUndo(tx: TrustReader, trustId: string, batchId: string): Promise<UndoCounts> {
  const { rows } = await sql<{ entity: AppliedEntity; going: number; kept: number }>`
    select entity, count(*) filter (where kept is null) as going, count(kept) as kept from import_applied
    where trust_id = ${trustId} and batch_id = ${batchId} group by entity`.execute(tx);
  const of = (count: 'going' | 'kept') =>
    Object.fromEntries(
      appliedEntities.map((entity) => [entity, rows.find((row) => row.entity === entity)?.[count] ?? 0]),
    ) as UndoCounts['kept'];
  return { putBack: of('going'), kept: of('kept') };
}

/** The notes of what was put back hold names, and nobody needs them any more. */
export async function deleteNotesOfPutBack(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await sql`delete from import_applied
    where trust_id = ${trustId} and batch_id = ${batchId} and kept is null`.execute(tx);
}

/** What was kept, by its label as it is now, from just after a place in the list. */
export async function readKept(
  tx: TrustReader,
  trustId: string,
  asked: { readonly batchId: string; readonly after: number; readonly limit: number },
): Promise<readonly KeptRecord[]> {
  const { rows } = await sql<KeptRecord>`
    select a.entity, a.entity_id as id, a.kept as reason, coalesce(case a.entity
      when 'person' then (select concat(p.first_name, ' ', p.last_name, ', ', p.employee_number) from person p
        where p.trust_id = a.trust_id and p.id = a.entity_id)
      when 'assignment' then (select concat(p.first_name, ' ', p.last_name, ', ', s.assignment_number)
        from assignment s join person p on p.trust_id = s.trust_id and p.id = s.person_id
        where s.trust_id = a.trust_id and s.id = a.entity_id)
      when 'team' then (select t.name from team t where t.trust_id = a.trust_id and t.id = a.entity_id)
      when 'learner' then (select concat(p.first_name, ' ', p.last_name, ', ', l.stage, ' ', l.intake_month)
        from learner l join person p on p.trust_id = l.trust_id and p.id = l.person_id
        where l.trust_id = a.trust_id and l.id = a.entity_id) end, '') as label
    from import_applied a
    where a.trust_id = ${trustId} and a.batch_id = ${asked.batchId} and a.kept is not null
    order by label, a.entity, a.entity_id limit ${asked.limit} offset ${asked.after}`.execute(tx);
  return rows;
}
