import { sql } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { parseStaffGroup, type StaffGroup } from '../../shared/staff/staff.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** What somebody in post is: their first assignment by number; `lastDay` where every assignment is known to end. */
export type PostHeld = {
  readonly staffGroup: StaffGroup;
  readonly jobRole: string;
  readonly lastDay: PlainDate | null;
};

/** Posts on a day of those of `personIds` who hold one, by person. */
export async function readPostsOn(
  tx: TrustReader,
  trustId: string,
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, PostHeld>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('assignment')
    .select(['person_id', 'staff_group', 'job_role', 'leaving_date', 'fixed_term_end'])
    .where('trust_id', '=', trustId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .where('start_date', '<=', day)
    .where((where) => where.or([where('leaving_date', 'is', null), where('leaving_date', '>=', day)]))
    .orderBy('assignment_number')
    .execute();
  const posts = new Map<string, PostHeld>();
  for (const row of rows) {
    const ends = row.leaving_date ?? row.fixed_term_end;
    const known = posts.get(row.person_id);
    if (known === undefined) {
      posts.set(row.person_id, {
        staffGroup: groupOf(row.staff_group),
        jobRole: row.job_role,
        lastDay: ends,
      });
    } else posts.set(row.person_id, { ...known, lastDay: later(known.lastDay, ends) });
  }
  return posts;
}

/** The end of two posts together: not known as soon as one has no end. */
function later(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

/** @throws RangeError on a group this program does not know. */
function groupOf(text: string): StaffGroup {
  const group = parseStaffGroup(text);
  if (group === null) throw new RangeError('an assignment in a staff group this program does not know');
  return group;
}
