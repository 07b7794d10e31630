import { firstDayOf, monthOf } from '../../shared/calendar/month.ts';
import { addMonths, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  expiringLetters,
  slotsByIntake,
  slotsOn,
  slotsUsed,
  type SlotNeed,
  type SlotsOfMonth,
} from '../../shared/learners/supervisor-slots.ts';
import type { Supervisor } from '../../shared/learners/supervisor.ts';
import { phaseOf } from '../../shared/learners/status.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { stageTermsOn } from '../../shared/programmes/stages.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readTrust } from '../trust/read.ts';
import { readSupervised, readSupervisors, type SupervisedLearner } from './read.ts';

/** How far ahead letters that run out are listed. */
const letterMonths = 6;

/** A supervisor with how many learners hold their slots in the month of the data cut, and how many slots count then. */
export type ShownSupervisor = Supervisor & { readonly used: number; readonly counted: number };

export type ShownSupervisors = {
  readonly dataCut: PlainDate;
  readonly supervisors: readonly ShownSupervisor[];
  readonly intakes: readonly SlotsOfMonth[];
  /** Ids, soonest first. */
  readonly expiring: readonly string[];
  /** Learners whose register names a supervisor who is not on the list. */
  readonly namedElsewhere: number;
};

/** Who may supervise, slots used against slots, and what each intake needs, from the month of the data cut. */
export async function showSupervisors(ctx: TrustContext): Promise<Result<ShownSupervisors>> {
  return withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return err('not-found', 'There is no such trust.');
    const supervisors = await readSupervisors(tx, ctx.trustId);
    const set = await readParameterSet(tx, ctx.trustId);
    return ok(shown(trust.dataCut, supervisors, await readSupervised(tx, ctx.trustId), set));
  });
}

function shown(
  dataCut: PlainDate,
  supervisors: readonly Supervisor[],
  learners: readonly SupervisedLearner[],
  set: ParameterSet,
): ShownSupervisors {
  const month = monthOf(dataCut);
  const ids = new Map(supervisors.map(({ id, name }) => [name, id]));
  const current = learners.filter(({ status }) => phaseOf(status) !== 'past');
  const needs = current.map((learner) => needOf(learner, ids, set));
  return {
    dataCut,
    supervisors: supervisors.map((one) => ({
      ...one,
      used: slotsUsed(needs, one.id, month),
      counted: slotsOn(one, dataCut),
    })),
    intakes: slotsByIntake(supervisors, needs, dataCut),
    expiring: expiringLetters(supervisors, dataCut, addMonths(dataCut, letterMonths)).map(({ id }) => id),
    namedElsewhere: current.filter(({ name }, index) => name !== null && needs[index]?.supervisorId === null)
      .length,
  };
}

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
