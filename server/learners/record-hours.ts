import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HoursTaken } from '../../shared/learners/hours-taken.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readHoursOfLearner } from './read-hours.ts';
import { readLearners } from './read.ts';
import { deleteHours, insertHours, updateHours } from './store-hours.ts';

export type HoursInput = {
  readonly learnerId: string;
  /** A Monday. */
  readonly week: PlainDate;
  /** `null` makes the week not recorded again. */
  readonly minutes: number | null;
  /** Of the recorded week the page showed; 0 where it was not recorded. */
  readonly version: number;
};

/**
 * Records the study time a learner got in one week, over what was recorded of it.
 *
 * Refused with `not-found`, `bad-input` for a week to come, `nothing-to-apply` where a week that is not recorded should
 * be taken away, `changed-elsewhere` when the week was recorded or changed meanwhile.
 */
export async function recordHours(ctx: TrustContext, input: HoursInput): Promise<Result<Saved>> {
  if (input.week > ctx.today()) return err('bad-input', 'This week has not begun yet.');
  return withTrustWrite(ctx, 'learners.recordHours', async (tx, audit): Promise<Result<Saved>> => {
    const learners = await readLearners(tx, ctx.trustId);
    if (!learners.some(({ id }) => id === input.learnerId))
      return err('not-found', 'There is no such learner on the register.');
    const recorded = await readHoursOfLearner(tx, ctx.trustId, input.learnerId);
    const before = recorded.find(({ week }) => week === input.week) ?? null;
    if ((before?.version ?? 0) !== input.version) return changedElsewhere;
    if (before === null && input.minutes === null)
      return err('nothing-to-apply', 'This week is not recorded, so there is nothing to take away.');
    const saved = await write(tx, ctx.trustId, input, before);
    if (saved.ok)
      audit({
        entity: 'hours-taken',
        entityId: saved.value.id,
        ...(before === null ? {} : { versionBefore: before.version, before: { minutes: before.minutes } }),
        ...(input.minutes === null ? {} : { versionAfter: saved.value.version }),
        after: { learner: input.learnerId, week: input.week, minutes: input.minutes },
      });
    return saved;
  });
}

/** Version 0 stands for a week that is not recorded. */
async function write(
  tx: TrustWriter,
  trustId: string,
  { learnerId, week, minutes }: HoursInput,
  before: HoursTaken | null,
): Promise<Result<Saved>> {
  const id = before?.id ?? newId();
  const version = minutes === null ? 0 : (before?.version ?? 0) + 1;
  const done = await over(tx, trustId, before, { id, learnerId, week, minutes, version });
  if (!done) return changedElsewhere;
  const change = { entity: 'hours-taken', entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}

type Week = Omit<HoursTaken, 'minutes' | 'source'> & { readonly minutes: number | null };

function over(tx: TrustWriter, trustId: string, before: HoursTaken | null, week: Week): Promise<boolean> {
  const { minutes } = week;
  if (before === null)
    return minutes === null
      ? Promise.resolve(false)
      : insertHours(tx, trustId, { ...week, minutes, source: 'typed' });
  return minutes === null
    ? deleteHours(tx, trustId, before)
    : updateHours(tx, trustId, before, { minutes, source: 'typed' });
}
