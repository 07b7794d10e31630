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
        where l.trust_id = a.trust_id and l.id = a.entity_id)
      when 'supervisor' then (select v.name from supervisor v where v.trust_id = a.trust_id and v.id = a.entity_id)
      when 'study' then (select concat(s.reference, ', ', s.title) from study s
        where s.trust_id = a.trust_id and s.id = a.entity_id)
      when 'delegation_entry' then (select concat(s.reference, ', ', p.first_name, ' ', p.last_name, ', ', d.started_on)
        from delegation_entry d join study s on s.trust_id = d.trust_id and s.id = d.study_id
        join person p on p.trust_id = d.trust_id and p.id = d.person_id
        where d.trust_id = a.trust_id and d.id = a.entity_id)
      when 'hours_taken' then (select concat(p.first_name, ' ', p.last_name, ', ', h.week) from hours_taken h
        join learner l on l.trust_id = h.trust_id and l.id = h.learner_id
        join person p on p.trust_id = l.trust_id and p.id = l.person_id
        where h.trust_id = a.trust_id and h.id = a.entity_id)
      when 'bank_shift' then (select concat(b.reference, ', ', b.unit, ', ', b.worked_on) from bank_shift b
        where b.trust_id = a.trust_id and b.id = a.entity_id)
      when 'ledger_line' then (select concat(g.journal_reference, ' ', g.line, ', ', g.cost_centre) from ledger_line g
        where g.trust_id = a.trust_id and g.id = a.entity_id) end, '') as label
    from import_applied a
    where a.trust_id = ${trustId} and a.batch_id = ${asked.batchId} and a.kept is not null
    order by label, a.entity, a.entity_id limit ${asked.limit} offset ${asked.after}`.execute(tx);
  return rows;
}
