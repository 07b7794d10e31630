import type { Month } from '../calendar/month.ts';

/** 1 = PGCert, 2 = PGDip, 3 = Master's. */
export type Stage = 1 | 2 | 3;

/** Qualification held, 0 = none; the award of a stage gives the qualification of the same number. */
export type Qualification = 0 | Stage;

/** A role on a delegation log: Co-Investigator (sub-investigator) or Principal Investigator. */
export type InvestigatorRole = 'coi' | 'pi';

/** The clock of a route of one stage. No study and no lag: the route is done when it starts, as a direct appointment is. */
export type RouteClock = { readonly studyMonths: number; readonly awardLagMonths: number };

/** The clock of the course; lists are by stage. */
export type Pathway = {
  readonly studyMonths: readonly number[];
  /** Months from the end of study to the award (exam board). */
  readonly awardLagMonths: readonly number[];
  /** Months from one stage's start to the next, and how long one interruption lasts. */
  readonly stageIntervalMonths: number;
  /** Over the whole pathway; one more is a withdrawal. */
  readonly maxInterruptions: number;
  /** By name, for the routes other than the framework that somebody is on. */
  readonly routes?: Readonly<Record<string, RouteClock>> | undefined;
};

/** How one attempt at a stage ends, given that the person stays in the trust; the three add up to 1. */
export type AttemptChances = {
  readonly complete: number;
  readonly interrupt: number;
  readonly withdraw: number;
};

/** Chances a month by qualification held (first index, 1 to 3 at 0 to 2) and band of months since the award. */
export type RoleChances = readonly (readonly number[])[];

/** A route of one stage: how it ends, and the row of role chances that holds from its end on, one a band. */
export type RouteRates = {
  readonly attempt: AttemptChances;
  readonly coi: readonly number[];
  readonly piFromNone: readonly number[];
  readonly piFromCoi: readonly number[];
  /** Who holds no award starts the PGCert a whole number of intervals after the start of the route; 0 when absent. */
  readonly enterPgcert?: number | undefined;
};

/** Everything the engine needs to know about a kind of staff; all are chances in [0, 1]. */
export type GroupRates = {
  /** By stage. */
  readonly attempt: readonly AttemptChances[];
  /** An interrupted person resumes. */
  readonly returnAfterInterruption: number;
  /** Goes on after the PGCert, after the PGDip. */
  readonly goOn: readonly number[];
  /** Lower bounds, in months since the award, of the columns of the three tables below. */
  readonly bands: readonly number[];
  readonly coi: RoleChances;
  readonly piFromNone: RoleChances;
  readonly piFromCoi: RoleChances;
  /** Leaves the trust; also the rate of a PI whose role has lapsed. */
  readonly leaveMonthly: number;
  readonly piLeaveMonthly: number;
  /** A PI stays in the trust and gives up the role. */
  readonly piRoleLossMonthly: number;
  /** A PI whose role has lapsed takes one up again: stock, never a gain. */
  readonly piReturnMonthly: number;
  /** Who did not go on after the PGCert, after the PGDip, does so one interval later; nobody when absent. */
  readonly deferGoOn?: readonly number[] | undefined;
  /** By name. */
  readonly routes?: Readonly<Record<string, RouteRates>> | undefined;
};

type InPost = {
  readonly group: string;
  /** Identical people, each on their own. */
  readonly count: number;
  /** Held at the start; never counted as a gain of that role. */
  readonly role?: InvestigatorRole | undefined;
  /** Chance a month, or one for each month from month 0; a short list keeps its last value. */
  readonly retireMonthly?: number | readonly number[] | undefined;
  /** PIs at the start only: the role is held up to the end of month n − 1 for certain, and then ends. */
  readonly roleEndsIn?: number | undefined;
  /** In post up to the end of month n − 1 for certain but for retiring, and then gone: the end of a rotation. */
  readonly leavesIn?: number | undefined;
  /** First month in which the rules let this person become PI; from the start when absent. A Co-I role is open. */
  readonly piFrom?: number | undefined;
};

type Learning = InPost & {
  readonly stage: Stage;
  /**
   * Months since the award of the stage before, where it is known. Without it the person is taken to have gone
   * straight on: the stage before started one interval before this one, and its award does not lie in the future. No
   * meaning at stage 1.
   */
  readonly sinceAward?: number | undefined;
};

/** Will start a stage in month `startIn` with chance `uptake`; holds the qualification before it. */
export type PlannedLearner = Learning & {
  readonly kind: 'planned';
  readonly startIn: number;
  readonly uptake: number;
};

/** Has `elapsed` months of the stage done and has not stopped; beyond the study months, waits for the award. */
export type StudyingLearner = Learning & {
  readonly kind: 'studying';
  readonly elapsed: number;
  /** Before today, over the whole pathway; 0 when absent. */
  readonly interruptionsUsed?: number | undefined;
};

/** Away from the course; resumes at `elapsed` in `returnIn` months or not at all. */
export type InterruptedLearner = Learning & {
  readonly kind: 'interrupted';
  readonly elapsed: number;
  readonly returnIn: number;
  /** How long the present interruption is in all, where it is known; one interval when absent. */
  readonly awayMonths?: number | undefined;
  /** Counts the present one; 1 when absent. */
  readonly interruptionsUsed?: number | undefined;
};

/** Holds an award and is not studying. `undecided`: may still go on, starting in `nextStartIn` months. */
export type Graduate = InPost & {
  readonly kind: 'graduated';
  readonly held: Stage;
  readonly sinceAward: number;
  readonly undecided?: boolean | undefined;
  readonly nextStartIn?: number | undefined;
  readonly interruptionsUsed?: number | undefined;
};

/** A PI today, off the course. Without `held` the person is left out of the qualified. */
export type ExistingPi = InPost & { readonly kind: 'pi'; readonly held?: Qualification | undefined };

/**
 * On a route other than the framework. One of: `startIn` (with `uptake`), `elapsed` (away from it when `returnIn` is
 * given), `sinceEnd`. A direct appointment has done its route: `sinceEnd`, or `startIn` when it lies ahead.
 */
export type RouteLearner = InPost & {
  readonly kind: 'route';
  readonly route: string;
  /** Award of the framework held, and months since it; none when absent. */
  readonly held?: Qualification | undefined;
  readonly sinceAward?: number | undefined;
  readonly startIn?: number | undefined;
  /** 1 when absent. */
  readonly uptake?: number | undefined;
  readonly elapsed?: number | undefined;
  readonly returnIn?: number | undefined;
  readonly sinceEnd?: number | undefined;
  /** Who has done the route may start the PGCert in this many months; not at all when absent. */
  readonly nextStartIn?: number | undefined;
  readonly interruptionsUsed?: number | undefined;
};

export type Person =
  PlannedLearner | StudyingLearner | InterruptedLearner | Graduate | ExistingPi | RouteLearner;

/** Fixed rates and people: the whole input of the exact engine. Month 0 is `startMonth`. */
export type ProjectionInputs = {
  readonly startMonth: Month;
  readonly horizonMonths: number;
  readonly pathway: Pathway;
  readonly groups: Readonly<Record<string, GroupRates>>;
  readonly people: readonly Person[];
  /**
   * Over-dispersion of cohorts: correlation, in [0, 1), between two people who begin the same stage in the same month
   * to complete the attempt at hand. 0 when absent: people are independent.
   */
  readonly cohortSpread?: number | undefined;
};
