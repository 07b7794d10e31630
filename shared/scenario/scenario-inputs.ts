import type { BankSupply } from '../backfill/bank-supply.ts';
import type { CoverPolicy } from '../backfill/cover-policy.ts';
import type { CourseFeeLine, WardInputs } from '../backfill/ward-inputs.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { CostBasis } from '../pay/employer-cost.ts';
import type { ProjectionInputs } from '../pipeline/projection-inputs.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';
import type { Assignment, StaffGroup } from '../staff/staff.ts';
import type { Team } from '../teams/team.ts';

/** One learner of the register, or several alike in a question that is not yet about named people. */
export type TeamLearner = {
  /** The register's id; never a name or staff number. */
  readonly id: string;
  readonly count: number;
  /** `null`: nobody has agreed the hours. The learner is listed as such and is in no sum. */
  readonly patterns: readonly ReleasePattern[] | null;
  /** Share of study time that lapses with the learner's own absence; 0 where it is made up. */
  readonly lapseBp: number;
  /** What the learner’s own post is paid; absent where nobody in post, or nobody named, is asked about. */
  readonly pay?: LearnerPay | undefined;
};

/** The pay of a post as the staff file has it; `incrementDate` is the day of the next step, `null` not known. */
export type LearnerPay = Pick<Assignment, 'payScale' | 'gradeStep'> & {
  readonly incrementDate: PlainDate | null;
};

/** Whose a fee is and what funds it, by the register: an id, never a name; `null` where nobody entered what funds it. */
export type FeeOfLearner = { readonly learnerId: string; readonly source: string | null };

/** A team with the people who leave it for study and what their courses cost. */
export type TeamPlan = {
  readonly team: Team;
  /** How the team covers; without one the bank fills the team's own share, or the default. */
  readonly policy?: CoverPolicy | null | undefined;
  /** Minutes that are booked by Monday, taken off what is still to be covered; left out, nothing is. */
  readonly bookedMinutes?: Readonly<Record<string, number>> | undefined;
  /** The staff group with most contracted hours among its registered staff: whom its cover is; `null` is not known. */
  readonly coverGroup?: StaffGroup | null | undefined;
  /** Where cover is charged, with the contracted hours behind each cost centre as weights. */
  readonly costCentres: readonly { readonly code: string; readonly weight: number }[];
  /** Contracted minutes a week of registered staff in post on active assignments; `null` is not known. */
  readonly contractedMinutes: number | null;
  readonly learners: readonly TeamLearner[];
  readonly fees: readonly CourseFeeLine[];
  /** Whose each of the fees is, in their order; left out in a question that is not about named people. */
  readonly feesOfLearners?: readonly FeeOfLearner[] | undefined;
  /** Learners whose fee nobody has entered: listed, never read as nothing to pay. */
  readonly feesNotKnown: readonly string[];
};

/** Everything an answer depends on besides parameters, as one value: what is stored, compared and replayed. */
export type ScenarioInputs = {
  readonly schema: 1;
  readonly dataCut: PlainDate;
  /** The trust's own cost, or the whole NHS cost with the centrally paid pension share. */
  readonly basis: CostBasis;
  /** Weeks to look at, from a Monday; `null` looks at the learners' own weeks. */
  readonly horizon: { readonly from: PlainDate; readonly weeks: number } | null;
  readonly teams: readonly TeamPlan[];
  /** What the bank has by staff group; a group that is not in it is not known, which limits nobody. */
  readonly bankSupply?: readonly BankSupply[] | undefined;
  /** Ward questions put in full, with nothing left to a team's sheet or a default: the open model file asks so. */
  readonly wards?: readonly WardInputs[];
  readonly pipeline: ProjectionInputs | null;
};
