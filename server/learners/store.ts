import { sql } from 'kysely';
import type { Month } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Agreement } from '../../shared/learners/agreement.ts';
import type { MovePatch } from '../../shared/learners/check-move.ts';
import type { AgreedTerms } from '../../shared/learners/learner.ts';
import type { MoveReason, RegisterMove } from '../../shared/learners/lifecycle.ts';
import type { Readiness } from '../../shared/learners/readiness.ts';
import type { Stage } from '../../shared/programmes/stages.ts';
import type { University } from '../../shared/programmes/universities.ts';
import type { TrustWriter } from '../db/with-trust.ts';

export type NewLearner = {
  readonly id: string;
  readonly personId: string;
  readonly university: University;
  readonly stage: Stage;
  readonly intakeMonth: Month;
  readonly interestedOn: PlainDate;
};

/** Adds somebody to the register of interest. @returns false when they are there for this stage and intake. */
export async function insertInterested(
  tx: TrustWriter,
  trustId: string,
  learner: NewLearner,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learner')
    .values({
      trust_id: trustId,
      id: learner.id,
      person_id: learner.personId,
      route: 'framework',
      university: learner.university,
      stage: learner.stage,
      intake_month: learner.intakeMonth,
      study_day_rule: 'made-up',
      status: 'interested',
      status_date: learner.interestedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function learnerAt(tx: TrustWriter, trustId: string, id: string, version: number) {
  return tx
    .updateTable('learner')
    .set({ version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null);
}

/** Writes what a move says. @returns the new version, or null when the row has moved on. */
export async function updateMove(
  tx: TrustWriter,
  trustId: string,
  learner: { readonly id: string; readonly version: number },
  patch: MovePatch,
): Promise<number | null> {
  const row = await learnerAt(tx, trustId, learner.id, learner.version)
    .set({
      status: patch.status,
      status_date: patch.statusDate,
      started_on: patch.startedOn,
      interrupted_on: patch.interruptedOn,
      returns_on: patch.returnsOn,
      withdrawn_on: patch.withdrawnOn,
      qualified_on: patch.qualifiedOn,
      interruptions: patch.interruptions,
      funding_source: patch.fundingSource,
    })
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Writes the terms of the agreement. @returns the new version, or null when the row has moved on. */
export async function updateTerms(
  tx: TrustWriter,
  trustId: string,
  learner: { readonly id: string; readonly version: number },
  terms: AgreedTerms,
): Promise<number | null> {
  const row = await learnerAt(tx, trustId, learner.id, learner.version)
    .set({
      weekly_release_minutes: terms.weeklyReleaseMinutes,
      stated_release_minutes: terms.statedReleaseMinutes,
      release_days: terms.releaseDays === null ? null : JSON.stringify(terms.releaseDays),
      study_day_rule: terms.studyDayRule,
      supervisor: terms.supervisor,
      funding_source: terms.fundingSource,
      fee_pence: terms.feePence,
      funding_pence: terms.fundingPence,
    })
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function upsertAgreement(
  tx: TrustWriter,
  trustId: string,
  learnerId: string,
  agreement: Agreement,
): Promise<void> {
  const values = {
    cover_plan: agreement.coverPlan,
    return_of_service_months: agreement.returnOfServiceMonths,
    learner_signed_on: agreement.learnerSignedOn,
    manager_signed_on: agreement.managerSignedOn,
    research_signed_on: agreement.researchSignedOn,
    prior_learning: agreement.priorLearning,
    exception_on: agreement.exceptionOn,
    exception_source: agreement.exceptionSource,
    home_trust: agreement.homeTrust,
    host_trust: agreement.hostTrust,
    named_trust: agreement.namedTrust,
  };
  await tx
    .insertInto('learner_agreement')
    .values({ trust_id: trustId, learner_id: learnerId, ...values })
    .onConflict((conflict) => conflict.columns(['trust_id', 'learner_id']).doUpdateSet(values))
    .execute();
}

export type NewEvent = {
  readonly id: string;
  readonly learnerId: string;
  readonly move: RegisterMove;
  readonly on: PlainDate;
  readonly reason: MoveReason | null;
  readonly evidence: string | null;
  readonly before: MovePatch;
  readonly after: MovePatch;
  readonly at: Date;
  readonly by: string;
};

/** Adds a step to the history of a learner. */
export async function insertEvent(tx: TrustWriter, trustId: string, event: NewEvent): Promise<void> {
  await tx
    .insertInto('learner_event')
    .values({
      trust_id: trustId,
      id: event.id,
      learner_id: event.learnerId,
      move: event.move,
      status: event.after.status,
      happened_on: event.on,
      reason: event.reason,
      evidence: event.evidence,
      before: JSON.stringify(event.before),
      after: JSON.stringify(event.after),
      recorded_at: event.at,
      recorded_by: event.by,
    })
    .execute();
}

/** Marks a step as undone; it stays in the history. @returns false when it was undone already. */
export async function markUndone(tx: TrustWriter, trustId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('learner_event')
    .set({ undone_at: at })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes what makes somebody ready. `version` 0 is nothing recorded yet. @returns null when it has moved on. */
export async function upsertReadiness(
  tx: TrustWriter,
  trustId: string,
  readiness: Readiness,
): Promise<number | null> {
  const values = {
    assessed_route: readiness.assessedRoute,
    training_on: readiness.trainingOn,
    training_version: readiness.trainingVersion,
    signed_off_on: readiness.signedOffOn,
    time_agreed_on: readiness.timeAgreedOn,
    weekly_minutes: readiness.weeklyMinutes,
  };
  if (readiness.version === 0) {
    const added = await tx
      .insertInto('readiness')
      .values({ trust_id: trustId, person_id: readiness.personId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    return added?.version ?? null;
  }
  const changed = await tx
    .updateTable('readiness')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('person_id', '=', readiness.personId)
    .where('version', '=', readiness.version)
    .returning('version')
    .executeTakeFirst();
  return changed?.version ?? null;
}
