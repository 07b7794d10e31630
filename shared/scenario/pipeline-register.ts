import { addMonthsTo, monthOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Learner } from '../learners/learner.ts';
import type { SlotHolder } from '../learners/supervisor-slots.ts';
import type { ParameterSet, ParameterUse } from '../parameters/types.ts';
import type { InvestigatorRole } from '../pipeline/projection-inputs.ts';
import type { FirstNamed, RoleEnd } from '../research/named.ts';
import type { StudyType } from '../research/study.ts';
import type { StaffGroup } from '../staff/staff.ts';

/** What the pipeline needs to know of somebody in post. */
export type InPostFacts = {
  readonly staffGroup: StaffGroup;
  readonly ageBand: string | null;
  /** The professional register, as the staff file has it. */
  readonly registration?: string | null | undefined;
  /** Residents: the last day of the rotation. */
  readonly rotationEnds?: PlainDate | null | undefined;
};

/** The register on the day of the data cut, by person. */
export type PipelineRegister = {
  readonly dataCut: PlainDate;
  readonly horizonMonths: number;
  readonly learners: readonly Learner[];
  /** People in post; somebody not in here has left and is not projected. */
  readonly inPost: ReadonlyMap<string, InPostFacts>;
  /** Who holds a role on the day. */
  readonly named: ReadonlyMap<string, InvestigatorRole>;
  /** Who ever held one: a second role is never a gain. */
  readonly firstNamed: ReadonlyMap<string, FirstNamed>;
  readonly piRoleEnds: ReadonlyMap<string, RoleEnd>;
  /** People on other routes than the framework are projected too. */
  readonly otherRoutes?: boolean | undefined;
  /** Who may supervise, where that is kept: planned learners beyond the free slots of their intake do not start. */
  readonly slotHolders?: readonly SlotHolder[] | null | undefined;
  /** Types of the studies open or in set-up, where known: who may lead them goes by profession. */
  readonly studyTypes?: readonly StudyType[] | undefined;
};

/** A register with what making a plan of it needs and notes. */
export type Making = PipelineRegister & {
  readonly startMonth: Month;
  readonly set: ParameterSet;
  /** Rows used so far. */
  readonly uses: ParameterUse[];
  /** Rows of planned learners for whom there is no slot. */
  readonly notStarting: ReadonlySet<string>;
};

/** Month 0: the month after the data cut. */
export function startMonthOf({ dataCut }: PipelineRegister): Month {
  return addMonthsTo(monthOf(dataCut), 1);
}
