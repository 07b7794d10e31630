import type { Belief, Beliefs } from '../beliefs.ts';
import { attemptWorkings } from './attempt-workings.ts';
import { sumsOf, takenSums, weighing, yearSums, type UpdateSettings, type Weighing } from './belief-sums.ts';
import { byExposure, byTrials, working, type BeliefWorking } from './belief-working.ts';
import { exposureSums, type Making } from './exposure-sums.ts';
import { professionRatios } from './profession-ratios.ts';
import type { RoleExposure, TrustHistory } from './trust-history.ts';
import { routeWorkings, updatedRoutes } from './update-routes.ts';

export type UpdatedBeliefs = { readonly beliefs: Beliefs; readonly workings: readonly BeliefWorking[] };

/** Every staff group with what is now believed of its ratio, and the namings that say so. */
function ratioWorkings(rows: readonly RoleExposure[], { prior, weightOf, ratios }: Making): BeliefWorking[] {
  return Object.entries(prior.groups).map(([group, { professionRatio }]) => {
    const own = rows.filter((row) => row.group === group);
    const sums = sumsOf(own, weightOf, (row) => [row.months, row.coiEvents + row.piEvents]);
    const belief = ratios.get(group) ?? professionRatio;
    return working(`ratio:${group}`, professionRatio, belief, 'person-months', sums);
  });
}

/** Exposure is weighted by what its band and the ratio of its staff group multiply the rate by. */
function roleWorkings(
  name: string,
  priors: readonly Belief[],
  rows: readonly RoleExposure[],
  events: (row: RoleExposure) => number,
  making: Making,
): BeliefWorking[] {
  return priors.map((prior, index) => {
    const held = rows.filter((row) => row.held === index + 1);
    return byExposure(`${name}-${index + 1}`, prior, exposureSums(held, events, making));
  });
}

function allWorkings(prior: Beliefs, history: TrustHistory, weightOf: Weighing): BeliefWorking[] {
  const making = { prior, weightOf, ratios: professionRatios(prior, history.roles, weightOf) };
  const none = history.roles.filter(({ from }) => from === 'none');
  const coi = history.roles.filter(({ from }) => from === 'coi');
  const attempts = prior.withdraw.flatMap((withdraw, index) => {
    const interrupt = prior.interrupt[index];
    const stage = index + 1;
    const ids = [`withdraw-${stage}`, `interrupt-${stage}`] as const;
    const rows = history.attempts.filter((row) => row.stage === stage);
    return interrupt === undefined ? [] : attemptWorkings(ids, [withdraw, interrupt], rows, weightOf);
  });
  const goOn = prior.goOn.map((belief, index) => {
    const rows = history.goingOn.filter(({ after }) => after === index + 1);
    return byTrials(`go-on-${index + 1}`, belief, 'people', takenSums(rows, weightOf));
  });
  const leaving = Object.entries(prior.groups).map(([group, { leaveYearly }]) => {
    const rows = history.leaving.filter((row) => row.group === group);
    return byTrials(`leave:${group}`, leaveYearly, 'person-years', yearSums(rows, weightOf));
  });
  return [
    ...attempts,
    byTrials('return', prior.returnAfterInterruption, 'people', takenSums(history.returns, weightOf)),
    ...goOn,
    ...roleWorkings('coi', prior.coi, none, (row) => row.coiEvents, making),
    ...roleWorkings('pi-from-none', prior.piFromNone, none, (row) => row.piEvents, making),
    ...roleWorkings('pi-from-coi', prior.piFromCoi, coi, (row) => row.piEvents, making),
    byTrials('pi-role-loss', prior.piRoleLossYearly, 'person-years', yearSums(history.piRoles, weightOf)),
    byTrials('pi-return', prior.piReturnYearly, 'person-years', yearSums(history.piLapsed, weightOf)),
    ...ratioWorkings(history.roles, making),
    ...leaving,
    ...routeWorkings(history.routes, making),
  ];
}

/**
 * The prior updated by what the trust recorded, in closed form given the ratios of the staff groups (model.md 4.1),
 * with the working of each rate. Cohorts a year older count for `fade` of the younger.
 */
export function updateBeliefs(
  prior: Beliefs,
  history: TrustHistory,
  settings: UpdateSettings,
): UpdatedBeliefs {
  const workings = allWorkings(prior, history, weighing(settings));
  const byId = new Map(workings.map(({ id, belief }) => [id, belief]));
  const now = (id: string, belief: Belief): Belief => byId.get(id) ?? belief;
  const each = (name: string, list: readonly Belief[]): Belief[] =>
    list.map((belief, index) => now(`${name}-${index + 1}`, belief));
  const groups = Object.entries(prior.groups).map(([group, { professionRatio, leaveYearly }]) => {
    const ratio = now(`ratio:${group}`, professionRatio);
    return [group, { professionRatio: ratio, leaveYearly: now(`leave:${group}`, leaveYearly) }] as const;
  });
  const beliefs: Beliefs = {
    ...prior,
    withdraw: each('withdraw', prior.withdraw),
    interrupt: each('interrupt', prior.interrupt),
    returnAfterInterruption: now('return', prior.returnAfterInterruption),
    goOn: each('go-on', prior.goOn),
    coi: each('coi', prior.coi),
    piFromNone: each('pi-from-none', prior.piFromNone),
    piFromCoi: each('pi-from-coi', prior.piFromCoi),
    piRoleLossYearly: now('pi-role-loss', prior.piRoleLossYearly),
    piReturnYearly: now('pi-return', prior.piReturnYearly),
    groups: Object.fromEntries(groups),
    ...updatedRoutes(prior, now),
  };
  return { beliefs, workings };
}
