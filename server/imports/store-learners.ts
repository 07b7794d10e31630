import { sql } from 'kysely';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { newId } from '../db/new-id.ts';
import type { TrustWriter } from '../db/with-trust.ts';

function valuesOf(learner: LearnerRow) {
  return {
    route: learner.route,
    university: learner.university,
    weekly_release_minutes: learner.weeklyReleaseMinutes,
    stated_release_minutes: learner.statedReleaseMinutes,
    release_days: learner.releaseDays === null ? null : JSON.stringify(learner.releaseDays),
    study_day_rule: learner.studyDayRule,
    supervisor: learner.supervisor,
    funding_source: learner.fundingSource,
    fee_pence: learner.feePence,
    funding_pence: learner.fundingPence,
    status: learner.status,
    status_date: learner.statusDate,
    started_on: learner.startedOn,
    interrupted_on: learner.interruptedOn,
    returns_on: learner.returnsOn,
    withdrawn_on: learner.withdrawnOn,
    qualified_on: learner.qualifiedOn,
    interruptions: learner.interruptions,
    role_held: learner.roleHeld,
    role_since: learner.roleSince,
  };
}

/** Adds a learner, or brings the same person, stage and intake up to date; one that was ended is taken up again. */
export async function upsertLearner(
  tx: TrustWriter,
  trustId: string,
  personId: string,
  learner: LearnerRow,
): Promise<void> {
  const values = valuesOf(learner);
  await tx
    .insertInto('learner')
    .values({
      trust_id: trustId,
      id: newId(),
      person_id: personId,
      stage: learner.stage,
      intake_month: learner.intakeMonth,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['trust_id', 'person_id', 'stage', 'intake_month'])
        .doUpdateSet({ ...values, ended_at: null, version: sql<number>`learner.version + 1` }),
    )
    .execute();
}

/** Takes a learner off the register; the row stays. @returns false when it is not there any more. */
export async function endLearner(tx: TrustWriter, trustId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('learner')
    .set({ ended_at: now, version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
