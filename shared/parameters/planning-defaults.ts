import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet, type ParameterUse } from './types.ts';
import { valueOn } from './value-on.ts';

/** What stands in for a team's own figures until it enters them; each is shown as an assumption. */
export type PlanningDefaults = {
  readonly fillBp: number;
  readonly backfillBp: number;
  readonly unavailabilitySdBp: number;
  /** Twelve shares, January first. */
  readonly unavailabilityBp: readonly number[];
  readonly shiftMinutes: number;
  readonly uses: readonly ParameterUse[];
};

function monthCode(monthNumber: number): string {
  return `DEFAULT_UNAVAILABILITY_${String(monthNumber).padStart(2, '0')}`;
}

/** @throws ModelError 'parameter-missing' when one of the defaults has no value on the day. */
export function planningDefaultsOn(set: ParameterSet, date: PlainDate): PlanningDefaults {
  const fill = valueOn(set, 'DEFAULT_FILL', date);
  const backfill = valueOn(set, 'DEFAULT_BACKFILL_SHARE', date);
  const deviation = valueOn(set, 'DEFAULT_UNAVAILABILITY_SD', date);
  const shift = valueOn(set, 'DEFAULT_SHIFT_LENGTH', date);
  const months = Array.from({ length: 12 }, (_, index) => valueOn(set, monthCode(index + 1), date));
  return {
    fillBp: fill.value,
    backfillBp: backfill.value,
    unavailabilitySdBp: deviation.value,
    unavailabilityBp: months.map((month) => month.value),
    shiftMinutes: shift.value,
    uses: [fill, backfill, deviation, shift, ...months].map(useOf),
  };
}
