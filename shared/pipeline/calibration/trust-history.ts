import type { Month } from '../../calendar/month.ts';
import type { Stage } from '../projection-inputs.ts';

/**
 * What a trust has recorded of how people fared, as counts: nothing in it names anybody, and it is all that would ever
 * leave a trust. `cohort` is the month from which the age of a row counts: the start of the stage, or the first month
 * of the academic year in which people were exposed.
 */
export type TrustHistory = {
  readonly attempts: readonly AttemptCounts[];
  /** Chances to go on to the next stage after the PGCert (1) and the PGDip (2), and those taken. */
  readonly goingOn: readonly (Taken & { readonly after: 1 | 2 })[];
  /** Interruptions that ended one way or the other, and those that ended on the course. */
  readonly returns: readonly Taken[];
  readonly roles: readonly RoleExposure[];
  /** PIs in role and in post: person-months, and roles given up by people who stayed. */
  readonly piRoles: readonly Spell[];
  /** People whose PI role had lapsed: person-months, and roles taken up again. */
  readonly piLapsed: readonly Spell[];
  readonly leaving: readonly (Spell & { readonly group: string })[];
  /** Of routes other than the framework; absent where none was recorded. */
  readonly routes?: RouteHistory | undefined;
};

/** How people fared on routes of one stage, and after them; routes by name. `cohort` of an attempt is the month the route began. */
export type RouteHistory = {
  readonly attempts: readonly (Omit<AttemptCounts, 'stage'> & { readonly route: string })[];
  /** Chances to start the PGCert after the route, and those taken. */
  readonly entries: readonly (Taken & { readonly route: string })[];
  /** From the end of the route on, until an award of the framework or another route. */
  readonly roles: readonly (Omit<RoleExposure, 'held'> & { readonly route: string })[];
};

/** Attempts at a stage by people who started together; started = completed + interrupted + withdrawn + censored. */
export type AttemptCounts = {
  readonly stage: Stage;
  readonly cohort: Month;
  readonly completed: number;
  readonly interrupted: number;
  readonly withdrawn: number;
  /**
   * Of people who left the trust in mid-stage, or are in it: which share of the study months each has done without
   * stopping, in [0, 1].
   */
  readonly censored: readonly number[];
};

export type Taken = { readonly cohort: Month; readonly chances: number; readonly taken: number };

export type Spell = { readonly cohort: Month; readonly months: number; readonly events: number };

/** Months that people with a qualification were in post in a role, and who was named for the first time in them. */
export type RoleExposure = {
  readonly from: 'none' | 'coi';
  readonly held: Stage;
  /** Lower bound, in months since the award. */
  readonly band: number;
  readonly group: string;
  readonly cohort: Month;
  readonly months: number;
  /** Of people without a role. */
  readonly coiEvents: number;
  readonly piEvents: number;
};

/** A trust that has recorded nothing. */
export const noHistory: TrustHistory = {
  attempts: [],
  goingOn: [],
  returns: [],
  roles: [],
  piRoles: [],
  piLapsed: [],
  leaving: [],
};
