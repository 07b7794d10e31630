import { bankOnlyPolicy, termsOf, type CoverPolicy } from '../backfill/cover-policy.ts';
import { evaluateWard } from '../backfill/evaluate-ward.ts';
import { nowOrLate, type NowOrLate } from '../backfill/now-or-late.ts';
import { postOrBank, type PostOrBank } from '../backfill/post-or-bank.ts';
import type { WardAnswer } from '../backfill/ward-answer.ts';
import { fillAtNotice } from '../backfill/ward-ladder.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, type FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import type { Refusal } from '../core/result.ts';
import { planningDefaultsOn } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { CoverRate } from '../pay/cover-rate.ts';
import { partYearCost } from '../pay/part-year-cost.ts';
import { topOfBand } from '../pay/pay-point.ts';
import type { PostTerms } from '../pay/post-cost.ts';
import { rungRateOn } from '../pay/rung-rate.ts';
import { boughtRungs, isBankRung, type BoughtRung } from '../pay/rungs.ts';
import { weeklyHoursOn } from '../pay/weekly-hours.ts';
import { rateUsedOn, type RateUsed } from './rate-used.ts';
import { coverBandOf, ownUnavailabilityOf, rungOf } from './rung-rates.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';
import { wardOfPlan } from './ward-of-plan.ts';

/** What an hour of a rung costs in a year, or why there is none. */
export type RungPrice = {
  readonly rung: BoughtRung;
  readonly rate: Omit<CoverRate, 'status'> | null;
  readonly typed: boolean;
  readonly refusal: Refusal | null;
};

/** A post against the bank, with the contract it is for. */
export type PostChoice = PostOrBank & {
  readonly from: PlainDate;
  readonly contractWeeks: number;
  /** Mean minutes a week to be covered, over the weeks with any. */
  readonly weeklyNeedMinutes: number;
  readonly totalNeedMinutes: number;
  /** Of a full-time post, as it stands on the first day and from each day of an award or another rate. */
  readonly yearlyCosts: readonly { readonly from: PlainDate; readonly pence: number }[];
  readonly ownUnavailabilityBp: number;
  readonly bankFillBp: number;
};

export type TeamChoices = {
  /** The year the prices are of. */
  readonly year: FinancialYear;
  readonly prices: readonly RungPrice[];
  /** `null`: nothing to cover late enough for a post, or no band. */
  readonly post: PostChoice | null;
  /** Of 100 hours needed; `null` while the policy does not say how likely a late hour is. */
  readonly waiting: (NowOrLate & { readonly bankPence: number; readonly latePence: number }) | null;
};

/** A decision today is somebody in post after so many weeks. */
const weeksToHire = 14;

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
}

/** The team's need with the bank alone at its own fill: what a post is held against. */
function bankAlone(plan: TeamPlan, inputs: ScenarioInputs, set: ParameterSet) {
  const own = plan.policy ?? bankOnlyPolicy;
  const policy = { ...own, rungs: bankOnlyPolicy.rungs, fillByNotice: [], lagWeeks: 0 };
  const { inputs: ward, rates } = wardOfPlan({ ...plan, policy }, inputs, set);
  return { ward: evaluateWard(ward), rates, fillBp: ward.fillBp };
}

type BankAlone = ReturnType<typeof bankAlone>;

function contractOf({ weeks }: WardAnswer, dataCut: PlainDate) {
  const inPost = addDays(mondayOf(dataCut), weeksToHire * 7);
  const needed = weeks.filter(({ monday, need }) => need > 0 && monday >= inPost);
  const [first, last] = [needed[0], needed.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: first.monday, needed, contractWeeks: daysBetween(first.monday, last.monday) / 7 + 1 };
}

/** A full-time post over the contract, cut where an award or a rate changes its yearly cost. */
function contractCost(
  of: PostTerms,
  from: PlainDate,
  weeks: number,
  { inputs, set }: { inputs: ScenarioInputs; set: ParameterSet },
) {
  const to = addDays(from, weeks * 7 - 1);
  const parts = partYearCost(topOfBand(of.band), { from, to }, inputs.basis, set, of);
  const yearly = parts.map((part) => ({ from: part.from, pence: part.post.employerCostYearPence }));
  return {
    yearlyCosts: yearly.filter(({ pence }, at) => pence !== yearly[at - 1]?.pence),
    employerCostYearPence: yearly[0]?.pence ?? 0,
    contractCostPence: parts.reduce((sum, { pence }) => sum + pence, 0),
  };
}

function postOf(
  plan: TeamPlan,
  { ward, rates, fillBp }: BankAlone,
  inputs: ScenarioInputs,
  set: ParameterSet,
): PostChoice | null {
  const contract = contractOf(ward, inputs.dataCut);
  const band = coverBandOf(plan);
  if (contract === null || band === null) return null;
  const { from, needed, contractWeeks } = contract;
  const point = topOfBand(band);
  const totalNeedMinutes = needed.reduce((sum, { need }) => sum + need, 0);
  const asked = {
    weeklyNeedMinutes: Math.ceil(totalNeedMinutes / needed.length),
    totalNeedMinutes,
    contractWeeks,
    ownUnavailabilityBp: ownUnavailabilityOf(plan, planningDefaultsOn(set, inputs.dataCut)),
    bankFillBp: fillBp,
  };
  const bankPence = rateUsedOn(rates, financialYearOf(from), from)?.pence;
  if (bankPence === undefined || fillBp === 0 || asked.ownUnavailabilityBp >= 10_000) return null;
  const bankCostPence = ward.costLines
    .filter(({ monday }) => monday >= from)
    .reduce((sum, line) => sum + line.costPence, 0);
  const weeklyHoursX100 = weeklyHoursOn(point, from, set).x100;
  const terms = termsOf(plan.policy ?? bankOnlyPolicy);
  const { yearlyCosts, ...cost } = contractCost({ band, terms }, from, contractWeeks, { inputs, set });
  const choice = postOrBank({ ...asked, ...cost, weeklyHoursX100, bankCostPence, bankPence });
  return { ...asked, from, yearlyCosts, ...choice };
}

function waitingOf(
  policy: CoverPolicy | null,
  bankPence: number | null,
  fillBp: number,
): TeamChoices['waiting'] {
  if (policy === null || policy.lateChanceBp === null || bankPence === null) return null;
  const latePence = policy.rungs.find(({ rung }) => rung === 'late-bank')?.pence ?? bankPence;
  const answer = nowOrLate({
    lateBp: policy.lateChanceBp,
    bankPence,
    latePence,
    fillBp: fillAtNotice(policy, 104, fillBp),
    lateFillBp: fillAtNotice(policy, 0, fillBp),
    needMinutes: 6_000,
  });
  return { ...answer, bankPence, latePence };
}

function priceOf(
  plan: TeamPlan,
  rung: BoughtRung,
  bank: RateUsed | undefined,
  { inputs, set }: { inputs: ScenarioInputs; set: ParameterSet },
): RungPrice {
  const policy = plan.policy ?? bankOnlyPolicy;
  const pence = policy.rungs.find((one) => one.rung === rung)?.pence ?? null;
  if (pence !== null) return { rung, rate: { pence, lines: [] }, typed: true, refusal: null };
  if (isBankRung(rung) && bank?.origin === 'typed')
    return { rung, rate: { pence: bank.pence, lines: [] }, typed: true, refusal: null };
  const band = coverBandOf(plan);
  if (band === null) {
    const refusal = {
      code: 'parameter-missing' as const,
      message: 'No cover band is entered for this team.',
    };
    return { rung, rate: null, typed: false, refusal };
  }
  const of = rungOf(plan, policy, band, planningDefaultsOn(set, inputs.dataCut));
  const rate = rungRateOn(rung, of, inputs.dataCut, inputs.basis, set);
  return rate.ok
    ? { rung, rate: { pence: rate.value.pence, lines: rate.value.lines }, typed: false, refusal: null }
    : { rung, rate: null, typed: false, refusal: rate.error };
}

/**
 * What one team can choose between: the price of every rung, a fixed-term post against the bank for the same weeks, and booking now against waiting. Prices are those of the data day; what cannot be priced says why.
 */
export function teamChoices(plan: TeamPlan, inputs: ScenarioInputs, set: ParameterSet): TeamChoices {
  const year = financialYearOf(inputs.dataCut);
  const alone = attempt(() => bankAlone(plan, inputs, set));
  const ownBank = rateUsedOn(alone?.rates ?? [], year, inputs.dataCut);
  const prices = boughtRungs.map((rung) => priceOf(plan, rung, ownBank, { inputs, set }));
  const bankPence = prices.find(({ rung }) => rung === 'planned-bank')?.rate?.pence ?? null;
  return {
    year,
    prices,
    post: alone === null ? null : attempt(() => postOf(plan, alone, inputs, set)),
    waiting: waitingOf(plan.policy ?? null, bankPence, alone?.fillBp ?? 0),
  };
}
