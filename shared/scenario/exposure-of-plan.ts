import { costByLearner } from '../backfill/cost-by.ts';
import { firstDayOf, monthOf, monthsBetween } from '../calendar/month.ts';
import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import type { Award } from '../funding/award.ts';
import { recoverableShare, type ExposureCase } from '../funding/exposure.ts';
import type { Agreement } from '../learners/agreement.ts';
import type { Learner } from '../learners/learner.ts';
import { studyState } from '../learners/study-state.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { GroupRates } from '../pipeline/projection-inputs.ts';
import { learnerFees } from './learner-fees.ts';
import { feesWePay } from './funding-lines.ts';
import type { ScenarioAnswer } from './scenario-answer.ts';

/** What the chance of a loss was made from; `gone`: not in post, and so taken for lost. Chances lie between 0 and 1. */
export type LossBasis =
  | {
      readonly kind: 'course';
      readonly interrupted: boolean;
      /** From 1. */
      readonly stage: number;
      readonly complete: number;
      readonly interrupt: number;
      readonly returns: number;
      readonly leaveMonthly: number;
      readonly monthsLeft: number;
    }
  | { readonly kind: 'service'; readonly leaveMonthly: number; readonly monthsLeft: number }
  | { readonly kind: 'gone' };

/** What one learner's exposure was made from. Pence; `null` is not known or not agreed. */
export type ExposureBasis = {
  /** The whole fee as charged. */
  readonly feePence: number | null;
  /** Whether its first month has come: before, nothing is invoiced. */
  readonly invoiced: boolean;
  readonly returnMonths: number | null;
  readonly servedMonths: number;
  readonly loss: LossBasis;
};

/** A case with what it was made from. */
export type FoundedCase = ExposureCase & { readonly basis: ExposureBasis };

/** A register on a day, with what exposure rests on. `answer` is of the learners' own weeks, those gone by among them. */
export type ExposureAsked = {
  readonly today: PlainDate;
  readonly learners: readonly Learner[];
  readonly awards: readonly Award[];
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly answer: ScenarioAnswer;
  /** Rates of a person's staff group; `undefined` for who is not in post. */
  readonly ratesOf: (personId: string) => GroupRates | undefined;
  readonly set: ParameterSet;
};

/** Months from a start to its award. */
const stageMonths = 12;

/** Cover bought for each learner in weeks gone by; pence. */
function coverSoFar({ teams }: ScenarioAnswer, today: PlainDate): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { ward, wardInputs } of teams) {
    if (ward === null || wardInputs === null) continue;
    const gone = ward.costLines.filter(({ monday }) => monday < today);
    for (const { key, costPence } of costByLearner(wardInputs, gone)) {
      if (key !== null) sums.set(key, (sums.get(key) ?? 0) + costPence);
    }
  }
  return sums;
}

/** What the chance that the stage ends without its award rests on. */
function courseBasis(learner: Learner, { today, ratesOf }: ExposureAsked): LossBasis {
  const state = studyState(learner, today);
  const rates = ratesOf(learner.personId);
  if (rates === undefined || (state.kind !== 'studying' && state.kind !== 'interrupted'))
    return { kind: 'gone' };
  const { complete, interrupt } = rates.attempt[state.stage - 1] ?? { complete: 0, interrupt: 0 };
  return {
    kind: 'course',
    interrupted: state.kind === 'interrupted',
    stage: state.stage,
    complete,
    interrupt,
    returns: rates.returnAfterInterruption,
    leaveMonthly: rates.leaveMonthly,
    monthsLeft: Math.max(0, stageMonths - state.elapsed),
  };
}

/**
 * Chance of a loss in basis points: on a course, not passed, not back, or gone from the trust; with the award, leaving
 * before the return of service is over.
 */
function chanceOfLoss(basis: LossBasis): number {
  if (basis.kind === 'gone') return 10_000;
  const stays = (1 - basis.leaveMonthly) ** basis.monthsLeft;
  if (basis.kind === 'service') return Math.round((1 - stays) * 10_000);
  const { interrupted, complete, interrupt, returns } = basis;
  const passes = interrupted ? returns * complete : complete + interrupt * returns * complete;
  return Math.round((1 - passes * stays) * 10_000);
}

type Fee = Pick<ExposureBasis, 'feePence' | 'invoiced'> & Pick<ExposureCase, 'feesPaidPence'>;

function feeOf(learner: Learner, { today, awards, set }: ExposureAsked): Fee {
  const fees = learnerFees(learner, set);
  const feePence = fees.kind === 'known' ? fees.line.feePence : fees.kind === 'none' ? 0 : null;
  const invoiced = fees.kind !== 'known' || firstDayOf(fees.line.firstMonth) <= today;
  return { feePence, invoiced, feesPaidPence: invoiced ? feesWePay(learner, awards, set) : 0 };
}

type Founded = Pick<ExposureBasis, 'returnMonths' | 'servedMonths' | 'loss'>;

function caseOf(learner: Learner, coverPaidPence: number, asked: ExposureAsked, on: Founded): FoundedCase {
  const { feesPaidPence, ...fee } = feeOf(learner, asked);
  return {
    learnerId: learner.id,
    feesPaidPence,
    coverPaidPence,
    recoverableBp: recoverableShare(on.returnMonths, on.servedMonths),
    lossBp: chanceOfLoss(on.loss),
    basis: { ...fee, ...on },
  };
}

function onCourse(learner: Learner, coverPence: number, asked: ExposureAsked): FoundedCase {
  const returnMonths = asked.agreements.get(learner.id)?.returnOfServiceMonths ?? null;
  const loss = courseBasis(learner, asked);
  return caseOf(learner, coverPence, asked, { returnMonths, servedMonths: 0, loss });
}

/** Somebody with the award who still owes service; `null` once it is served or where none was agreed. */
function inService(learner: Learner, coverPence: number, asked: ExposureAsked): FoundedCase | null {
  const months = asked.agreements.get(learner.id)?.returnOfServiceMonths ?? null;
  const from = learner.qualifiedOn;
  const rates = asked.ratesOf(learner.personId);
  if (months === null || from === null || rates === undefined || addMonths(from, months) <= asked.today)
    return null;
  const servedMonths = Math.max(0, monthsBetween(monthOf(from), monthOf(asked.today)));
  const { leaveMonthly } = rates;
  const loss = { kind: 'service', leaveMonthly, monthsLeft: Math.max(0, months - servedMonths) } as const;
  return caseOf(learner, coverPence, asked, { returnMonths: months, servedMonths, loss });
}

/** Everybody a loss could come from: on a course of the framework now, or still owing service for one. */
export function exposureCases(asked: ExposureAsked): readonly FoundedCase[] {
  const covers = coverSoFar(asked.answer, asked.today);
  return asked.learners.flatMap((learner): FoundedCase[] => {
    if (learner.route !== 'framework') return [];
    const cover = covers.get(learner.id) ?? 0;
    if (learner.status === 'enrolled' || learner.status === 'interrupted')
      return [onCourse(learner, cover, asked)];
    const serving = learner.status === 'qualified' ? inService(learner, cover, asked) : null;
    return serving === null ? [] : [serving];
  });
}
