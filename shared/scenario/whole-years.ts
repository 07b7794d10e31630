import type { Month } from '../calendar/month.ts';
import { yearWindows, type YearBasis } from '../pipeline/project-years.ts';

/** Months up to the end of the last whole year within a horizon; all of them where no year is whole. */
export function wholeYearMonths(startMonth: Month, horizonMonths: number, basis: YearBasis): number {
  const [from, to] = yearWindows(startMonth, horizonMonths, basis).at(-1) ?? [0, 0];
  return from > 0 && to - from < 12 ? from : to;
}
