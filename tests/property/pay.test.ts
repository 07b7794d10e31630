import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import { bands } from '../../shared/pay/bands.ts';
import { coverRateOn } from '../../shared/pay/cover-rate.ts';
import { employerCost } from '../../shared/pay/employer-cost.ts';
import { partYearCost } from '../../shared/pay/part-year-cost.ts';
import { topOfBand } from '../../shared/pay/pay-point.ts';
import { postCostOn } from '../../shared/pay/post-cost.ts';
import { salaryOn } from '../../shared/pay/salary.ts';

const first = asPlainDate('2024-04-06');
const band = fc.constantFrom(...bands);
const basis = fc.constantFrom('trust' as const, 'full' as const);
/** A day from the first published rates to the end of the last assumed award's year. */
const date = fc.nat(2915).map((days) => addDays(first, days));

describe('pay', () => {
  it('a set without one of the rates of a cost is an error naming it, never a cost of zero', () => {
    const needed = ['AFC_B6_TOP', 'AFC_WEEKLY_HOURS', 'EMPLOYER_NI_RATE', 'EMPLOYER_NI_SECONDARY_THRESHOLD'];
    const codes = [...needed, 'EMPLOYER_PENSION_LOCAL', 'APPRENTICESHIP_LEVY'];
    fc.assert(
      fc.property(fc.constantFrom(...codes), date, (missing, day) => {
        const rows = Object.values(set.rows).flat();
        const without = parameterSetOf(rows.filter((row) => row.code !== missing));
        const cost = (): unknown => postCostOn(topOfBand('6'), day, 'trust', without);
        expect(cost).toThrow(ModelError);
        expect(cost).toThrow(missing);
      }),
    );
  });

  it('the cost of a post is never below its pay, and pay never falls', () => {
    fc.assert(
      fc.property(band, basis, date, fc.nat(1000), (name, on, day, more) => {
        const cost = postCostOn(topOfBand(name), day, on, set);
        expect(cost.salaryPence).toBeGreaterThan(0);
        expect(cost.hourlyEmployerCostPence).toBeGreaterThan(cost.hourlyPayPence);
        const later = addDays(day, Math.min(more, 30));
        if (later <= addDays(first, 2915)) {
          expect(salaryOn(topOfBand(name), later, set).pence).toBeGreaterThanOrEqual(cost.salaryPence);
        }
      }),
    );
  });

  it('the full cost is never below the trust’s, by the post and by the hour of cover', () => {
    fc.assert(
      fc.property(band, date, (name, day) => {
        const [trust, full] = (['trust', 'full'] as const).map((on) =>
          postCostOn(topOfBand(name), day, on, set),
        );
        expect(full!.hourlyEmployerCostPence).toBeGreaterThanOrEqual(trust!.hourlyEmployerCostPence);
        expect(coverRateOn(name, day, 'full', set).pence).toBeGreaterThan(
          coverRateOn(name, day, 'trust', set).pence,
        );
      }),
    );
  });

  it('the lines of a cover rate add up to it, and it dears with the band', () => {
    fc.assert(
      fc.property(fc.nat(bands.length - 2), basis, date, (index, on, day) => {
        const rate = coverRateOn(bands[index]!, day, on, set);
        expect(rate.lines.reduce((sum, line) => sum + line.pence, 0)).toBe(rate.pence);
        expect(coverRateOn(bands[index + 1]!, day, on, set).pence).toBeGreaterThan(rate.pence);
      }),
    );
  });

  it('two periods side by side cost together what the whole period costs', () => {
    fc.assert(
      fc.property(band, basis, date, fc.nat(500), fc.nat(500), (name, on, from, a, b) => {
        const last = addDays(first, 2915);
        const middle = addDays(from, a) > last ? last : addDays(from, a);
        const to = addDays(middle, 1 + b) > last ? last : addDays(middle, 1 + b);
        if (to <= middle) return;
        const cost = (start: typeof from, end: typeof from): number =>
          partYearCost(topOfBand(name), { from: start, to: end }, on, set).reduce(
            (sum, part) => sum + part.pence,
            0,
          );
        expect(cost(from, middle) + cost(addDays(middle, 1), to)).toBe(cost(from, to));
      }),
    );
  });

  it('a cost of whole pence equals its exact fraction within half a penny a line', () => {
    const rate = fc.nat(10_000);
    fc.assert(
      fc.property(
        fc.nat(30_000_000),
        fc.integer({ min: 100, max: 6000 }),
        rate,
        rate,
        fc.nat(2_000_000),
        rate,
        (salaryPence, weeklyHoursX100, pensionBp, niBp, niThresholdPence, levyBp) => {
          const inputs = { salaryPence, weeklyHoursX100, pensionBp, niBp, niThresholdPence, levyBp };
          const { employerCostYearPence } = employerCost(inputs);
          const taxed = BigInt(Math.max(0, salaryPence - niThresholdPence));
          const exact = BigInt(salaryPence) * BigInt(10_000 + pensionBp + levyBp) + taxed * BigInt(niBp);
          const difference = BigInt(employerCostYearPence) * 10_000n - exact;
          expect(difference >= -15_000n && difference <= 15_000n).toBe(true);
        },
      ),
    );
  });
});
