import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateBackfill,
  type BackfillAnswer,
  type BackfillInputs,
} from '../../shared/backfill/backfill.ts';
import { bookingsOf } from '../../shared/backfill/booking.ts';
import { evaluateTeamCover } from '../../shared/backfill/team-cover.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { anyDay } from '../support/calendar-arbitrary.ts';
import { anySpread, share } from '../support/release-arbitrary.ts';

const rate = fc.record({
  bank: fc.integer({ min: 1, max: 9000 }),
  agency: fc.integer({ min: 1, max: 9000 }),
});

const anyBackfill: fc.Arbitrary<BackfillInputs> = fc
  .record({
    spread: anySpread,
    backfillBp: share,
    fillBp: share,
    bankBp: share,
    lagWeeks: fc.integer({ min: 0, max: 12 }),
    rates: fc.array(rate, { minLength: 7, maxLength: 7 }),
  })
  .map(({ spread, rates, ...cover }) => ({
    ...spread,
    ...cover,
    rates: Object.fromEntries(rates.map((each, index) => [`20${25 + index}/${26 + index}`, each])),
  }))
  .filter((inputs) => evaluated(inputs) !== null);

function evaluated(inputs: BackfillInputs): BackfillAnswer | null {
  try {
    return evaluateBackfill(inputs);
  } catch (error) {
    if (error instanceof ModelError && error.code === 'bad-input') return null;
    throw error;
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

describe('laws of backfill by bank and agency', () => {
  it('hours and cost by week-part are hours and cost by financial year', () => {
    fc.assert(
      fc.property(anyBackfill, (inputs) => {
        const { parts, byYear, release, totalCostPence, totalUnfilledMinutes } = evaluateBackfill(inputs);
        for (const measure of [
          'released',
          'need',
          'filled',
          'bank',
          'agency',
          'unfilled',
          'costPence',
        ] as const) {
          expect(sum(byYear, (year) => year[measure])).toBe(sum(parts, (part) => part[measure]));
        }
        expect(sum(parts, (part) => part.released)).toBe(release.releasedMinutes);
        expect([totalCostPence, totalUnfilledMinutes]).toEqual([
          sum(parts, (part) => part.costPence),
          sum(parts, (part) => part.unfilled),
        ]);
      }),
    );
  });

  it('need is bank, agency or unfilled, none of them negative, and never more than released', () => {
    fc.assert(
      fc.property(anyBackfill, (inputs) => {
        for (const part of evaluateBackfill(inputs).parts) {
          expect(part.bank + part.agency + part.unfilled).toBe(part.need);
          expect(Math.min(part.bank, part.agency, part.unfilled)).toBeGreaterThanOrEqual(0);
          expect(part.need).toBeLessThanOrEqual(part.released);
        }
      }),
    );
  });

  it('a longer lag never costs more and never leaves less unfilled', () => {
    fc.assert(
      fc.property(anyBackfill, (inputs) => {
        const [now, later] = [
          evaluateBackfill(inputs),
          evaluateBackfill({ ...inputs, lagWeeks: inputs.lagWeeks + 2 }),
        ];
        expect(later.totalCostPence).toBeLessThanOrEqual(now.totalCostPence);
        expect(later.totalUnfilledMinutes).toBeGreaterThanOrEqual(now.totalUnfilledMinutes);
      }),
    );
  });

  it('a team is the sum of its learners, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyBackfill, { minLength: 1, maxLength: 4 }), (learners) => {
        const team = evaluateTeamCover({ learners, teamLimitMinutesPerWeek: 600 });
        const each = learners.map(evaluateBackfill);
        expect(team.totalCostPence).toBe(sum(each, (answer) => answer.totalCostPence));
        expect(sum(team.byYear, (year) => year.unfilled)).toBe(
          sum(each, (answer) => answer.totalUnfilledMinutes),
        );
        expect(
          evaluateTeamCover({ learners: [...learners].reverse(), teamLimitMinutesPerWeek: 600 }),
        ).toEqual(team);
      }),
    );
  });
});

describe('laws of what to book', () => {
  it('whole shifts cover the need with less than one to spare', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: anyDay(), need: fc.integer({ min: 0, max: 50_000 }) })),
        fc.integer({ min: 60, max: 1440 }),
        (needs, shift) => {
          const bookings = bookingsOf(needs, shift);
          expect(bookings.map(({ from }) => from)).toEqual(
            needs.filter(({ need }) => need > 0).map(({ from }) => from),
          );
          for (const booking of bookings) {
            expect(booking.boughtMinutes).toBe(booking.shifts * shift);
            expect(booking.boughtMinutes - booking.spareMinutes).toBe(booking.neededMinutes);
            expect(booking.spareMinutes).toBeGreaterThanOrEqual(0);
            expect(booking.spareMinutes).toBeLessThan(shift);
          }
        },
      ),
    );
  });

  it('a shift without a length is an error', () => {
    expect(() => bookingsOf([], 0)).toThrow(RangeError);
  });
});
