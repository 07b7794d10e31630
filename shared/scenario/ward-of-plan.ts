import { bankOnlyPolicy, termsOf, type CoverPolicy } from '../backfill/cover-policy.ts';
import type { WardInputs, WardLearner } from '../backfill/ward-inputs.ts';
import { ladderShares, type WardLadder } from '../backfill/ward-ladder.ts';
import { coverRatesOfYear } from '../pay/cover-rate.ts';
import { ModelError } from '../core/errors.ts';
import { planningDefaultsOn, type PlanningDefaults } from '../parameters/planning-defaults.ts';
import type { ParameterSet, ParameterUse } from '../parameters/types.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';
import type { FinancialYear } from '../calendar/years.ts';
import type { Team } from '../teams/team.ts';
import { yearsOfPlan } from './plan-years.ts';
import { datedRates, ratesUsed, type RateUsed } from './rate-used.ts';
import { coverBandOf, policyRates } from './rung-rates.ts';
import type { ScenarioInputs, TeamLearner, TeamPlan } from './scenario-inputs.ts';

/** A figure that stands in for one the team has not entered. */
export type AssumedInput = {
  readonly input: 'fill' | 'backfill-share' | 'unavailability' | 'unavailability-spread';
  readonly uses: readonly ParameterUse[];
};

export type PlannedWard = {
  readonly inputs: WardInputs;
  readonly rates: readonly RateUsed[];
  readonly assumed: readonly AssumedInput[];
};

function workedOut(
  plan: TeamPlan,
  years: readonly FinancialYear[],
  inputs: ScenarioInputs,
  set: ParameterSet,
): RateUsed[] {
  if (years.length === 0) return [];
  const band = coverBandOf(plan);
  if (band === null) {
    throw new ModelError(
      'parameter-missing',
      'no cover band or cover rate is entered for this team',
      '/coverBand',
    );
  }
  const terms = termsOf(plan.policy ?? bankOnlyPolicy);
  return years.flatMap((year) => ratesUsed(year, coverRatesOfYear(band, year, inputs.basis, set, terms)));
}

/** Typed rates stand above the pay table; years without one are worked out from the cover band. */
function bankRatesOf(
  plan: TeamPlan,
  years: readonly FinancialYear[],
  inputs: ScenarioInputs,
  set: ParameterSet,
): RateUsed[] {
  const typed = plan.team.coverRates ?? {};
  const typedRates = years.flatMap((financialYear): RateUsed[] => {
    const pence = typed[financialYear];
    return pence === undefined ? [] : [{ financialYear, pence, origin: 'typed', status: null, lines: [] }];
  });
  const rest = years.filter((year) => typed[year] === undefined);
  return [...typedRates, ...workedOut(plan, rest, inputs, set)];
}

function ratesOf(plan: TeamPlan, inputs: ScenarioInputs, set: ParameterSet): RateUsed[] {
  if (plan.learners.every(({ patterns }) => patterns === null)) return [];
  const years = yearsOfPlan(plan, inputs.horizon);
  const bankRates = (): RateUsed[] => bankRatesOf(plan, years, inputs, set);
  if (!plan.policy) return bankRates();
  const defaults = planningDefaultsOn(set, inputs.dataCut);
  return policyRates(plan, plan.policy, years, bankRates, { basis: inputs.basis, set, defaults });
}

/** The policy as the ward question takes it; nothing for a team without one. */
function ladderOf(
  policy: CoverPolicy | null,
  rates: readonly RateUsed[],
  dataCut: PlainDate,
  fillBp: number,
): { readonly ownTimeBp?: number; readonly ladder?: WardLadder } {
  if (policy === null) return {};
  const rungs = policy.rungs.map(({ rung }) => ({
    rung,
    ...datedRates(rates.filter((rate) => rate.rung === rung)),
  }));
  return { ownTimeBp: policy.ownTimeBp, ladder: { rungs, shares: ladderShares(policy, dataCut, fillBp) } };
}

function assumedOf(team: Team, policy: CoverPolicy | null, { uses }: PlanningDefaults): AssumedInput[] {
  const of = (input: AssumedInput['input'], value: unknown, prefix: string): AssumedInput[] =>
    value === null ? [{ input, uses: uses.filter(({ code }) => code.startsWith(prefix)) }] : [];
  return [
    ...of('fill', team.fillBp ?? (policy?.fillByNotice.length || null), 'DEFAULT_FILL'),
    ...of('backfill-share', team.backfillBp ?? policy?.absorbedBp ?? null, 'DEFAULT_BACKFILL'),
    ...of('unavailability', team.unavailabilityBp, 'DEFAULT_UNAVAILABILITY_0'),
    ...of('unavailability-spread', team.unavailabilitySdBp, 'DEFAULT_UNAVAILABILITY_SD'),
  ];
}

/** Field by field: to spread the thousands of patterns of a trust takes longer than to price them. */
function wardLearner({ id, count, lapseBp }: TeamLearner, pattern: ReleasePattern): WardLearner {
  const { weeklyMinutes, start, weeks, breakWeeks, days, blockDays } = pattern;
  return { weeklyMinutes, start, weeks, breakWeeks, days, blockDays, key: id, count, lapseBp };
}

function wardLearners(plan: TeamPlan): WardLearner[] {
  return plan.learners.flatMap((learner) =>
    (learner.patterns ?? []).map((pattern) => wardLearner(learner, pattern)),
  );
}

/**
 * The ward question of one team: its own figures, and planning defaults, listed, for those it has not entered. A
 * planned minimum or staff in post that is not known stays not known, and then no week is judged.
 *
 * @throws ModelError 'parameter-missing' when release has to be costed and no rate can be found.
 */
export function wardOfPlan(plan: TeamPlan, inputs: ScenarioInputs, set: ParameterSet): PlannedWard {
  const { team, contractedMinutes, policy = null } = plan;
  const defaults = planningDefaultsOn(set, inputs.dataCut);
  const rates = ratesOf(plan, inputs, set);
  const absorbed = policy?.absorbedBp ?? null;
  const fillBp = team.fillBp ?? defaults.fillBp;
  const months = team.unavailabilityBp ?? defaults.unavailabilityBp;
  const minimum = contractedMinutes === null ? null : (team.plannedMinimum ?? null);
  return {
    rates,
    assumed: assumedOf(team, policy, defaults),
    inputs: {
      learners: wardLearners(plan),
      headroomMinutes: team.studyHeadroomMinutes,
      backfillBp: absorbed === null ? (team.backfillBp ?? defaults.backfillBp) : 10_000 - absorbed,
      fillBp,
      ...datedRates(rates),
      ...ladderOf(policy, rates, inputs.dataCut, fillBp),
      contractedMinutes: contractedMinutes ?? 0,
      temporaryCoverMinutes: team.temporaryCoverMinutes,
      unavailabilityBp: Object.fromEntries(months.map((share, index) => [index + 1, share])),
      unavailabilitySdBp: team.unavailabilitySdBp ?? defaults.unavailabilitySdBp,
      plannedMinimumMinutes: minimum?.minutes ?? null,
      ...(minimum?.byWeekday ? { plannedMinimumByWeekday: minimum.byWeekday } : {}),
      fees: plan.fees,
      ...(plan.bookedMinutes ? { bookedMinutes: plan.bookedMinutes } : {}),
      ...(inputs.horizon ? { horizon: inputs.horizon } : {}),
    },
  };
}
