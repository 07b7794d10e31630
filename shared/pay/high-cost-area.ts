import type { PlainDate } from '../calendar/plain-date.ts';
import { halfUp } from '../core/rounding.ts';
import { useOf, weakestStatus, type ParameterSet } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { shareOf } from './employer-cost.ts';
import { raisedAmountOn, type DatedAmount } from './salary.ts';

export const highCostAreas = ['inner', 'outer', 'fringe'] as const;

/** London: inner, outer and fringe. */
export type HighCostArea = (typeof highCostAreas)[number];

/** The codes a supplement is worked out from besides basic pay. */
export function highCostAreaCodes(area: HighCostArea): readonly string[] {
  const code = shareCode(area);
  return [code, `${code}_MIN`, `${code}_MAX`, 'PAY_AWARD_AFC'];
}

function shareCode(area: HighCostArea): string {
  return `HCAS_${area.toUpperCase()}`;
}

/**
 * High cost area supplement a year, in pence: a share of full-time basic pay between a minimum and a maximum, pro rata
 * to contracted time, so that a half-time post gets half of what the full-time post would. Pensionable. After the last
 * published year the two bounds rise with the assumed pay awards.
 *
 * @param fteE5 full-time equivalent in hundred thousandths: 1.0 is 100000.
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function highCostAreaSupplementOn(
  area: HighCostArea,
  post: { readonly fullTimeSalaryPence: number; readonly fteE5: number },
  date: PlainDate,
  set: ParameterSet,
): DatedAmount {
  const code = shareCode(area);
  const share = valueOn(set, code, date);
  const least = raisedAmountOn(`${code}_MIN`, 'PAY_AWARD_AFC', date, set);
  const most = raisedAmountOn(`${code}_MAX`, 'PAY_AWARD_AFC', date, set);
  const ofPay = shareOf(post.fullTimeSalaryPence, share.value);
  const fullTime = Math.min(most.pence, Math.max(least.pence, ofPay));
  const uses = [useOf(share), ...least.uses, ...most.uses];
  const pence = halfUp(BigInt(fullTime) * BigInt(post.fteE5), 100000);
  return { pence, status: weakestStatus(uses), uses };
}
