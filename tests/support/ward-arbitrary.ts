import fc from 'fast-check';
import type { RateChange } from '../../shared/backfill/dated-rates.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { CourseFeeLine, WardInputs, WardLearner } from '../../shared/backfill/ward-inputs.ts';
import { anyPattern, share } from './release-arbitrary.ts';

const pence = fc.integer({ min: 0, max: 900_000 });

export const anyWardLearner: fc.Arbitrary<WardLearner> = fc
  .record({
    pattern: anyPattern,
    count: fc.integer({ min: 0, max: 20 }),
    lapseBp: fc.constantFrom(undefined, 0, 2200),
  })
  .map(({ pattern, count, lapseBp }) => ({ ...pattern, count, lapseBp }));

export const anyFeeLine: fc.Arbitrary<CourseFeeLine> = fc
  .record({
    feePence: pence,
    count: fc.integer({ min: 0, max: 20 }),
    bursaryPence: pence,
    bursaryCount: fc.integer({ min: 0, max: 20 }),
    courseMonths: fc.integer({ min: 1, max: 40 }),
    month: fc.integer({ min: 1, max: 12 }),
    invoices: fc.constantFrom(undefined, [5000, 5000], [3333, 3333, 3334]),
  })
  .map(({ month, invoices, ...line }) => {
    const firstMonth = asMonth(`2027-${String(month).padStart(2, '0')}`);
    const schedule = invoices?.map((bp, index) => ({ month: asMonth(`202${7 + index}-0${3 + index}`), bp }));
    return { ...line, firstMonth, invoices: schedule };
  });

/** An award or another rate on any day of three years, weekends and firsts of April among them. */
const anyChange: fc.Arbitrary<RateChange> = fc.record({
  from: fc
    .oneof(fc.constantFrom(-1, 0, 5), fc.integer({ min: 0, max: 1095 }))
    .map((days) => addDays(asPlainDate('2027-04-01'), days)),
  pence: fc.integer({ min: 1, max: 9000 }),
});

/**
 * Any ward with a rate for every year, some that change inside one, and a share for every month; some weeks
 * short and some not.
 */
export const anyWard: fc.Arbitrary<WardInputs> = fc
  .record({
    learners: fc.array(anyWardLearner, { minLength: 1, maxLength: 3 }),
    headroomMinutes: fc.constantFrom(0, 0, 630, 3000),
    backfillBp: fc.oneof(fc.constant(10_000), share),
    fillBp: fc.oneof(fc.constant(8500), share),
    rates: fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 5, maxLength: 5 }),
    contractedMinutes: fc.integer({ min: 0, max: 120_000 }),
    temporaryCoverMinutes: fc.constantFrom(0, 1200),
    unavailability: fc.array(fc.integer({ min: 1500, max: 3000 }), { minLength: 12, maxLength: 12 }),
    unavailabilitySdBp: fc.constantFrom(0, 100, 250),
    minimumBp: fc.integer({ min: 6500, max: 9000 }),
    fees: fc.array(anyFeeLine, { maxLength: 2 }),
    rateChanges: fc.uniqueArray(anyChange, { maxLength: 4, selector: ({ from }) => from }),
  })
  .map(({ rates, unavailability, minimumBp, ...ward }) => ({
    ...ward,
    rates: Object.fromEntries(rates.map((rate, index) => [`202${5 + index}/${26 + index}`, rate])),
    unavailabilityBp: Object.fromEntries(unavailability.map((bp, index) => [index + 1, bp])),
    plannedMinimumMinutes: Math.floor((ward.contractedMinutes * minimumBp) / 10_000),
  }));
