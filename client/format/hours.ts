import { halfUp } from '../../shared/core/rounding.ts';
import { formatChange, formatNumber } from './numbers.ts';

const minutesPerHour = 60;

/** Minutes × 10 000 in an hour: how the model keeps filled time and availability without rounding. */
const minuteBpPerHour = 600_000;

/** Minutes in 1.0 whole-time equivalent: 37.5 hours a week. */
const minutesPerWte = 2_250;

/** Integer minutes as hours to one decimal, rounded half up: "2,362.5", "2,625", "−4.3". */
export function hours(minutes: number): string {
  return formatNumber(halfUp(minutes * 10, minutesPerHour) / 10, 1);
}

/** Integer minutes as hours to three decimals, for a working that must be exact: "2,008.125". */
export function exactHours(minutes: number): string {
  return formatNumber(halfUp(minutes * 1_000, minutesPerHour) / 1_000, 3);
}

/** Minutes × 10 000 (the model's unrounded availability) as hours to one decimal: "1,190.7". */
export function fineHours(minuteBp: number): string {
  return formatNumber(halfUp(minuteBp * 10, minuteBpPerHour) / 10, 1);
}

/** A change in minutes as hours: "+7.9", "−175.5", "same". */
export function hoursChange(minutes: number): string {
  return formatChange(halfUp(minutes * 10, minutesPerHour) / 10, 1);
}

/**
 * Minutes as hours in a grid cell: whole hours, and one decimal below one hour, rounded down there so that a week
 * that is short by minutes never reads as 0: "57", "−4", "0.2", "−0.1". From a thousand hours on "1.2k".
 */
export function cellHours(minutes: number): string {
  const whole = halfUp(minutes, minutesPerHour);
  if (Math.abs(whole) >= 1_000) return `${formatNumber(whole / 1_000, 1)}k`;
  if (Math.abs(minutes) >= minutesPerHour) return formatNumber(whole);
  return formatNumber(Math.floor((minutes * 10) / minutesPerHour) / 10, 1);
}

/** Weekly minutes as whole-time equivalents of 37.5 hours, to one decimal: "9.6". */
export function wte(minutesAWeek: number): string {
  return formatNumber(halfUp(minutesAWeek * 10, minutesPerWte) / 10, 1);
}
