import { isBankHoliday } from '../calendar/bank-holidays.ts';
import { addDays, weekdayOf, type PlainDate } from '../calendar/plain-date.ts';
import { useOf, weakestStatus, type KnownParameter, type ParameterSet } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import type { Band } from './bands.ts';
import { hourlyOf, shareOf } from './employer-cost.ts';
import { topOfBand, type PayPoint } from './pay-point.ts';
import { salaryOn, type DatedAmount } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** When an hour is worked: plain time, Saturday or a weekday night, Sunday or a bank holiday. */
export const hourKinds = ['plain', 'saturday-or-night', 'sunday-or-bank-holiday'] as const;

export type HourKind = (typeof hourKinds)[number];

export type MinutesByKind = Readonly<Record<HourKind, number>>;

const dayMinutes = 1440;

function kindOfDay(date: PlainDate): HourKind {
  if (weekdayOf(date) === 7 || isBankHoliday(date)) return 'sunday-or-bank-holiday';
  return weekdayOf(date) === 6 ? 'saturday-or-night' : 'plain';
}

/** Minutes of [from, to) of a day that lie in a night that ends at `ends` and starts again at `starts`. */
function nightMinutes(from: number, to: number, starts: number, ends: number): number {
  return Math.max(0, Math.min(to, ends) - from) + Math.max(0, to - Math.max(from, starts));
}

/**
 * Minutes of a shift by what they are paid at (NHS terms and conditions section 2): the day's own kind for Saturdays,
 * Sundays and bank holidays, and on other days the weekday night. A shift that crosses midnight is split by its days.
 *
 * @param fromMinute minutes after midnight of the first day.
 * @throws ModelError 'parameter-missing' when the night has no hours on a day.
 */
export function minutesByKind(
  date: PlainDate,
  fromMinute: number,
  minutes: number,
  set: ParameterSet,
): MinutesByKind {
  const counted: Record<HourKind, number> = {
    plain: 0,
    'saturday-or-night': 0,
    'sunday-or-bank-holiday': 0,
  };
  for (let start = fromMinute, left = minutes, day = date; left > 0; day = addDays(day, 1)) {
    const end = Math.min(dayMinutes, start + left);
    const kind = kindOfDay(day);
    const starts = valueOn(set, 'UNSOCIAL_NIGHT_FROM', day).value;
    const ends = valueOn(set, 'UNSOCIAL_NIGHT_TO', day).value;
    const night = kind === 'plain' ? nightMinutes(start, end, starts, ends) : 0;
    counted[kind] += end - start - night;
    counted['saturday-or-night'] += night;
    left -= end - start;
    start = 0;
  }
  return counted;
}

/** The code of what a band is paid on top of basic pay for an hour of a kind. */
export function unsocialCode(band: Band, kind: Exclude<HourKind, 'plain'>): string {
  const bands = band === '2' || band === '3' ? band : '4_9';
  return `UNSOCIAL_B${bands}_${kind === 'saturday-or-night' ? 'SAT_OR_WEEKDAY_NIGHT' : 'SUN_OR_BANKHOL'}`;
}

function basicHour(point: PayPoint, date: PlainDate, set: ParameterSet): DatedAmount {
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  return { ...salary, pence: hourlyOf(salary.pence, hours.x100), uses: [...salary.uses, hours.use] };
}

function withShare(basic: DatedAmount, pence: number, share: KnownParameter): DatedAmount {
  const uses = [...basic.uses, useOf(share)];
  return { pence, status: weakestStatus(uses), uses };
}

/**
 * Basic pay of an hour at the top of a band with its unsocial-hours enhancement, in pence; each term is rounded once,
 * half up. Pay only: no on-costs.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function unsocialHourOn(band: Band, kind: HourKind, date: PlainDate, set: ParameterSet): DatedAmount {
  const basic = basicHour(topOfBand(band), date, set);
  if (kind === 'plain') return basic;
  const share = valueOn(set, unsocialCode(band, kind), date);
  return withShare(basic, basic.pence + shareOf(basic.pence, share.value), share);
}

/**
 * An hour of overtime at the top of a band, in pence; `null` where the band is paid none. Overtime takes the place of
 * an unsocial-hours enhancement and is never added to it.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function overtimeHourOn(
  band: Band,
  onBankHoliday: boolean,
  date: PlainDate,
  set: ParameterSet,
): DatedAmount | null {
  const senior = band.startsWith('8') || band === '9';
  if (senior && valueOn(set, 'OVERTIME_B8_9_ELIGIBLE', date).value === 0) return null;
  const code = onBankHoliday ? 'OVERTIME_MULTIPLIER_B1_7_PUBLIC_HOLIDAY' : 'OVERTIME_MULTIPLIER_B1_7';
  const basic = basicHour(topOfBand(band), date, set);
  const times = valueOn(set, code, date);
  return withShare(basic, shareOf(basic.pence, times.value), times);
}
