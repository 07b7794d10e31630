import { ModelError } from '../core/errors.ts';
import { attemptAfter, completingWith, type AttemptAtHand } from './attempt-at-hand.ts';
import { schedulesFrom, type Course, type StudyOutlook } from './award-schedules.ts';
import type { AttemptChances, RouteClock, RouteLearner, RouteRates } from './projection-inputs.ts';
import { enteringPgcert, monthsOfRoute, routeSchedules, type NextRoute } from './route-schedules.ts';

type RouteFacts = { readonly clock: RouteClock; readonly rates: RouteRates };

function routeOf({ route }: RouteLearner, { rates, pathway }: Course): RouteFacts {
  const [clock, row] = [pathway.routes?.[route], rates.routes?.[route]];
  if (clock === undefined || row === undefined) {
    throw new ModelError('bad-input', `no route is called ${route}`, '/pathway/routes');
  }
  return { clock, rates: row };
}

type Start = {
  readonly chance: number;
  readonly begins: number;
  readonly showsIn: number;
  readonly end: number;
  readonly attempt: AttemptChances;
};

/** Where the person stands on the route; `null` for somebody who has done it. */
function startOnRoute(person: RouteLearner, course: Course): Start | null {
  const { clock, rates } = routeOf(person, course);
  const { startIn, elapsed, returnIn, uptake = 1 } = person;
  const whole = monthsOfRoute(clock);
  if (startIn !== undefined) {
    return {
      chance: uptake,
      begins: startIn,
      showsIn: startIn,
      end: startIn + whole,
      attempt: rates.attempt,
    };
  }
  if (elapsed === undefined) return null;
  if (returnIn !== undefined) {
    const begins = returnIn - elapsed;
    return {
      chance: course.rates.returnAfterInterruption,
      begins,
      showsIn: returnIn,
      end: begins + whole,
      attempt: rates.attempt,
    };
  }
  const attempt = attemptAfter(rates.attempt, elapsed, clock.studyMonths);
  return { chance: 1, begins: -elapsed, showsIn: 0, end: whole - elapsed, attempt };
}

function interruptionsLeft({ returnIn, interruptionsUsed }: RouteLearner, { pathway }: Course): number {
  const used = interruptionsUsed ?? (returnIn === undefined ? 0 : 1);
  return Math.max(0, pathway.maxInterruptions - used);
}

/** The attempt at the route's one stage; `null` for somebody who has done it. */
export function routeAtHand(person: RouteLearner, course: Course): AttemptAtHand | null {
  const start = startOnRoute(person, course);
  if (start === null) return null;
  return {
    of: person.route,
    begins: start.begins,
    attempt: start.attempt,
    fresh: routeOf(person, course).rates.attempt,
    chance: start.chance,
    showsIn: start.showsIn,
    award: start.end,
    interruptionsLeft: interruptionsLeft(person, course),
  };
}

function afterRoute(person: RouteLearner, course: Course, sinceEnd: number): StudyOutlook {
  const { held = 0, sinceAward = 0, nextStartIn, route } = person;
  const { rates } = routeOf(person, course);
  const left = interruptionsLeft(person, course);
  const next =
    held === 0 && nextStartIn !== undefined
      ? enteringPgcert(course, rates.enterPgcert, nextStartIn, left)
      : null;
  return {
    held,
    heldSince: -sinceAward,
    schedules: schedulesFrom(course, [], 1, next),
    routeDone: { month: -sinceEnd, route },
  };
}

/** The study of one person on a route other than the framework, from month 0. */
export function routeOutlook(person: RouteLearner, course: Course): StudyOutlook {
  const { held = 0, sinceAward = 0, route } = person;
  const start = startOnRoute(person, course);
  if (start === null) return afterRoute(person, course, person.sinceEnd ?? 0);
  const next: NextRoute = {
    route,
    ...routeOf(person, course),
    chance: start.chance,
    attempt: completingWith(start.attempt, course.completeAtHand),
    end: start.end,
    interruptionsLeft: interruptionsLeft(person, course),
    held,
  };
  return { held, heldSince: -sinceAward, schedules: routeSchedules(course, next) };
}
