import { firstDayOf } from '../../shared/calendar/month.ts';
import { phaseOf } from '../../shared/learners/status.ts';
import type { SlotNeed } from '../../shared/learners/supervisor-slots.ts';
import type { Supervisor } from '../../shared/learners/supervisor.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { stageTermsOn } from '../../shared/programmes/stages.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readSupervised, type SupervisedLearner } from './read.ts';

/** A slot that a learner needs, with the supervisor's name on the register. */
export type NamedNeed = { readonly need: SlotNeed; readonly name: string | null };

/** The name on the register decides; the link holds where the supervisor was renamed since. */
function needOf(learner: SupervisedLearner, ids: ReadonlyMap<string, string>, set: ParameterSet): SlotNeed {
  const { supervisorId, name, stage, intakeMonth, status } = learner;
  return {
    supervisorId: (name === null ? undefined : ids.get(name)) ?? supervisorId,
    firstMonth: intakeMonth,
    months: stageTermsOn(stage, firstDayOf(intakeMonth), set).studyMonths,
    committed: status !== 'interested' && status !== 'applied',
  };
}

/** The slot each learner of the framework needs whose course is not over. */
export async function readSlotNeeds(
  tx: TrustReader,
  trustId: string,
  supervisors: readonly Supervisor[],
  set: ParameterSet,
): Promise<readonly NamedNeed[]> {
  const ids = new Map(supervisors.map(({ id, name }) => [name, id]));
  const learners = await readSupervised(tx, trustId);
  return learners
    .filter(({ status }) => phaseOf(status) !== 'past')
    .map((learner) => ({ need: needOf(learner, ids, set), name: learner.name }));
}
