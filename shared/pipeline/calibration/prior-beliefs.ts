import type { PlainDate } from '../../calendar/plain-date.ts';
import { log } from '../../core/log.ts';
import type { ParameterSet } from '../../parameters/types.ts';
import { staffGroups } from '../../staff/staff.ts';
import type { Belief, Beliefs, GroupBeliefs, RouteBeliefs } from '../beliefs.ts';
import {
  bands,
  leavingCodes,
  qualifications,
  rateReader,
  type RateReader,
  type Sourced,
} from '../default-rates.ts';
import { routeCodes, type OtherRoute } from '../route-rates.ts';

/** What a prior is worth at least: a trust may set a weight of none, and a belief worth nothing has no spread. */
const leastWorth = 1;

/** A chance with its prior mean, worth so many people. A mean of 0 or 1 leaves nothing to doubt. */
function chance(code: string, reader: RateReader, weightCode = code): Belief {
  const mean = reader.share(code);
  const weight = Math.max(leastWorth, reader.whole(`PRIOR_${weightCode}`));
  if (mean <= 0 || mean >= 1) return { kind: 'fixed', value: mean };
  return { kind: 'beta', a: mean * weight, b: (1 - mean) * weight };
}

/** A rate a person-month with its prior mean, worth so many person-months. A mean of 0 leaves nothing to doubt. */
function rate(code: string, reader: RateReader): Belief {
  const mean = reader.share(code);
  const months = Math.max(leastWorth, reader.whole(`PRIOR_${code}`));
  return mean <= 0 ? { kind: 'fixed', value: mean } : { kind: 'gamma', shape: mean * months, months };
}

/** How far staff groups lie apart: around the one ratio, or alike where no spread is set. */
function ratio(reader: RateReader): Belief {
  const [median, sigma] = [reader.share('PROFESSION_RATIO'), reader.share('PRIOR_PROFESSION_RATIO_SIGMA')];
  if (sigma <= 0 || median <= 0) return { kind: 'fixed', value: median };
  return median === 1 ? { kind: 'log-normal', sigma } : { kind: 'log-normal', sigma, logMedian: log(median) };
}

function groupBeliefs(code: string, reader: RateReader): GroupBeliefs {
  return { professionRatio: ratio(reader), leaveYearly: chance(code, reader, 'LEAVE') };
}

/** A rate after another route: its mean, worth so many first roles seen. */
function routeRate(code: string, reader: RateReader): Belief {
  const mean = reader.share(`ROUTE_${code}`);
  const events = Math.max(leastWorth, reader.whole('PRIOR_ROUTE_ROLE'));
  return mean <= 0 ? { kind: 'fixed', value: mean } : { kind: 'gamma', shape: events, months: events / mean };
}

/** A direct appointment is done when it starts: nobody can stop on the way. */
function routeBeliefs(route: OtherRoute, reader: RateReader): RouteBeliefs {
  const code = routeCodes[route];
  const sure: Belief = { kind: 'fixed', value: 0 };
  const studied = route !== 'appointed';
  return {
    withdraw: studied ? chance(`ROUTE_WITHDRAW_${code}`, reader, 'ROUTE_WITHDRAW') : sure,
    interrupt: studied ? chance('ROUTE_INTERRUPT', reader) : sure,
    coi: routeRate(`COI_RATE_${code}`, reader),
    piFromNone: routeRate(`PI_FROM_NONE_RATE_${code}`, reader),
    piFromCoi: routeRate(`PI_FROM_COI_RATE_${code}`, reader),
    ...(route === 'internship'
      ? { enterPgcert: chance(`ROUTE_ENTER_PGCERT_${code}`, reader, 'ROUTE_ENTER_PGCERT') }
      : {}),
  };
}

function beliefsFrom(reader: RateReader, routes: readonly OtherRoute[]): Beliefs {
  const groups = staffGroups.map((group) => [group, groupBeliefs(leavingCodes[group], reader)] as const);
  const each = (prefix: string, belief: (code: string, reader: RateReader) => Belief): Belief[] =>
    qualifications.map((qualification) => belief(`${prefix}_${qualification}`, reader));
  return {
    withdraw: each('WITHDRAW', chance),
    interrupt: each('INTERRUPT', chance),
    returnAfterInterruption: chance('RETURN', reader),
    goOn: [chance('GO_ON_PGCERT', reader), chance('GO_ON_PGDIP', reader)],
    coi: each('COI_RATE', rate),
    piFromNone: each('PI_FROM_NONE_RATE', rate),
    piFromCoi: each('PI_FROM_COI_RATE', rate),
    piRoleLossYearly: chance('PI_ROLE_LOSS', reader),
    piReturnYearly: chance('PI_RETURN', reader),
    groups: Object.fromEntries(groups),
    bands: bands.map(({ from }) => from),
    bandMultipliers: bands.map(({ code }) => reader.share(code)),
    piLeaveRatio: reader.share('PI_LEAVE_RATIO'),
    ...(routes.length === 0
      ? {}
      : { routes: Object.fromEntries(routes.map((route) => [route, routeBeliefs(route, reader)])) }),
  };
}

/**
 * What is believed of every rate before a trust's own history speaks: its mean as `groupRatesOn` reads it, and what
 * that mean is worth in people or person-months (model.md 1.5). To be shown as assumptions with their rows.
 *
 * @param routes other than the framework, of which something is to be believed.
 * @throws ModelError 'parameter-missing' when one has no value on the day.
 */
export function priorBeliefsOn(
  set: ParameterSet,
  date: PlainDate,
  routes: readonly OtherRoute[] = [],
): Sourced<Beliefs> {
  const reader = rateReader(set, date);
  return { value: beliefsFrom(reader, routes), uses: reader.uses() };
}

/** What ties people together beyond the rates they share; both are assumptions, and neither is in a forecast unasked. */
export type SharedSpreads = {
  /** Correlation between two people of one cohort to complete the attempt at hand. */
  readonly cohort: number;
  /** Standard deviation of the logarithm of what multiplies the role rates of all trusts alike. */
  readonly national: number;
};

/** @throws ModelError 'parameter-missing'. */
export function sharedSpreadsOn(set: ParameterSet, date: PlainDate): Sourced<SharedSpreads> {
  const reader = rateReader(set, date);
  const value = { cohort: reader.share('COHORT_SPREAD'), national: reader.share('NATIONAL_SPREAD') };
  return { value, uses: reader.uses() };
}

/** What history a year older counts for, in (0, 1]. @throws ModelError 'parameter-missing'. */
export function historyFadeOn(set: ParameterSet, date: PlainDate): Sourced<number> {
  const reader = rateReader(set, date);
  return { value: reader.share('HISTORY_FADE'), uses: reader.uses() };
}
