import type { Beliefs } from '../beliefs.ts';
import { chanceOfRate, monthlyOfYearly } from '../monthly-chance.ts';
import type { AttemptChances, GroupRates, RoleChances } from '../projection-inputs.ts';

/** The value of a rate by the name of its dimension. */
export type ValueOf = (id: string) => number;

const stages = [1, 2, 3] as const;

/** Interruptions are stated as a share of those who do not withdraw. */
function attemptFrom(stage: number, valueOf: ValueOf): AttemptChances {
  const withdraw = valueOf(`withdraw-${stage}`);
  const interrupt = (1 - withdraw) * valueOf(`interrupt-${stage}`);
  return { complete: 1 - withdraw - interrupt, interrupt, withdraw };
}

/** h = 1 − exp(−rate × profession × band). */
function roleChances(name: string, ratio: number, beliefs: Beliefs, valueOf: ValueOf): RoleChances {
  return stages.map((held) => {
    const rate = valueOf(`${name}-${held}`) * ratio;
    return beliefs.bandMultipliers.map((multiplier) => chanceOfRate(rate * multiplier));
  });
}

/** The fixed rates of a group where every uncertain rate has the given value (model.md 1.2 to 1.5). */
export function groupRatesFrom(group: string, beliefs: Beliefs, valueOf: ValueOf): GroupRates {
  const leaveYearly = valueOf(`leave:${group}`);
  const ratio = valueOf(`ratio:${group}`);
  return {
    attempt: stages.map((stage) => attemptFrom(stage, valueOf)),
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
  };
}
