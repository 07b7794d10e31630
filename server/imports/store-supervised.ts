import { sql } from 'kysely';
import type { TrustWriter } from '../db/with-trust.ts';

/** Links learners whose register says exactly the name of a supervisor that a batch wrote, and who are linked to nobody. */
export async function linkSupervised(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await sql`
    update learner l set supervisor_id = s.id from import_applied a
    join supervisor s on s.trust_id = ${trustId} and s.id = a.entity_id
    where a.trust_id = ${trustId} and a.batch_id = ${batchId} and a.entity = 'supervisor'
      and l.trust_id = ${trustId} and l.supervisor = s.name and l.supervisor_id is null`.execute(tx);
}

/** Unlinks the learners of the supervisors that go when a batch is undone: their register names somebody not held. */
export async function unlinkSupervised(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await sql`
    update learner l set supervisor_id = null from import_applied a
    where a.trust_id = ${trustId} and a.batch_id = ${batchId} and a.entity = 'supervisor' and a.kept is null
      and a.earlier is null and l.trust_id = ${trustId} and l.supervisor_id = a.entity_id`.execute(tx);
}
