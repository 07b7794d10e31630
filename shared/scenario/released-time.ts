import { addDays } from '../calendar/plain-date.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { planningDefaultsOn } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { topOfBand } from '../pay/pay-point.ts';
import { postCostOn } from '../pay/post-cost.ts';
import type { Costed } from './cover-by-team.ts';
import { coverBandOf, ownUnavailabilityOf } from './rung-rates.ts';
import type { ScenarioInputs } from './scenario-inputs.ts';

/** Released time of a year in what it is worth and in people; beside cash, never added to it. */
export type ReleasedTime = {
  readonly financialYear: FinancialYear;
  readonly minutes: number;
  /** At what a post of the cover band costs an hour: it is in the pay budget already. */
  readonly valuePence: number;
  /** Minutes of teams whose cover band is not known: in no value. */
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

function hourOf(
  { plan }: Costed,
  year: FinancialYear,
  inputs: ScenarioInputs,
  set: ParameterSet,
): number | null {
  const band = coverBandOf(plan);
  if (band === null) return null;
  try {
    const day = addDays(firstDayOfFinancialYear(year), 29);
    return postCostOn(topOfBand(band), day, inputs.basis, set).hourlyEmployerCostPence;
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
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
    const presentBp = 10_000 - ownUnavailabilityOf(costed.plan, defaults);
    for (const { financialYear, released: minutes } of costed.answer.ward?.byYear ?? []) {
      if (minutes === 0) continue;
      const pence = hourOf(costed, financialYear, inputs, set);
      const before = sums.get(financialYear);
      sums.set(financialYear, {
        financialYear,
        minutes: (before?.minutes ?? 0) + minutes,
        valuePence: (before?.valuePence ?? 0) + (pence === null ? 0 : productHalfUp([minutes, pence], 60)),
        minutesNotValued: (before?.minutesNotValued ?? 0) + (pence === null ? minutes : 0),
        contractWteX1000: (before?.contractWteX1000 ?? 0) + wteX1000(minutes, 10_000),
        inPostWteX1000: (before?.inPostWteX1000 ?? 0) + (presentBp > 0 ? wteX1000(minutes, presentBp) : 0),
      });
    }
  }
  return [...sums.values()].sort((a, b) => (a.financialYear < b.financialYear ? -1 : 1));
}
