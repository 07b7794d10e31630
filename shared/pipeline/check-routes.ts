import type { GroupRates, Pathway, RouteLearner } from './projection-inputs.ts';

/** Says what is wrong with one field of a person. */
export type Complaint = (field: string, message: string) => void;

/** The routes of a group: chances that add up, and one role chance a band. */
export function checkRoutes(
  rates: GroupRates,
  fault: (path: readonly (string | number)[], message: string) => void,
): void {
  for (const [name, route] of Object.entries(rates.routes ?? {})) {
    const { complete, interrupt, withdraw } = route.attempt;
    if (!(Math.abs(complete + interrupt + withdraw - 1) <= 1e-9)) {
      fault(['routes', name, 'attempt'], 'complete, interrupt and withdraw must add up to 1');
    }
    const rows = { coi: route.coi, pi_from_none: route.piFromNone, pi_from_coi: route.piFromCoi };
    for (const [table, row] of Object.entries(rows)) {
      if (row.length !== rates.bands.length) fault(['routes', name, table], 'needs one chance for each band');
    }
  }
}

function checkWhere({ startIn, elapsed, sinceEnd, ...person }: RouteLearner, complain: Complaint): void {
  const given = [startIn, elapsed, sinceEnd].filter((months) => months !== undefined);
  if (given.length !== 1) complain('route', 'needs one of start_in, elapsed and since_end');
  if (person.uptake !== undefined && startIn === undefined) complain('uptake', 'only with start_in');
  if (person.returnIn !== undefined && elapsed === undefined) complain('return_in', 'only with elapsed');
  if (person.nextStartIn !== undefined && sinceEnd === undefined) {
    complain('next_start_in', 'only with since_end');
  }
  if (person.sinceAward !== undefined && (person.held ?? 0) === 0) {
    complain('since_award', 'only for somebody who holds an award');
  }
}

/** Somebody on a route other than the framework: a route that is known, and one place on it. */
export function checkOnRoute(
  person: RouteLearner,
  rates: GroupRates,
  pathway: Pathway,
  complain: Complaint,
): void {
  checkWhere(person, complain);
  const has = (routes: object | undefined): boolean => Object.hasOwn(routes ?? {}, person.route);
  const [clock, row] = [pathway.routes?.[person.route], rates.routes?.[person.route]];
  if (clock === undefined || row === undefined || !has(pathway.routes) || !has(rates.routes)) {
    complain('route', 'names no route of the pathway and of the group');
    return;
  }
  const { elapsed, returnIn } = person;
  if (elapsed === undefined) return;
  const longest = clock.studyMonths + (returnIn === undefined ? clock.awardLagMonths : 0);
  if (elapsed > longest) complain('elapsed', `at most ${longest} months can be done on this route`);
  if (returnIn === undefined && elapsed >= clock.studyMonths && !(row.attempt.complete > 0)) {
    complain('elapsed', 'nobody in this group completes this route, so nobody can have gone to its end');
  }
}
