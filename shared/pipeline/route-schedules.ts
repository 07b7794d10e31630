import {
  completionAfter,
  schedulesFrom,
  type AwardSchedule,
  type Course,
  type NextStage,
} from './award-schedules.ts';
import { byStage, monthsToAward } from './by-stage.ts';
import type { AttemptChances, Pathway, Qualification, RouteClock, RouteRates } from './projection-inputs.ts';

/** The one stage of a route that may be started, or is under way. */
export type NextRoute = {
  readonly route: string;
  readonly clock: RouteClock;
  readonly rates: RouteRates;
  /** Starts, resumes; 1 for someone on the route now. */
  readonly chance: number;
  readonly attempt: AttemptChances;
  /** Month from whose start the route is done when no interruption comes. */
  readonly end: number;
  readonly interruptionsLeft: number;
  readonly held: Qualification;
};

export function monthsOfRoute({ studyMonths, awardLagMonths }: RouteClock): number {
  return studyMonths + awardLagMonths;
}

/** Starting the PGCert with its own uptake, which only those without an award of the framework do. */
export function enteringPgcert(
  { rates, pathway }: Course,
  chance: number | undefined,
  start: number,
  interruptionsLeft: number,
): NextStage | null {
  if (chance === undefined || chance === 0) return null;
  const award = start + monthsToAward(pathway, 1);
  return { stage: 1, chance, attempt: byStage(rates.attempt, 1), award, interruptionsLeft };
}

/** Whole intervals after the start of the route, the first that does not lie before its end. */
function pgcertStart(pathway: Pathway, end: number, months: number): number {
  const interval = pathway.stageIntervalMonths;
  return end - months + interval * Math.ceil(months / interval);
}

/**
 * Every way a route of one stage can go, and the framework after it; their chances add up to 1. Interruptions last one
 * interval and count over both.
 */
export function routeSchedules(course: Course, next: NextRoute): AwardSchedule[] {
  const { route, rates, interruptionsLeft: most } = next;
  const longer: AwardSchedule[] = [];
  let ended = 0;
  for (let interruptions = 0; interruptions <= most; interruptions += 1) {
    const month = next.end + interruptions * course.pathway.stageIntervalMonths;
    if (month >= course.horizonMonths) break;
    const returns = course.rates.returnAfterInterruption;
    const chance = next.chance * completionAfter(next.attempt, rates.attempt, returns, interruptions);
    const start = pgcertStart(course.pathway, month, monthsOfRoute(next.clock));
    const onwards = enteringPgcert(
      course,
      next.held === 0 ? rates.enterPgcert : 0,
      start,
      most - interruptions,
    );
    const schedules = schedulesFrom(course, [], chance, onwards);
    longer.push(...schedules.map((schedule) => ({ ...schedule, routeEnd: { month, route } })));
    ended += chance;
  }
  const stops = Math.max(0, 1 - ended);
  return stops === 0 ? longer : [{ probability: stops, awards: [] }, ...longer];
}
