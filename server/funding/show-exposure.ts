import { z } from 'zod';
import { addMonthsTo, lastDayOf, monthOf } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import type { Award } from '../../shared/funding/award.ts';
import { exposureTotal, type ExposureTotal } from '../../shared/funding/exposure.ts';
import { phaseOf } from '../../shared/learners/status.ts';
import { defaultGroupsOn } from '../../shared/pipeline/default-rates.ts';
import { registerToday } from '../../shared/pipeline/calibration/register-as-at.ts';
import { firstNamedBy } from '../../shared/research/named.ts';
import { costPerNamed, type CohortCost, type CostPerNamed } from '../../shared/scenario/cost-per-named.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { exposureCases, type ExposureBasis } from '../../shared/scenario/exposure-of-plan.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import { feesWePay } from '../../shared/scenario/funding-lines.ts';
import { beliefsAsAt } from '../../shared/scenario/remake-forecast.ts';
import type { ScenarioAnswer } from '../../shared/scenario/scenario-answer.ts';
import type { StaffGroup } from '../../shared/staff/staff.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readAgreements } from '../learners/read-history.ts';
import { readRecordedRegister } from '../pipeline/read-register.ts';
import { readPipeline } from '../pipeline/read.ts';
import { readDelegationEntries } from '../research/read.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readAwards } from './read.ts';

/** What one learner's exposure was made from, with the staff group whose rates it took. */
type ShownBasis = ExposureBasis & { readonly staffGroup: StaffGroup | null };

/** What the averages of `cost` are made from: sums in pence, and how many they are of. */
type CostBasis = {
  readonly feesPence: number;
  readonly feesOf: number;
  readonly coverPence: number;
  readonly coverOf: number;
  readonly spentFeesPence: number;
  readonly spentCoverPence: number;
};

/** Points of the forecast. */
const points = 31;

/** Months ahead a first role may be counted over. */
export const monthsAhead = [12, 24, 36, 48, 60] as const;

/** Asked nothing, it is three years. */
export const exposureInput = z
  .strictObject({ months: z.literal(monthsAhead).default(36) })
  .default({ months: 36 });

type Asked = z.output<typeof exposureInput>;

export type ShownExposure = {
  readonly dataCut: PlainDate;
  readonly exposure: ExposureTotal;
  /** By learner. */
  readonly bases: Readonly<Record<string, ShownBasis>>;
  readonly perNamed: CostPerNamed | null;
  /** Last day of the window of `perNamed`. */
  readonly namedBy: PlainDate;
  /** What `perNamed` rests on, net of awards; `null` where no fee is known. */
  readonly cost: CohortCost | null;
  readonly costBasis: CostBasis | null;
};

type Held = {
  readonly plan: Plan;
  readonly awards: readonly Award[];
  /** Of the learners' own weeks, those gone by among them. */
  readonly answer: ScenarioAnswer;
  readonly exposure: ExposureTotal;
  readonly bases: ShownExposure['bases'];
  /** Who was ever named: no first role of theirs lies ahead. */
  readonly everNamed: ReadonlyMap<string, unknown>;
};

/** People on a course of the framework or planned for one, who were never named. */
function cohortOf({ plan, everNamed }: Held): ReadonlySet<string> {
  const ahead = plan.learners.filter(
    ({ route, status }) => route === 'framework' && phaseOf(status) !== 'past',
  );
  return new Set(ahead.map(({ personId }) => personId).filter((id) => !everNamed.has(id)));
}

/** Fees of every stage the cohort began, and the cover bought for the stages it is on. */
function spentOn(
  people: ReadonlySet<string>,
  { plan, awards, exposure }: Held,
): Pick<CostBasis, 'spentFeesPence' | 'spentCoverPence'> {
  const rows = plan.learners.filter(({ personId, startedOn }) => people.has(personId) && startedOn !== null);
  const ids = new Set(rows.map(({ id }) => id));
  const own = exposure.each.filter(({ learnerId }) => ids.has(learnerId));
  return {
    spentFeesPence: rows.reduce((sum, row) => sum + (feesWePay(row, awards, plan.parameters) ?? 0), 0),
    spentCoverPence: own.reduce((sum, { coverPence }) => sum + coverPence, 0),
  };
}

/** What we pay for stages, fees net of awards and cover; `null` while no fee is known. */
function costBasisOf(held: Held): CostBasis | null {
  const { plan, awards, answer } = held;
  const fees = plan.learners
    .filter(({ route, status }) => route === 'framework' && phaseOf(status) !== 'past')
    .filter(({ feePence }) => feePence !== null)
    .flatMap((learner) => feesWePay(learner, awards, plan.parameters) ?? []);
  if (fees.length === 0) return null;
  const stages = plan.inputs.teams.flatMap(({ learners }) =>
    learners.filter(({ patterns }) => patterns !== null),
  );
  return {
    feesPence: fees.reduce((sum, one) => sum + one, 0),
    feesOf: fees.length,
    coverPence: answer.byYear.reduce((sum, { costPence }) => sum + costPence, 0),
    coverOf: stages.length,
    ...spentOn(cohortOf(held), held),
  };
}

function cohortCost(basis: CostBasis): CohortCost {
  const { feesPence, feesOf, coverPence, coverOf, spentFeesPence, spentCoverPence } = basis;
  return {
    stageFeesPence: halfUp(feesPence, feesOf),
    stageCoverPence: coverOf === 0 ? 0 : halfUp(coverPence, coverOf),
    spentPence: spentFeesPence + spentCoverPence,
  };
}

async function perNamedOf(
  tx: TrustReader,
  ctx: TrustContext,
  { plan }: Held,
  cost: CohortCost | null,
  { months }: Asked,
): Promise<CostPerNamed | null> {
  if (cost === null) return null;
  const { inputs } = (await readPipeline(tx, ctx.trustId, plan, ctx.today())).plan;
  const register = registerToday(await readRecordedRegister(tx, ctx.trustId), plan.trust.dataCut);
  const { beliefs } = beliefsAsAt(register, plan.parameters);
  return costPerNamed(forecastPlan(inputs, beliefs), cost, months, points);
}

const answers = new Map(monthsAhead.map((months) => [months, new KeptAnswers<ShownExposure>(10)]));

/** What could be lost, at most and as expected, and what somebody named for the first time costs. */
export async function showExposure(ctx: TrustContext, asked: Asked): Promise<Result<ShownExposure>> {
  return withTrust(ctx, async (tx) => {
    const found = await answers.get(asked.months)?.find(tx, ctx);
    if (found !== undefined && found.kept !== null) return ok(found.kept);
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    const answer = await shown(tx, ctx, plan, asked);
    found?.keep(answer);
    return ok(answer);
  });
}

async function readHeld(tx: TrustReader, ctx: TrustContext, plan: Plan): Promise<Held> {
  const { dataCut } = plan.trust;
  const awards = await readAwards(tx, ctx.trustId);
  const groups = defaultGroupsOn(plan.parameters, dataCut).value;
  const groupOf = new Map(plan.placed.map(({ assignment }) => [assignment.personId, assignment.staffGroup]));
  const personOf = new Map(plan.learners.map(({ id, personId }) => [id, personId]));
  const answer = evaluateScenario({ ...plan.inputs, horizon: null }, plan.parameters);
  const cases = exposureCases({
    today: dataCut,
    learners: plan.learners,
    awards,
    agreements: await readAgreements(tx, ctx.trustId),
    answer,
    ratesOf: (personId) => {
      const group = groupOf.get(personId);
      return group === undefined ? undefined : groups[group];
    },
    set: plan.parameters,
  });
  const everNamed = firstNamedBy(await readDelegationEntries(tx, ctx.trustId), dataCut);
  const bases = cases.map(({ learnerId, basis }): [string, ShownBasis] => [
    learnerId,
    { ...basis, staffGroup: groupOf.get(personOf.get(learnerId) ?? '') ?? null },
  ]);
  return {
    plan,
    awards,
    answer,
    exposure: exposureTotal(cases),
    bases: Object.fromEntries(bases),
    everNamed,
  };
}

async function shown(tx: TrustReader, ctx: TrustContext, plan: Plan, asked: Asked): Promise<ShownExposure> {
  const { dataCut } = plan.trust;
  const held = await readHeld(tx, ctx, plan);
  const costBasis = costBasisOf(held);
  const cost = costBasis === null ? null : cohortCost(costBasis);
  return {
    dataCut,
    exposure: held.exposure,
    bases: held.bases,
    perNamed: await perNamedOf(tx, ctx, held, cost, asked),
    namedBy: lastDayOf(addMonthsTo(monthOf(dataCut), asked.months)),
    cost,
    costBasis,
  };
}
