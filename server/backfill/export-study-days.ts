import { z } from 'zod';
import { isPlainDate, daysBetween, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { studyDaysOf } from '../../shared/scenario/study-days.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readPlan, type Plan } from '../scenario/read.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day');

export const studyDaysInput = z.strictObject({ from: day, to: day });

/** The longest stretch in one file, days. */
const mostDays = 800;

export type StudyDaysFile = {
  readonly csv: string;
  readonly rows: number;
  /** Learners left out because no weekday is known of their release, and those with no post in the staff file. */
  readonly withoutWeekday: number;
  readonly withoutPost: number;
};

/** A learner's post in a team; of several the one with most hours, then the lowest number. */
function postFinder({ learners, placed }: Plan): (learnerId: string, teamId: string) => string | null {
  const personOf = new Map(learners.map(({ id, personId }) => [id, personId]));
  return (learnerId, teamId) => {
    const own = placed.filter(({ assignment }) => assignment.personId === personOf.get(learnerId));
    const here = own.filter((post) => post.teamId === teamId);
    const [most] = (here.length > 0 ? here : own)
      .map(({ assignment }) => assignment)
      .sort(
        (a, b) =>
          b.contractedHoursX100 - a.contractedHoursX100 || (a.assignmentNumber < b.assignmentNumber ? -1 : 1),
      );
    return most?.assignmentNumber ?? null;
  };
}

/**
 * Study days as a file that roster systems take in: assignment number, date, hours and reason, no name. It leaves the
 * product with staff numbers, so that each making of it is an entry in the audit log.
 *
 * Refused with `bad-input` when the days are the wrong way round or too many.
 */
export async function exportStudyDays(
  ctx: TrustContext,
  { from, to }: z.output<typeof studyDaysInput>,
): Promise<Result<StudyDaysFile>> {
  if (to < from) return err('bad-input', 'The last day is before the first.');
  if (daysBetween(from, to) >= mostDays) return err('too-large', `Ask for ${mostDays} days at most.`);
  return withTrustWrite(ctx, 'backfill.studyDays', async (tx, audit) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    const { days, withoutWeekday } = studyDaysOf(plan.inputs.teams, from, to);
    const postOf = postFinder(plan);
    const posts = new Map<string, string | null>();
    for (const { learnerId, teamId } of days) {
      const key = `${learnerId} ${teamId}`;
      if (!posts.has(key)) posts.set(key, postOf(learnerId, teamId));
    }
    const rows = days.flatMap(({ learnerId, teamId, date, minutes }) => {
      const post = posts.get(`${learnerId} ${teamId}`) ?? null;
      return post === null ? [] : [[post, date, minutes / 60, 'Study leave: research course']];
    });
    const withoutPost = [...posts.values()].filter((post) => post === null).length;
    audit({ entity: 'study-days', entityId: ctx.trustId, after: { from, to, rows: rows.length } });
    const csv = csvOut(['Assignment number', 'Date', 'Hours', 'Reason'], rows);
    return ok({ csv, rows: rows.length, withoutWeekday: withoutWeekday.length, withoutPost });
  });
}
