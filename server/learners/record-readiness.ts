import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Readiness } from '../../shared/learners/readiness.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readPeople } from '../staff/read.ts';
import { movedOn } from './move-learner.ts';
import { upsertReadiness } from './store.ts';

export type RecordedReadiness = { readonly personId: string; readonly version: number };

/** What was recorded cannot be dated ahead. */
function datedAhead({ trainingOn, signedOffOn, timeAgreedOn }: Readiness, today: string): boolean {
  return [trainingOn, signedOffOn, timeAgreedOn].some((day) => day !== null && day > today);
}

/**
 * Records what makes a person ready to act: route of assessment, training, sign-off and time agreed. `version` is the
 * one read, 0 where nothing was recorded.
 *
 * Refused with `not-found`, `bad-input` for a day to come, `changed-elsewhere` when somebody else recorded first.
 */
export async function recordReadiness(
  ctx: TrustContext,
  input: Readiness,
): Promise<Result<RecordedReadiness>> {
  if (datedAhead(input, ctx.today()))
    return err('bad-input', 'Training, sign-off and agreement are recorded once they have happened.');
  return withTrustWrite(ctx, 'learners.ready', async (tx, audit): Promise<Result<RecordedReadiness>> => {
    const { personId } = input;
    if (!(await readPeople(tx, ctx.trustId, [personId])).has(personId))
      return err('not-found', 'This person is not in the staff file.');
    const version = await upsertReadiness(tx, ctx.trustId, input);
    if (version === null) return err('changed-elsewhere', movedOn);
    const { assessedRoute, trainingOn, signedOffOn, timeAgreedOn, weeklyMinutes } = input;
    audit({
      entity: 'readiness',
      entityId: personId,
      ...(input.version === 0 ? {} : { versionBefore: input.version }),
      versionAfter: version,
      after: { assessedRoute, trainingOn, signedOffOn, timeAgreedOn, weeklyMinutes },
    });
    return ok({ personId, version });
  });
}
