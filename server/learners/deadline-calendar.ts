import { calendarFile, type CalendarEntry } from '../../shared/learners/calendar-file.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Deadline } from '../../shared/learners/deadline.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readDeadlines } from './read-deadlines.ts';

/** The end of an id: enough to tell learners of one trust apart, and nothing that says who they are. */
function referenceOf(id: string): string {
  return id.slice(-8);
}

function entryOf(
  { key, on, what, owner, learnerId, supervisorId }: Deadline,
  address: string,
): CalendarEntry {
  const about =
    learnerId !== null
      ? ` (learner ${referenceOf(learnerId)})`
      : supervisorId !== null
        ? ` (supervisor ${referenceOf(supervisorId)})`
        : '';
  const page =
    learnerId !== null
      ? `/learners/${learnerId}`
      : supervisorId !== null
        ? '/supervisors'
        : '/learners?view=deadlines';
  return {
    uid: `${key}@protected-time`,
    on,
    summary: `${what}${about}`,
    description: `For: ${owner}`,
    url: `${address}${page}`,
  };
}

/**
 * The deadlines of a trust as a calendar: no names, no staff numbers and no typed notes, only ids and what to do.
 *
 * @param address of the product, without a slash at the end.
 */
export async function deadlineCalendar(ctx: TrustContext, address: string): Promise<Result<string>> {
  return withTrust(ctx, async (tx) => {
    const deadlines = await readDeadlines(tx, ctx.trustId, ctx.today());
    if (deadlines === null) return err('not-found', 'There is no such trust.');
    const entries = deadlines.map((deadline) => entryOf(deadline, address));
    return ok(calendarFile('Protected Time: deadlines', entries, ctx.now().toISOString()));
  });
}
