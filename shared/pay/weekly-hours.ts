import type { PlainDate } from '../calendar/plain-date.ts';
import { halfUp } from '../core/rounding.ts';
import { useOf, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import type { PayPoint } from './pay-point.ts';

const codes = { afc: 'AFC_WEEKLY_HOURS', medical: 'MEDICAL_WEEKLY_HOURS' } as const;

export function weeklyHoursCode({ scale }: Pick<PayPoint, 'scale'>): string {
  return codes[scale];
}

/**
 * Contracted hours a week of a full-time post, in hundredths: 37.5 hours are 3750, a doctor's 40 are 4000.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function weeklyHoursOn(
  point: Pick<PayPoint, 'scale'>,
  date: PlainDate,
  set: ParameterSet,
): { readonly x100: number; readonly use: ParameterUse } {
  const hours = valueOn(set, weeklyHoursCode(point), date);
  return { x100: halfUp(hours.value * 100, 60), use: useOf(hours) };
}
