import { addMonthsTo, firstDayOf, monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import { mayBePi, piRules, registrationBodyOf, type PiRule } from './who-may-be-pi.ts';
import type { StudyType } from './study.ts';

/**
 * From which month somebody may lead at least one of a trust's types of study. `months` counts from month 0, and is 0
 * for who may already; `closed`: no rule that is held lets them, ever. Not known is never read as closed.
 */
export type PiOpening =
  | { readonly kind: 'open'; readonly months: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'not-known' };

/** The first month that a rule is in force for from its first day. */
function firstWholeMonth({ effectiveFrom }: PiRule): Month {
  const month = monthOf(effectiveFrom);
  return firstDayOf(month) === effectiveFrom ? month : addMonthsTo(month, 1);
}

/**
 * Read from the dated table of rules, by the registration the staff file has and the types of study the trust runs.
 *
 * @param registration `null` when the staff file holds none.
 * @param studyTypes of studies open or in set-up; empty when none is known.
 */
export function piOpenFrom(
  registration: string | null,
  studyTypes: readonly StudyType[],
  startMonth: Month,
  rules: readonly PiRule[] = piRules,
): PiOpening {
  if (studyTypes.length === 0 || registrationBodyOf(registration) === null) return { kind: 'not-known' };
  const changes = rules.map(firstWholeMonth).filter((month) => month > startMonth);
  const open = [startMonth, ...changes.sort()].find((month) =>
    studyTypes.some((type) => mayBePi(type, registration, firstDayOf(month), rules).kind === 'allowed'),
  );
  return open === undefined ? { kind: 'closed' } : { kind: 'open', months: monthsBetween(startMonth, open) };
}
