import { sql, type Transaction } from 'kysely';
import type { Role } from '../../shared/access/roles.ts';
import type { JsonValue } from '../db/json.ts';
import type { SystemTables } from '../db/schema.ts';
import type { TrustContext, TrustReader, TrustWriter } from '../db/with-trust.ts';

/** A job as its trust holds it: what to do, and on whose behalf. */
export type HeldJob = {
  readonly kind: string;
  readonly payload: JsonValue;
  readonly userId: string;
  readonly role: Role;
  readonly requestId: string;
};

/** A claim on a job of some trust. */
export type Claim = { readonly jobId: string; readonly trustId: string; readonly attempts: number };

export type JobProgress = { readonly done: number; readonly total: number | null };

type SystemWriter = Transaction<SystemTables>;

/** How long a worker has a job without saying that it lives. A killed worker's job goes on after that. */
const leaseSeconds = 30;

/** Queues a job in the transaction that makes it necessary. */
export async function insertJob(
  tx: TrustWriter,
  ctx: TrustContext,
  job: { readonly id: string; readonly kind: string; readonly payload: JsonValue },
): Promise<void> {
  await tx
    .insertInto('job')
    .values({
      trust_id: ctx.trustId,
      id: job.id,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      created_by: ctx.userId,
      role: ctx.role,
      request_id: ctx.requestId,
    })
    .execute();
  await tx.insertInto('job_ticket').values({ job_id: job.id, trust_id: ctx.trustId }).execute();
}

/**
 * Ends a job, done or cancelled, in the transaction that makes it so: whoever is still at it finds their ticket gone
 * and stops.
 */
export async function deleteJob(tx: TrustWriter, trustId: string, jobId: string): Promise<void> {
  await tx.deleteFrom('job').where('trust_id', '=', trustId).where('id', '=', jobId).execute();
  await tx.deleteFrom('job_ticket').where('trust_id', '=', trustId).where('job_id', '=', jobId).execute();
}

export async function readJob(tx: TrustReader, trustId: string, jobId: string): Promise<HeldJob | null> {
  const row = await tx
    .selectFrom('job')
    .select(['kind', 'payload', 'created_by', 'role', 'request_id'])
    .where('trust_id', '=', trustId)
    .where('id', '=', jobId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { kind, payload, created_by: userId, role, request_id: requestId } = row;
  // Written from a context's role.
  return { kind, payload, userId, role: role as Role, requestId };
}

/** Takes the job that has waited longest, of any trust; two workers never take the same. */
export async function claimTicket(tx: SystemWriter, holder: string): Promise<Claim | null> {
  const { rows } = await sql<Claim>`
    update job_ticket t set due = now() + make_interval(secs => ${leaseSeconds}), holder = ${holder},
      attempts = t.attempts + 1
    from (select job_id from job_ticket where due <= now() order by due limit 1 for update skip locked) next
    where t.job_id = next.job_id
    returning t.job_id as "jobId", t.trust_id as "trustId", t.attempts`.execute(tx);
  return rows[0] ?? null;
}

/** Renews the lease and says how far the job is. @returns false when it is another's by now, ended or cancelled. */
export async function renewTicket(
  tx: SystemWriter,
  jobId: string,
  holder: string,
  progress: JobProgress,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('job_ticket')
    .set({
      due: sql`now() + make_interval(secs => ${leaseSeconds})`,
      done: progress.done,
      total: progress.total,
    })
    .where('job_id', '=', jobId)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives a job back, to be taken again after some seconds; one that was cut short by us was no attempt. */
export async function returnTicket(
  tx: SystemWriter,
  jobId: string,
  holder: string,
  again: { readonly seconds: number; readonly counts: boolean },
): Promise<void> {
  await tx
    .updateTable('job_ticket')
    .set({ due: sql`now() + make_interval(secs => ${again.seconds})`, holder: null })
    .$if(!again.counts, (query) => query.set({ attempts: sql`attempts - 1` }))
    .where('job_id', '=', jobId)
    .where('holder', '=', holder)
    .execute();
}

/** Removes the ticket of a job that its holder has nothing more to do for. */
export async function deleteTicket(tx: SystemWriter, jobId: string, holder: string): Promise<void> {
  await tx.deleteFrom('job_ticket').where('job_id', '=', jobId).where('holder', '=', holder).execute();
}
