import { z } from 'zod';
import { asMonth } from '../calendar/month.ts';
import { parseOrRefuse } from './parse-or-refuse.ts';
import type {
  GroupRates,
  Pathway,
  Person,
  ProjectionInputs,
  RouteClock,
  RouteRates,
} from './projection-inputs.ts';
import { groupShape, longestHorizon, pathwayShape, personShape } from './projection-shapes.ts';

/** The `inputs` of a request of kind `projection` in the open model file. Unknown keys are ignored. */
export const projectionFileSchema = z.object({
  start_month: z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, "a month as 'YYYY-MM'"),
  horizon_months: z.int().min(1).max(longestHorizon),
  pathway: pathwayShape,
  groups: z.record(z.string().max(200), groupShape),
  people: z.array(personShape).max(20_000),
  /** Correlation between two people of one cohort; at 1 a cohort would be one person. */
  cohort_spread: z.number().min(0).max(0.9).optional(),
});

export type ProjectionFile = z.infer<typeof projectionFileSchema>;
type PersonFile = ProjectionFile['people'][number];
type GroupFile = ProjectionFile['groups'][string];

/** Every entry of a record in another form; what is not given stays so. */
function eachOf<A, B>(
  record: Record<string, A> | undefined,
  form: (value: A) => B,
): Record<string, B> | undefined {
  return record && Object.fromEntries(Object.entries(record).map(([name, value]) => [name, form(value)]));
}

function routeOf(file: NonNullable<GroupFile['routes']>[string]): RouteRates {
  const { attempt, coi, pi_from_none: piFromNone, pi_from_coi: piFromCoi, enter_pgcert: enterPgcert } = file;
  return { attempt, coi, piFromNone, piFromCoi, enterPgcert };
}

function ratesOf(file: GroupFile): GroupRates {
  return {
    attempt: file.attempt,
    returnAfterInterruption: file.return,
    goOn: file.go_on,
    bands: file.bands,
    coi: file.coi,
    piFromNone: file.pi_from_none,
    piFromCoi: file.pi_from_coi,
    leaveMonthly: file.leave_monthly,
    piLeaveMonthly: file.pi_leave_monthly,
    piRoleLossMonthly: file.pi_role_loss_monthly,
    piReturnMonthly: file.pi_return_monthly,
    deferGoOn: file.defer_go_on,
    routes: eachOf(file.routes, routeOf),
  };
}

function pathwayOf(file: ProjectionFile['pathway']): Pathway {
  return {
    studyMonths: file.study_months,
    awardLagMonths: file.award_lag_months,
    stageIntervalMonths: file.stage_interval_months,
    maxInterruptions: file.max_interruptions,
    routes: eachOf(file.routes, (clock): RouteClock => ({
      studyMonths: clock.study_months,
      awardLagMonths: clock.award_lag_months,
    })),
  };
}

type OnRouteFile = Extract<PersonFile, { kind: 'route' }>;
type OnStageFile = Extract<PersonFile, { kind: 'planned' | 'studying' | 'interrupted' }>;

function inPostOf(file: PersonFile) {
  return {
    group: file.group,
    count: file.count,
    role: file.role,
    retireMonthly: file.retire_monthly,
    roleEndsIn: file.role_ends_in,
    leavesIn: file.leaves_in,
    piFrom: file.pi_from,
  };
}

function onRouteOf(file: OnRouteFile): Person {
  return {
    ...inPostOf(file),
    kind: file.kind,
    route: file.route,
    held: file.held,
    sinceAward: file.since_award,
    startIn: file.start_in,
    uptake: file.uptake,
    elapsed: file.elapsed,
    returnIn: file.return_in,
    sinceEnd: file.since_end,
    nextStartIn: file.next_start_in,
    interruptionsUsed: file.interruptions_used,
  };
}

function onStageOf(file: OnStageFile): Person {
  const shared = { ...inPostOf(file), stage: file.stage, sinceAward: file.since_award };
  if (file.kind === 'planned') {
    return { ...shared, kind: file.kind, startIn: file.start_in, uptake: file.uptake };
  }
  const { elapsed, interruptions_used: interruptionsUsed } = file;
  if (file.kind === 'studying') return { ...shared, kind: file.kind, elapsed, interruptionsUsed };
  const { return_in: returnIn, away_months: awayMonths } = file;
  return { ...shared, kind: file.kind, elapsed, returnIn, awayMonths, interruptionsUsed };
}

function personOf(file: PersonFile): Person {
  switch (file.kind) {
    case 'pi':
      return { ...inPostOf(file), kind: file.kind, held: file.held };
    case 'route':
      return onRouteOf(file);
    case 'planned':
    case 'studying':
    case 'interrupted':
      return onStageOf(file);
    case 'graduated':
      return {
        ...inPostOf(file),
        kind: file.kind,
        held: file.held,
        sinceAward: file.since_award,
        undecided: file.undecided,
        nextStartIn: file.next_start_in,
        interruptionsUsed: file.interruptions_used,
      };
  }
}

/** The file form as the engine's own. */
export function toProjectionInputs(file: ProjectionFile): ProjectionInputs {
  return {
    startMonth: asMonth(file.start_month),
    horizonMonths: file.horizon_months,
    pathway: pathwayOf(file.pathway),
    groups: Object.fromEntries(Object.entries(file.groups).map(([name, rates]) => [name, ratesOf(rates)])),
    people: file.people.map(personOf),
    cohortSpread: file.cohort_spread,
  };
}

/**
 * Reads the `inputs` of a `projection` request. What spans several fields is checked by the engine itself.
 *
 * @throws ModelError 'bad-input' with a JSON Pointer below `inputs`.
 */
export function parseProjectionInputs(value: unknown): ProjectionInputs {
  return toProjectionInputs(parseOrRefuse(projectionFileSchema, value));
}
