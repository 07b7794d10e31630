import type { Belief, Beliefs, RouteBeliefs } from '../beliefs.ts';
import { attemptWorkings } from './attempt-workings.ts';
import { takenSums, type Sums } from './belief-sums.ts';
import { byExposure, byTrials, type BeliefWorking } from './belief-working.ts';
import { exposureSums, type Making } from './exposure-sums.ts';
import type { RouteHistory } from './trust-history.ts';

type Exposure = RouteHistory['roles'][number];

/** A direct appointment has nothing to stop on the way. */
function canStop({ withdraw, interrupt }: RouteBeliefs): boolean {
  return [withdraw, interrupt].some((belief) => belief.kind !== 'fixed' || belief.value > 0);
}

const nothing: RouteHistory = { attempts: [], entries: [], roles: [] };

function workingsOf(
  route: string,
  beliefs: RouteBeliefs,
  history: RouteHistory,
  making: Making,
): BeliefWorking[] {
  const id = (rate: string): string => `route-${rate}:${route}`;
  const own = <Row extends { readonly route: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.route === route);
  const roles = own(history.roles);
  const sums = (from: Exposure['from'], events: (row: Exposure) => number): Sums =>
    exposureSums(
      roles.filter((row) => row.from === from),
      events,
      making,
    );
  const { withdraw, interrupt, enterPgcert, coi, piFromNone, piFromCoi } = beliefs;
  const attempts = own(history.attempts);
  return [
    ...(canStop(beliefs)
      ? attemptWorkings([id('withdraw'), id('interrupt')], [withdraw, interrupt], attempts, making.weightOf)
      : []),
    ...(enterPgcert === undefined
      ? []
      : [
          byTrials(
            id('enter-pgcert'),
            enterPgcert,
            'people',
            takenSums(own(history.entries), making.weightOf),
          ),
        ]),
    byExposure(
      id('coi'),
      coi,
      sums('none', (row) => row.coiEvents),
    ),
    byExposure(
      id('pi-from-none'),
      piFromNone,
      sums('none', (row) => row.piEvents),
    ),
    byExposure(
      id('pi-from-coi'),
      piFromCoi,
      sums('coi', (row) => row.piEvents),
    ),
  ];
}

/** How the belief of each rate of each route came about; none where nothing is believed of routes. */
export function routeWorkings(history: RouteHistory = nothing, making: Making): BeliefWorking[] {
  return Object.entries(making.prior.routes ?? {}).flatMap(([route, beliefs]) =>
    workingsOf(route, beliefs, history, making),
  );
}

/** The routes of the prior with what is now believed; nothing where it has none. */
export function updatedRoutes(
  { routes }: Beliefs,
  now: (id: string, belief: Belief) => Belief,
): Pick<Beliefs, 'routes'> {
  if (routes === undefined) return {};
  const updated = Object.entries(routes).map(([route, beliefs]): [string, RouteBeliefs] => {
    const at = (rate: string, belief: Belief): Belief => now(`route-${rate}:${route}`, belief);
    const { withdraw, interrupt, enterPgcert, coi, piFromNone, piFromCoi } = beliefs;
    return [
      route,
      {
        withdraw: at('withdraw', withdraw),
        interrupt: at('interrupt', interrupt),
        coi: at('coi', coi),
        piFromNone: at('pi-from-none', piFromNone),
        piFromCoi: at('pi-from-coi', piFromCoi),
        ...(enterPgcert === undefined ? {} : { enterPgcert: at('enter-pgcert', enterPgcert) }),
      },
    ];
  });
  return { routes: Object.fromEntries(updated) };
}
