import type { PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { planningDefaultsOn } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { payPointOf, topOfBand } from '../pay/pay-point.ts';
import type { Costed } from './cover-by-team.ts';
import { datedHours, type PricedPost } from './dated-hours.ts';
import { releasedValue, type PricedLearners, type Worth } from './released-value.ts';
import { coverBandOf, ownUnavailabilityOf } from './rung-rates.ts';
import type { ScenarioInputs, TeamLearner } from './scenario-inputs.ts';

/** Released time of a year in what it is worth and in people; beside cash, never added to it. */
export type ReleasedTime = {
  readonly financialYear: FinancialYear;
  readonly minutes: number;
  /** At what each learner’s own post costs an hour, else one of the cover band: it is in the pay budget already. */
  readonly valuePence: number;
  /** Minutes of people whose pay nobody knows, in teams without a cover band: in no value. */
  readonly minutesNotValued: number;
  /** WTE released (contract), in thousandths of a full-time year of 365 ÷ 7 weeks. */
  readonly contractWteX1000: number;
  /** WTE in post to replace it, who are themselves away at times, in thousandths. */
  readonly inPostWteX1000: number;
};

/** Full-time minutes a week. */
const fullTimeWeek = 2_250;

function wteX1000(minutes: number, presentBp: number): number {
  return productHalfUp([minutes, 7 * 1000 * 10_000], 365 * fullTimeWeek * presentBp);
}

/** The post somebody is paid in; `null` where nobody knows it, or no table here holds it. */
function ownPost({ pay }: TeamLearner, dataCut: PlainDate): PricedPost | null {
  if (!pay) return null;
  try {
    const point = payPointOf(pay.payScale, pay.gradeStep);
    // An increment of the past has been given already: the step of the file is the one after it.
    const ahead = pay.incrementDate !== null && pay.incrementDate > dataCut;
    return { point, nextIncrement: ahead ? pay.incrementDate : null };
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
}

/** Learners side by side whose hours cost the same: their own post where it is known, else one of the cover band. */
function pricedLearners(
  { plan, answer }: Costed,
  inputs: ScenarioInputs,
  set: ParameterSet,
): PricedLearners[] {
  const band = coverBandOf(plan);
  const ofBand = band === null ? null : { point: topOfBand(band), nextIncrement: null };
  const years = (answer.ward?.byYear ?? []).map(({ financialYear }) => financialYear);
  const groups = new Map<string, { readonly keys: Set<string>; readonly post: PricedPost | null }>();
  for (const learner of plan.learners) {
    const post = ownPost(learner, inputs.dataCut) ?? ofBand;
    const key = post === null ? '' : `${post.point.code} ${post.nextIncrement}`;
    const group = groups.get(key) ?? { keys: new Set<string>(), post };
    group.keys.add(learner.id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ keys, post }) => ({
    keys,
    hours: post === null ? null : datedHours(post, years, { basis: inputs.basis, set }),
  }));
}

function worthOf(
  costed: Costed,
  inputs: ScenarioInputs,
  set: ParameterSet,
): ReadonlyMap<FinancialYear, Worth> {
  const { wardInputs } = costed.answer;
  if (wardInputs === null) return new Map();
  return releasedValue(wardInputs, pricedLearners(costed, inputs, set));
}

/** Released time by financial year over all teams, in order of the years; each team's part is rounded once. */
export function releasedTime(
  teams: readonly Costed[],
  inputs: ScenarioInputs,
  set: ParameterSet,
): ReleasedTime[] {
  const defaults = planningDefaultsOn(set, inputs.dataCut);
  const sums = new Map<FinancialYear, ReleasedTime>();
  for (const costed of teams) {
    const worth = worthOf(costed, inputs, set);
    const presentBp = 10_000 - ownUnavailabilityOf(costed.plan, defaults);
    for (const { financialYear, released: minutes } of costed.answer.ward?.byYear ?? []) {
      if (minutes === 0) continue;
      const { valuePence = 0, minutesNotValued = minutes } = worth.get(financialYear) ?? {};
      const before = sums.get(financialYear);
      sums.set(financialYear, {
        financialYear,
        minutes: (before?.minutes ?? 0) + minutes,
        valuePence: (before?.valuePence ?? 0) + valuePence,
        minutesNotValued: (before?.minutesNotValued ?? 0) + minutesNotValued,
        contractWteX1000: (before?.contractWteX1000 ?? 0) + wteX1000(minutes, 10_000),
        inPostWteX1000: (before?.inPostWteX1000 ?? 0) + (presentBp > 0 ? wteX1000(minutes, presentBp) : 0),
      });
    }
  }
  return [...sums.values()].sort((a, b) => (a.financialYear < b.financialYear ? -1 : 1));
}
