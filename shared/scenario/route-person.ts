import { monthOf, monthsBetween } from '../calendar/month.ts';
import type { Learner } from '../learners/learner.ts';
import { phaseOf } from '../learners/status.ts';
import type { Person, RouteLearner } from '../pipeline/projection-inputs.ts';
import { isOtherRoute, routeRatesOn } from '../pipeline/route-rates.ts';
import { uptakeOf, type Common } from './pipeline-person.ts';
import type { Making } from './pipeline-register.ts';

/** Months from one intake of the framework to the next. */
const interval = 12;

/** Of somebody's rows on other routes, the latest not withdrawn from; `null` without any. */
export function latestOtherRow(rows: readonly Learner[]): Learner | null {
  return rows
    .filter(({ route, status }) => isOtherRoute(route) && status !== 'withdrawn')
    .reduce<Learner | null>(
      (latest, row) => (latest === null || row.intakeMonth > latest.intakeMonth ? row : latest),
      null,
    );
}

/** Months from the start of the route to month 0; below nought while it lies ahead. */
function monthsIn({ startedOn, intakeMonth }: Learner, { startMonth }: Making): number {
  return monthsBetween(startedOn === null ? intakeMonth : monthOf(startedOn), startMonth);
}

type Where = Omit<RouteLearner, keyof Common | 'kind' | 'route' | 'held' | 'sinceAward'>;

/** The intake after a route that is done, while it lies ahead: whole years from the start of the route. */
function nextIntake(row: Learner, studyMonths: number, making: Making): Pick<RouteLearner, 'nextStartIn'> {
  const nextStartIn = interval * Math.ceil(studyMonths / interval) - monthsIn(row, making);
  return nextStartIn < 0 ? {} : { nextStartIn };
}

/** A planned start that has passed is counted from month 0 on, and to be checked on the register. */
function whereOf(row: Learner, studyMonths: number, making: Making): Where {
  const months = monthsIn(row, making);
  if (row.status === 'qualified') {
    const end = monthOf(row.qualifiedOn ?? row.statusDate);
    const sinceEnd = Math.max(0, monthsBetween(end, making.startMonth));
    return { sinceEnd, ...nextIntake(row, studyMonths, making) };
  }
  if (phaseOf(row.status) === 'planned' || months <= 0) {
    return { startIn: Math.max(0, -months), uptake: uptakeOf(row, row.status, making) };
  }
  if (row.status !== 'interrupted') {
    return { elapsed: Math.min(studyMonths, months), interruptionsUsed: row.interruptions };
  }
  const since = monthOf(row.interruptedOn ?? row.statusDate);
  const done = months - Math.max(0, monthsBetween(since, making.startMonth));
  const back = row.returnsOn === null ? making.startMonth : monthOf(row.returnsOn);
  return {
    elapsed: Math.min(studyMonths, Math.max(0, done)),
    returnIn: Math.max(0, monthsBetween(making.startMonth, back)),
    interruptionsUsed: Math.max(1, row.interruptions),
  };
}

/**
 * Somebody on a route other than the framework. A direct appointment has no study: it holds from its month on. A route
 * that runs longer than its usual months is at its end, and ends in month 0.
 */
export function routePerson(row: Learner, shared: Common, making: Making): Person | null {
  const { route } = row;
  if (!isOtherRoute(route)) return null;
  const { clocks } = routeRatesOn(making.set, making.dataCut, [route]).value;
  const where = whereOf(row, clocks[route]?.studyMonths ?? 0, making);
  if (route === 'appointed' && where.elapsed !== undefined) {
    return { ...shared, kind: 'route', route, sinceEnd: Math.max(0, monthsIn(row, making)) };
  }
  return { ...shared, kind: 'route', route, ...where };
}
