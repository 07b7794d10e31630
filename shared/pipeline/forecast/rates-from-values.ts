import { nationalRatioOf, type Beliefs } from '../beliefs.ts';
import { chanceOfRate, monthlyOfYearly } from '../monthly-chance.ts';
import type { AttemptChances, GroupRates, RoleChances, RouteRates } from '../projection-inputs.ts';

/** The value of a rate by the name of its dimension. */
export type ValueOf = (id: string) => number;

const stages = [1, 2, 3] as const;

/** Interruptions are stated as a share of those who do not withdraw. */
function attemptFrom(withdraw: number, interrupting: number): AttemptChances {
  const interrupt = (1 - withdraw) * interrupting;
  return { complete: 1 - withdraw - interrupt, interrupt, withdraw };
}

/** h = 1 − exp(−rate × profession × band). */
function roleChances(name: string, ratio: number, beliefs: Beliefs, valueOf: ValueOf): RoleChances {
  return stages.map((held) => roleRow(valueOf(`${name}-${held}`) * ratio, beliefs));
}

function roleRow(rate: number, { bandMultipliers }: Beliefs): number[] {
  return bandMultipliers.map((multiplier) => chanceOfRate(rate * multiplier));
}

/** Role rates after a route are multiplied as those after an award are. */
function routeFrom(name: string, ratio: number, beliefs: Beliefs, valueOf: ValueOf): RouteRates {
  const at = (rate: string): number => valueOf(`route-${rate}:${name}`);
  const row = (rate: string): number[] => roleRow(at(rate) * ratio, beliefs);
  const enters = beliefs.routes?.[name]?.enterPgcert !== undefined;
  return {
    attempt: attemptFrom(at('withdraw'), at('interrupt')),
    coi: row('coi'),
    piFromNone: row('pi-from-none'),
    piFromCoi: row('pi-from-coi'),
    ...(enters ? { enterPgcert: at('enter-pgcert') } : {}),
  };
}

function routesFrom(ratio: number, beliefs: Beliefs, valueOf: ValueOf): Pick<GroupRates, 'routes'> {
  const names = Object.keys(beliefs.routes ?? {});
  if (names.length === 0) return {};
  return {
    routes: Object.fromEntries(names.map((name) => [name, routeFrom(name, ratio, beliefs, valueOf)])),
  };
}

/** The fixed rates of a group where every uncertain rate has the given value (model.md 1.2 to 1.5). */
export function groupRatesFrom(group: string, beliefs: Beliefs, valueOf: ValueOf): GroupRates {
  const leaveYearly = valueOf(`leave:${group}`);
  const national = nationalRatioOf(beliefs) === null ? 1 : valueOf('national');
  const ratio = valueOf(`ratio:${group}`) * national;
  return {
    attempt: stages.map((stage) => attemptFrom(valueOf(`withdraw-${stage}`), valueOf(`interrupt-${stage}`))),
    returnAfterInterruption: valueOf('return'),
    goOn: [valueOf('go-on-1'), valueOf('go-on-2')],
    bands: beliefs.bands,
    coi: roleChances('coi', ratio, beliefs, valueOf),
    piFromNone: roleChances('pi-from-none', ratio, beliefs, valueOf),
    piFromCoi: roleChances('pi-from-coi', ratio, beliefs, valueOf),
    leaveMonthly: monthlyOfYearly(leaveYearly),
    piLeaveMonthly: monthlyOfYearly(Math.min(1, leaveYearly * beliefs.piLeaveRatio)),
    piRoleLossMonthly: monthlyOfYearly(valueOf('pi-role-loss')),
    piReturnMonthly: monthlyOfYearly(valueOf('pi-return')),
    ...routesFrom(ratio, beliefs, valueOf),
  };
}
