import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { Band } from './bands.ts';
import type { RateLine } from './cover-rate.ts';
import { hourlyOf, type CostBasis } from './employer-cost.ts';
import { onCostLines } from './on-cost-lines.ts';
import { payPointOf, stepAfter, topOfBand, type PayPoint } from './pay-point.ts';
import { bands } from './bands.ts';
import { salaryOn, type DatedAmount } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

function lowestOf(band: Band): PayPoint {
  return payPointOf(`XR${String(bands.indexOf(band) + 2).padStart(2, '0')}`, '1');
}

function hourOf(point: PayPoint, date: PlainDate, set: ParameterSet): DatedAmount {
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  return { ...salary, pence: hourlyOf(salary.pence, hours.x100), uses: [...salary.uses, hours.use] };
}

/** The lowest step of the higher band that pays more than the top of the lower one; the top where none does. */
function actingStep(higher: Band, below: number, date: PlainDate, set: ParameterSet): DatedAmount {
  let point: PayPoint | null = lowestOf(higher);
  let hour = hourOf(point, date, set);
  while (hour.pence <= below) {
    point = stepAfter(point);
    if (point === null) break;
    hour = hourOf(point, date, set);
  }
  return hour;
}

/**
 * What an hour of acting up costs through its chain, highest band first: at each link the difference between the step
 * acted at and the top of the own band, and employer costs on all differences. The hours of the lowest band stay open:
 * they are what another rung, or nobody, has to fill.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function actingUpLines(
  chain: readonly Band[],
  date: PlainDate,
  basis: CostBasis,
  set: ParameterSet,
): RateLine[] {
  const links = chain.slice(1).map((own, at): RateLine => {
    const higher = chain[at] ?? own;
    const top = hourOf(topOfBand(own), date, set);
    const acting = actingStep(higher, top.pence, date, set);
    return {
      label: `Band ${own} acting as Band ${higher}: the difference`,
      pence: Math.max(0, acting.pence - top.pence),
      uses: [...acting.uses, ...top.uses],
    };
  });
  const pay = links.reduce((sum, { pence }) => sum + pence, 0);
  return [...links, ...onCostLines(pay, { pensionable: true }, date, basis, set)];
}
