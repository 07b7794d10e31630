import type { WardYear } from '../backfill/ward-answer.ts';
import { evaluateWard } from '../backfill/evaluate-ward.ts';
import { engineVersion } from '../core/engine-version.ts';
import { ModelError } from '../core/errors.ts';
import type { Refusal } from '../core/result.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { evaluateProjection } from '../pipeline/evaluate-projection.ts';
import type { ScenarioAnswer, TeamAnswer, TeamWeeks } from './scenario-answer.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';
import { shareBankOfPlan } from './share-bank-of-plan.ts';
import { wardOfPlan, type PlannedWard } from './ward-of-plan.ts';

function notKnown(plan: TeamPlan) {
  const hoursNotKnown = plan.learners.filter(({ patterns }) => patterns === null).map(({ id }) => id);
  return { hoursNotKnown, feesNotKnown: plan.feesNotKnown };
}

/** The question of each team, and why it cannot be asked of the others. */
type Asked = { readonly ward: PlannedWard | null; readonly refusal: Refusal | null };

/** A team that cannot be worked out says why, and does not take the others down with it. */
function attempt<T>(work: () => T): { readonly value: T | null; readonly refusal: Refusal | null } {
  try {
    return { value: work(), refusal: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { value: null, refusal: { code: error.code, message: error.message } };
  }
}

function ask(plan: TeamPlan, inputs: ScenarioInputs, parameters: ParameterSet): Asked {
  const { value: ward, refusal } = attempt(() => wardOfPlan(plan, inputs, parameters));
  return { ward, refusal };
}

function teamAnswer(
  plan: TeamPlan,
  { ward: asked, refusal }: Asked,
  bankLimits: Readonly<Record<string, number>> | undefined,
): TeamAnswer {
  const gaps = { teamId: plan.team.id, ...notKnown(plan) };
  const none = { ward: null, wardInputs: null, rates: [], assumed: [] };
  if (asked === null) return { ...gaps, ...none, refusal };
  const { inputs, rates, assumed } = asked;
  const wardInputs = bankLimits === undefined ? inputs : { ...inputs, bankLimits };
  const answer = attempt(() => evaluateWard(wardInputs));
  if (answer.value === null) return { ...gaps, ...none, refusal: answer.refusal };
  return { ...gaps, refusal: null, ward: answer.value, wardInputs, rates, assumed };
}

function add(left: WardYear, right: WardYear): WardYear {
  return {
    financialYear: left.financialYear,
    released: left.released + right.released,
    need: left.need + right.need,
    filled: left.filled + right.filled,
    unfilled: left.unfilled + right.unfilled,
    costPence: left.costPence + right.costPence,
    netFeesPence: left.netFeesPence + right.netFeesPence,
    cashFeesPence: left.cashFeesPence + right.cashFeesPence,
    netPence: left.netPence + right.netPence,
  };
}

/** Years of several teams added up, in order. Totals are sums of lines and are never rounded again. */
export function addYears(years: readonly WardYear[]): WardYear[] {
  const sums = new Map<string, WardYear>();
  for (const year of years) {
    const before = sums.get(year.financialYear);
    sums.set(year.financialYear, before === undefined ? year : add(before, year));
  }
  return [...sums.values()].sort((a, b) => (a.financialYear < b.financialYear ? -1 : 1));
}

function teamWeeksOf(teams: readonly TeamAnswer[]): TeamWeeks {
  const counts = teams.flatMap(({ ward }) => (ward?.short ? [ward.short] : []));
  const sum = (of: (short: (typeof counts)[number]) => number): number =>
    counts.reduce((total, short) => total + of(short), 0);
  return {
    withoutRelease: sum((short) => short.withoutRelease.length),
    newlyShort: sum((short) => short.newlyShort.length),
    afterCover: sum((short) => short.afterCover.length),
    teamsNotKnown: teams.length - counts.length,
  };
}

/**
 * The whole model as one function: behind the page (in its worker), the server, the model command and reports, so that
 * screen and paper cannot disagree. Pure: the same inputs and parameters give the same answer on every machine.
 *
 * @throws ModelError from the pipeline or a ward put in full when its inputs contradict each other; a team's own fault
 * is in its answer.
 */
export function evaluateScenario(inputs: ScenarioInputs, parameters: ParameterSet): ScenarioAnswer {
  const asked = inputs.teams.map((plan) => ({ plan, asked: ask(plan, inputs, parameters) }));
  const { limits, shortages } = shareBankOfPlan(
    inputs,
    asked.map((team) => team.asked.ward),
  );
  const teams = asked.map(({ plan, asked: own }) => teamAnswer(plan, own, limits.get(plan.team.id)));
  return {
    engine: engineVersion,
    teams,
    byYear: addYears(teams.flatMap(({ ward }) => ward?.byYear ?? [])),
    teamWeeks: teamWeeksOf(teams),
    bankShortages: shortages,
    wards: (inputs.wards ?? []).map(evaluateWard),
    projection: inputs.pipeline === null ? null : evaluateProjection(inputs.pipeline),
  };
}
