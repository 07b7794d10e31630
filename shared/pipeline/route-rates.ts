import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { Route } from '../programmes/routes.ts';
import { rateReader, roleRow, type RateReader, type Sourced } from './default-rates.ts';
import type { AttemptChances, RouteClock, RouteRates } from './projection-inputs.ts';

/** Every route but the framework, which has stages. */
export type OtherRoute = Exclude<Route, 'framework'>;

/** Ends of the parameter codes. */
export const routeCodes: Readonly<Record<OtherRoute, string>> = {
  internship: 'INTERNSHIP',
  predoctoral: 'PREDOCTORAL',
  doctoral: 'DOCTORAL',
  postdoctoral: 'POSTDOCTORAL',
  'associate-pi': 'ASSOCIATE_PI',
  appointed: 'APPOINTED',
};

export function isOtherRoute(route: Route): route is OtherRoute {
  return route !== 'framework';
}

/** A direct appointment has no study: it is done when it starts. */
function clockOf(route: OtherRoute, { whole }: RateReader): RouteClock {
  const studyMonths = route === 'appointed' ? 0 : whole(`ROUTE_MONTHS_${routeCodes[route]}`);
  return { studyMonths, awardLagMonths: 0 };
}

function attemptOf(route: OtherRoute, { share }: RateReader): AttemptChances {
  if (route === 'appointed') return { complete: 1, interrupt: 0, withdraw: 0 };
  const withdraw = share(`ROUTE_WITHDRAW_${routeCodes[route]}`);
  const interrupt = (1 - withdraw) * share('ROUTE_INTERRUPT');
  return { complete: 1 - withdraw - interrupt, interrupt, withdraw };
}

function ratesOf(route: OtherRoute, reader: RateReader): RouteRates {
  const row = (prefix: string): readonly number[] => roleRow(`ROUTE_${prefix}_${routeCodes[route]}`, reader);
  const shared = {
    attempt: attemptOf(route, reader),
    coi: row('COI_RATE'),
    piFromNone: row('PI_FROM_NONE_RATE'),
    piFromCoi: row('PI_FROM_COI_RATE'),
  };
  if (route !== 'internship') return shared;
  return { ...shared, enterPgcert: reader.share('ROUTE_ENTER_PGCERT_INTERNSHIP') };
}

/** The clocks of a pathway and the rates of a group, by route. */
export type OtherRoutes = {
  readonly clocks: Readonly<Record<string, RouteClock>>;
  readonly rates: Readonly<Record<string, RouteRates>>;
};

/** The clocks of some routes. @throws ModelError 'parameter-missing' when one has no value on the day. */
export function routeClocksOn(
  set: ParameterSet,
  date: PlainDate,
  routes: readonly OtherRoute[],
): Readonly<Record<string, RouteClock>> {
  const reader = rateReader(set, date);
  return Object.fromEntries(routes.map((route) => [route, clockOf(route, reader)]));
}

/**
 * The fixed rates of the routes somebody is on, alike for every staff group until history says otherwise. All are
 * assumptions but for the lengths that are published.
 *
 * @throws ModelError 'parameter-missing' when one has no value on the day.
 */
export function routeRatesOn(
  set: ParameterSet,
  date: PlainDate,
  routes: readonly OtherRoute[],
): Sourced<OtherRoutes> {
  const reader = rateReader(set, date);
  const value = {
    clocks: Object.fromEntries(routes.map((route) => [route, clockOf(route, reader)])),
    rates: Object.fromEntries(routes.map((route) => [route, ratesOf(route, reader)])),
  };
  return { value, uses: reader.uses() };
}
