import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Agreement } from '../../shared/learners/agreement.ts';
import type { MovePatch } from '../../shared/learners/check-move.ts';
import { isMoveReason, type MoveReason } from '../../shared/learners/lifecycle.ts';
import { movePatchSchema } from '../../shared/learners/move-patch.ts';
import type { Readiness } from '../../shared/learners/readiness.ts';
import { isLearnerStatus, type LearnerStatus } from '../../shared/learners/status.ts';
import { isRoute } from '../../shared/programmes/routes.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A step in the history of one learner, with who recorded it and when. */
export type LearnerEvent = {
  readonly id: string;
  readonly move: string;
  readonly status: LearnerStatus;
  readonly on: PlainDate;
  readonly reason: MoveReason | null;
  readonly evidence: string | null;
  readonly before: MovePatch;
  readonly after: MovePatch;
  readonly recordedAt: string;
  /** `null` when the account is gone. */
  readonly recordedBy: string | null;
  readonly undone: boolean;
};

/** The history of one learner, oldest first, undone steps among it. */
export async function readEvents(
  tx: TrustReader,
  trustId: string,
  learnerId: string,
): Promise<readonly LearnerEvent[]> {
  const rows = await tx
    .selectFrom('learner_event as e')
    .leftJoin('user_account as u', 'u.user_id', 'e.recorded_by')
    .selectAll('e')
    .select('u.name as who')
    .where('e.trust_id', '=', trustId)
    .where('e.learner_id', '=', learnerId)
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    move: row.move,
    status: known(row.status, isLearnerStatus),
    on: row.happened_on,
    reason: row.reason === null ? null : known(row.reason, isMoveReason),
    evidence: row.evidence,
    before: movePatchSchema.parse(row.before),
    after: movePatchSchema.parse(row.after),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.who,
    undone: row.undone_at !== null,
  }));
}

/** What was agreed, by learner, where anything is recorded. */
export async function readAgreements(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, Agreement>> {
  const rows = await tx.selectFrom('learner_agreement').selectAll().where('trust_id', '=', trustId).execute();
  return new Map(
    rows.map((row) => [
      row.learner_id,
      {
        coverPlan: row.cover_plan,
        returnOfServiceMonths: row.return_of_service_months,
        learnerSignedOn: row.learner_signed_on,
        managerSignedOn: row.manager_signed_on,
        researchSignedOn: row.research_signed_on,
        priorLearning: row.prior_learning,
        exceptionOn: row.exception_on,
        exceptionSource: row.exception_source,
        homeTrust: row.home_trust,
        hostTrust: row.host_trust,
        namedTrust: row.named_trust,
      },
    ]),
  );
}

/** What is recorded of readiness, by person. */
export async function readReadiness(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, Readiness>> {
  const rows = await tx.selectFrom('readiness').selectAll().where('trust_id', '=', trustId).execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        assessedRoute: row.assessed_route === null ? null : known(row.assessed_route, isRoute),
        trainingOn: row.training_on,
        trainingVersion: row.training_version,
        signedOffOn: row.signed_off_on,
        timeAgreedOn: row.time_agreed_on,
        weeklyMinutes: row.weekly_minutes,
        version: row.version,
      },
    ]),
  );
}

/** @throws RangeError on a value this program does not know. */
function known<T extends string>(text: string, is: (text: unknown) => text is T): T {
  if (!is(text)) throw new RangeError('a learner record with a value this program does not know');
  return text;
}
