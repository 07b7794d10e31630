import type { PlainDate } from '../calendar/plain-date.ts';
import { halfUp } from '../core/rounding.ts';
import { useOf, weakestStatus, type ParameterSet } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { hourlyOf, shareOf } from './employer-cost.ts';
import type { PayPoint } from './pay-point.ts';
import { salaryOn, type DatedAmount } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** One programmed activity a week: its length in minutes and what it costs in basic pay a year. */
export type ProgrammedActivity = DatedAmount & { readonly minutes: number };

/**
 * A programmed activity of a consultant, specialist or specialty doctor: 4 hours, a tenth of basic pay a year (of the
 * 40-hour week that ten of them make). A doctor's released time is bought in these.
 *
 * @throws RangeError for a pay point that is not medical.
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function programmedActivityOn(
  point: PayPoint,
  date: PlainDate,
  set: ParameterSet,
): ProgrammedActivity {
  if (point.scale !== 'medical') throw new RangeError(`${point.grade} is not paid by programmed activities`);
  const salary = salaryOn(point, date, set);
  const length = valueOn(set, 'PA_HOURS', date);
  const week = weeklyHoursOn(point, date, set);
  const uses = [...salary.uses, useOf(length), week.use];
  const weekMinutes = halfUp(week.x100 * 60, 100);
  const pence = halfUp(BigInt(salary.pence) * BigInt(length.value), BigInt(weekMinutes));
  return { pence, minutes: length.value, status: weakestStatus(uses), uses };
}

/**
 * An hour of a resident doctor's night: basic pay with the night enhancement, in pence, each rounded once, half up.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function residentNightHourOn(point: PayPoint, date: PlainDate, set: ParameterSet): DatedAmount {
  const salary = salaryOn(point, date, set);
  const week = weeklyHoursOn(point, date, set);
  const share = valueOn(set, 'RESIDENT_NIGHT_ENHANCEMENT', date);
  const basic = hourlyOf(salary.pence, week.x100);
  const uses = [...salary.uses, week.use, useOf(share)];
  return { pence: basic + shareOf(basic, share.value), status: weakestStatus(uses), uses };
}
