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

/** Chance, in basis points, that the stage ends without its award: not passed, not back, or gone from the trust. */
function lossOnCourse(learner: Learner, { today, ratesOf }: ExposureAsked): number {
  const state = studyState(learner, today);
  const rates = ratesOf(learner.personId);
  if (rates === undefined || (state.kind !== 'studying' && state.kind !== 'interrupted')) return 10_000;
  const { complete, interrupt } = rates.attempt[state.stage - 1] ?? { complete: 0, interrupt: 0 };
  const back = rates.returnAfterInterruption;
  const passes = state.kind === 'interrupted' ? back * complete : complete + interrupt * back * complete;
  const left = Math.max(0, stageMonths - state.elapsed);
  return Math.round((1 - passes * (1 - rates.leaveMonthly) ** left) * 10_000);
}

/** Chance that somebody who holds the award leaves before the return of service is over. */
function lossInService(left: number, rates: GroupRates | undefined): number {
  return rates === undefined ? 10_000 : Math.round((1 - (1 - rates.leaveMonthly) ** left) * 10_000);
}

function invoiced(learner: Learner, { today, awards, set }: ExposureAsked): number | null {
  const fees = learnerFees(learner, set);
  if (fees.kind === 'known' && firstDayOf(fees.line.firstMonth) > today) return 0;
  return feesWePay(learner, awards, set);
}

function onCourse(learner: Learner, cover: ReadonlyMap<string, number>, asked: ExposureAsked): ExposureCase {
  const agreed = asked.agreements.get(learner.id)?.returnOfServiceMonths ?? null;
  return {
    learnerId: learner.id,
    feesPaidPence: invoiced(learner, asked),
    coverPaidPence: cover.get(learner.id) ?? 0,
    recoverableBp: recoverableShare(agreed, 0),
    lossBp: lossOnCourse(learner, asked),
  };
}

/** Somebody with the award who still owes service; `null` once it is served or where none was agreed. */
function inService(
  learner: Learner,
  cover: ReadonlyMap<string, number>,
  asked: ExposureAsked,
): ExposureCase | null {
  const months = asked.agreements.get(learner.id)?.returnOfServiceMonths ?? null;
  const from = learner.qualifiedOn;
  const rates = asked.ratesOf(learner.personId);
  if (months === null || from === null || rates === undefined || addMonths(from, months) <= asked.today)
    return null;
  const served = Math.max(0, monthsBetween(monthOf(from), monthOf(asked.today)));
  return {
    learnerId: learner.id,
    feesPaidPence: invoiced(learner, asked),
    coverPaidPence: cover.get(learner.id) ?? 0,
    recoverableBp: recoverableShare(months, served),
    lossBp: lossInService(Math.max(0, months - served), rates),
  };
}

/** Everybody a loss could come from: on a course of the framework now, or still owing service for one. */
export function exposureCases(asked: ExposureAsked): readonly ExposureCase[] {
  const cover = coverSoFar(asked.answer, asked.today);
  return asked.learners.flatMap((learner): ExposureCase[] => {
    if (learner.route !== 'framework') return [];
    if (learner.status === 'enrolled' || learner.status === 'interrupted')
      return [onCourse(learner, cover, asked)];
    const serving = learner.status === 'qualified' ? inService(learner, cover, asked) : null;
    return serving === null ? [] : [serving];
  });
}
