import fc from 'fast-check';
import {
  dateOfDayNumber,
  dayNumberOf,
  asPlainDate,
  type PlainDate,
} from '../../shared/calendar/plain-date.ts';

/** Any day from `from` to `to`. */
export function anyDay(from = '1900-01-01', to = '2199-12-31'): fc.Arbitrary<PlainDate> {
  const [min, max] = [dayNumberOf(asPlainDate(from)), dayNumberOf(asPlainDate(to))];
  return fc.integer({ min, max }).map(dateOfDayNumber);
}
