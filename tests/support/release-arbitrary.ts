import fc from 'fast-check';
import { addDays, type PlainDate, type Weekday } from '../../shared/calendar/plain-date.ts';
import type { EvenSpread } from '../../shared/release/even-spread.ts';
import type { ReleasePattern } from '../../shared/release/release-pattern.ts';
import { anyDay } from './calendar-arbitrary.ts';

export const share = fc.integer({ min: 0, max: 10_000 });

function daysOf(start: PlainDate, length: number): fc.Arbitrary<PlainDate[]> {
  return fc
    .uniqueArray(fc.integer({ min: -10, max: length + 10 }), { maxLength: 12 })
    .map((offsets) => offsets.map((offset) => addDays(start, offset)));
}

/** Any evenly spread release, periods over 1 April often among them. */
export const anySpread: fc.Arbitrary<EvenSpread> = fc
  .record({ start: anyDay('2026-01-01', '2029-12-31'), length: fc.integer({ min: 20, max: 500 }) })
  .chain(({ start, length }) =>
    fc.record({
      credits: fc.integer({ min: 0, max: 180 }),
      releaseBp: share,
      start: fc.constant(start),
      end: fc.constant(addDays(start, length)),
      bankHolidays: daysOf(start, length),
      leave: daysOf(start, length),
      weekdays: fc.constantFrom(undefined, [1, 2, 3], [2, 4], [1, 2, 3, 4, 5, 6, 7]),
    }),
  );

const weekday = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);

/** Any release pattern: named weekdays or none, breaks, block days in and out of the teaching weeks. */
export const anyPattern: fc.Arbitrary<ReleasePattern> = fc
  .record({
    start: anyDay('2026-06-01', '2028-12-31'),
    weeks: fc.integer({ min: 0, max: 60 }),
    days: fc.option(
      fc.uniqueArray(fc.record({ weekday, minutes: fc.constantFrom(225, 450, 690, 1, 77) }), {
        maxLength: 3,
        selector: (day) => day.weekday,
      }),
      { nil: undefined },
    ),
    minutes: fc.integer({ min: 0, max: 1500 }),
    breaks: fc.array(fc.integer({ min: -3, max: 420 }), { maxLength: 6 }),
    blocks: fc.array(
      fc.record({ offset: fc.integer({ min: -30, max: 450 }), minutes: fc.constantFrom(450, 690) }),
      { maxLength: 4 },
    ),
  })
  .map(({ start, weeks, days, minutes, breaks, blocks }) => ({
    weeklyMinutes: days?.reduce((sum, day) => sum + day.minutes, 0) ?? minutes,
    start,
    weeks,
    breakWeeks: breaks.map((offset) => addDays(start, offset)),
    days,
    blockDays: blocks.map((block) => ({ date: addDays(start, block.offset), minutes: block.minutes })),
  }));
