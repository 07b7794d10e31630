import type { PlainDate } from '../calendar/plain-date.ts';
import type { BursaryCase } from '../funding/uptake.ts';
import type { HoursTaken } from '../learners/hours-taken.ts';
import type { Learner } from '../learners/learner.ts';
import type { SlotHolder, SlotNeed } from '../learners/supervisor-slots.ts';
import type { SupervisorKind } from '../learners/supervisor.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { Beliefs } from '../pipeline/beliefs.ts';
import type { ProjectionInputs } from '../pipeline/projection-inputs.ts';
import type { DelegationEntry } from '../research/delegation.ts';
import type { RecruitmentGoal, RecruitmentRecord } from '../research/recruitment.ts';
import type { HeadcountDefinition } from '../research/settings.ts';
import type { Study } from '../research/study.ts';
import type { ScenarioInputs } from '../scenario/scenario-inputs.ts';
import type { Measure } from './statement.ts';

/** A study as far as a figure needs it: it names nobody, and not itself. `recruitment` is `null` where nothing is. */
export type StudyFacts = Pick<Study, 'id' | 'specialty' | 'status' | 'closedOn' | 'delegationLogHeld'> & {
  readonly recruitment: (RecruitmentGoal & Pick<RecruitmentRecord, 'months'>) | null;
};

export type RoleFacts = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;

/** Somebody in post on the day of the data who is on a log or on a course: staff groups of their posts, and WTE. */
export type PostFacts = {
  readonly personId: string;
  readonly staffGroups: readonly string[];
  /** All posts together, in 1/100,000. */
  readonly wteE5: number;
};

/**
 * Everything the figures of a pack are worked out from, as one value: kept in the snapshot, so that each can be worked
 * out again. No names, no staff numbers; ids are numbered anew in a pack and lead back to nobody.
 */
export type EvidenceInputs = {
  readonly schema: 1;
  readonly dataCut: PlainDate;
  readonly today: PlainDate;
  readonly scenario: ScenarioInputs;
  /** The people of the projection, and what was believed of the rates. */
  readonly pipeline: ProjectionInputs;
  readonly beliefs: Beliefs;
  readonly learners: readonly Learner[];
  readonly hoursTaken: readonly HoursTaken[];
  readonly bursaries: readonly BursaryCase[];
  readonly studies: readonly StudyFacts[];
  readonly entries: readonly RoleFacts[];
  readonly posts: readonly PostFacts[];
  /** Who is research-active, by the trust. */
  readonly definition: Pick<HeadcountDefinition, 'roles' | 'countsLearners'>;
  /** Training of those on a log; without an entry here nobody recorded it. */
  readonly training: readonly {
    readonly personId: string;
    readonly trainingOn: PlainDate | null;
    readonly trainingVersion: string | null;
  }[];
  readonly trainingMonths: number;
  /** People ready to act; `null` while nobody's readiness is recorded. */
  readonly readyNow: number | null;
  /** `kind` and `slotNeeds` are not in packs of the first rules: they did not count them. */
  readonly supervisors: readonly (SlotHolder & { readonly kind?: SupervisorKind })[];
  /** Learners who hold or want a supervisor's slot, whoever they are. */
  readonly slotNeeds?: readonly SlotNeed[];
  readonly measures: readonly Measure[];
};

/** Inputs with the values they are worked out with. */
export type EvidenceCase = { readonly inputs: EvidenceInputs; readonly parameters: ParameterSet };
