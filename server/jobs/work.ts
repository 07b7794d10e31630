import { wholeTrust } from '../../shared/access/scope.ts';
import type { House } from '../auth/context.ts';
import { withSystem } from '../db/with-system.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import type { JobHandlers } from './handler.ts';
import {
  claimTicket,
  deleteTicket,
  readJob,
  renewTicket,
  returnTicket,
  type Claim,
  type HeldJob,
  type JobProgress,
} from './store.ts';

const mostAttempts = 3;
const renewMs = 1_000;
const againSeconds = 2;

/** Takes part in the work of every process on the same database. */
export type Worker = {
  readonly house: House;
  readonly holder: string;
  readonly handlers: JobHandlers;
  readonly onFault: (error: unknown) => void;
};

function contextOf({ house }: Worker, trustId: string, job: HeldJob | null): TrustContext {
  return {
    database: house.database,
    trustId,
    userId: job?.userId ?? '',
    role: job?.role ?? 'read-only',
    // Only who sees the whole trust can queue a job: the table lets nobody else write one.
    scope: wholeTrust,
    sessionHash: null,
    requestId: job?.requestId ?? '',
    today: house.clock.today,
    now: house.clock.now,
  };
}

/**
 * Does one job if there is one waiting. Never throws for what goes wrong inside it: such a job is given back and taken
 * again, and given up after three attempts.
 *
 * @returns whether there was one.
 */
export async function workOnce(worker: Worker, stop: AbortSignal): Promise<boolean> {
  const { house, holder, onFault } = worker;
  const claim = await withSystem(house.database, 'look for work', (tx) => claimTicket(tx, holder));
  if (claim === null) return false;
  try {
    await workOn(worker, claim, stop);
  } catch (error) {
    if (!stop.aborted) onFault(error);
    await giveBack(worker, claim, stop.aborted);
  }
  return true;
}

async function workOn(worker: Worker, claim: Claim, stop: AbortSignal): Promise<void> {
  const { house, handlers, holder } = worker;
  const { trustId, jobId } = claim;
  const job = await withTrust(contextOf(worker, trustId, null), (tx) => readJob(tx, trustId, jobId));
  const handler = job === null ? undefined : handlers[job.kind];
  const end = (): Promise<void> =>
    withSystem(house.database, 'go on with work', (tx) => deleteTicket(tx, jobId, holder));
  if (job === null || (handler === undefined && claim.attempts > mostAttempts)) return end();
  // Another version of this program may know it.
  if (handler === undefined) throw new Error(`a job of the unknown kind ${job.kind}`);
  const ctx = contextOf(worker, trustId, job);
  if (claim.attempts > mostAttempts) await handler.giveUp(ctx, job.payload);
  else await whileAlive(worker, claim, stop, (tools) => handler.run(ctx, job.payload, tools));
  // A handler ends its job with its own transaction; what had nothing to do any more ends here.
  await end();
}

type Tools = { readonly progress: (progress: JobProgress) => void; readonly signal: AbortSignal };

/** Runs work and renews its lease every second; work whose ticket is gone is aborted, and its end is no fault. */
async function whileAlive(
  worker: Worker,
  { jobId }: Claim,
  stop: AbortSignal,
  work: (tools: Tools) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  const state: { progress: JobProgress } = { progress: { done: 0, total: null } };
  const renew = async (): Promise<void> => {
    const held = await withSystem(worker.house.database, 'go on with work', (tx) =>
      renewTicket(tx, jobId, worker.holder, state.progress),
    );
    if (!held) lost.abort();
  };
  // One renewal that fails is not the end: the lease outlasts many.
  const timer = setInterval(() => void renew().catch(worker.onFault), renewMs);
  try {
    await work({
      progress: (progress) => void (state.progress = progress),
      signal: AbortSignal.any([lost.signal, stop]),
    });
  } catch (error) {
    if (!lost.signal.aborted) throw error;
  } finally {
    clearInterval(timer);
  }
}

async function giveBack({ house, holder, onFault }: Worker, claim: Claim, stopped: boolean): Promise<void> {
  const again = { seconds: stopped ? 0 : againSeconds, counts: !stopped };
  await withSystem(house.database, 'go on with work', (tx) =>
    returnTicket(tx, claim.jobId, holder, again),
  ).catch(onFault);
}
