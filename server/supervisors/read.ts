import { asMonth, type Month } from '../../shared/calendar/month.ts';
import { isLearnerStatus, type LearnerStatus } from '../../shared/learners/status.ts';
import type { Supervisor } from '../../shared/learners/supervisor.ts';
import { isStage, type Stage } from '../../shared/programmes/stages.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** Everybody who may or might supervise, by name. */
export async function readSupervisors(tx: TrustReader, trustId: string): Promise<readonly Supervisor[]> {
  const rows = await tx
    .selectFrom('supervisor')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    employer: row.employer,
    letter: row.letter,
    letterExpires: row.letter_expires,
    slots: row.slots,
    termSlots: { autumn: row.slots_autumn, spring: row.slots_spring, summer: row.slots_summer },
    activeFrom: row.active_from,
    activeTo: row.active_to,
    version: row.version,
  }));
}

/** A learner of the framework, as far as slots go; `name` is the supervisor's on the register. */
export type SupervisedLearner = {
  readonly supervisorId: string | null;
  readonly name: string | null;
  readonly stage: Stage;
  readonly intakeMonth: Month;
  readonly status: LearnerStatus;
};

/** Learners of the framework who are on the register now. @throws RangeError on a status this program does not know. */
export async function readSupervised(
  tx: TrustReader,
  trustId: string,
): Promise<readonly SupervisedLearner[]> {
  const rows = await tx
    .selectFrom('learner')
    .select(['supervisor_id', 'supervisor', 'stage', 'intake_month', 'status'])
    .where('trust_id', '=', trustId)
    .where('ended_at', 'is', null)
    .where('route', '=', 'framework')
    .execute();
  return rows.flatMap(({ stage, status, ...row }) => {
    if (!isLearnerStatus(status)) throw new RangeError('a learner with a status this program does not know');
    if (!isStage(stage)) return [];
    const intakeMonth = asMonth(row.intake_month);
    return [{ supervisorId: row.supervisor_id, name: row.supervisor, stage, intakeMonth, status }];
  });
}
