import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import {
  historyFadeOn,
  priorBeliefsOn,
  sharedSpreadsOn,
} from '../../shared/pipeline/calibration/prior-beliefs.ts';
import { defaultGroupsOn, groupRatesOn, pathwayOn } from '../../shared/pipeline/default-rates.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { chanceOfRate, monthlyOfYearly } from '../../shared/pipeline/monthly-chance.ts';
import { isOtherRoute, routeRatesOn } from '../../shared/pipeline/route-rates.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { parseAgeBand, retirementByMonth } from '../../shared/pipeline/retirement.ts';
import { staffGroups } from '../../shared/staff/staff.ts';

const cut = asPlainDate('2026-11-20');
const nursing = groupRatesOn(publishedParameters, 'Nursing and Midwifery Registered', cut);

describe('monthly chances', () => {
  it('twelve months of the monthly chance make the yearly one', () => {
    for (const yearly of [0, 1e-9, 0.02, 0.0842, 0.2, 0.5, 0.999]) {
      expect(1 - (1 - monthlyOfYearly(yearly)) ** 12).toBeCloseTo(yearly, 14);
    }
    expect(monthlyOfYearly(1)).toBe(1);
    expect(monthlyOfYearly(0)).toBe(0);
  });

  it('a rate gives 1 − e^(−rate), small ones to their last digits', () => {
    for (const rate of [0, 1e-12, 0.0005, 0.004, 0.05, 0.5, 0.5001, 2, 50]) {
      const wanted = -Math.expm1(-rate);
      expect(Math.abs(chanceOfRate(rate) - wanted)).toBeLessThanOrEqual(4e-16 * wanted);
    }
  });
});

describe('the default rates', () => {
  it('leaving is that of the group: 8.42% of nurses and midwives a year, PIs at 0.8 of it', () => {
    const { leaveMonthly, piLeaveMonthly } = nursing.value;
    expect(1 - (1 - leaveMonthly) ** 12).toBeCloseTo(0.0842, 12);
    expect(1 - (1 - piLeaveMonthly) ** 12).toBeCloseTo(0.0842 * 0.8, 12);
  });

  it('interruptions are a share of those who do not withdraw', () => {
    const [certificate] = nursing.value.attempt;
    expect(certificate).toEqual({ complete: 1 - 0.1 - 0.9 * 0.0815, interrupt: 0.9 * 0.0815, withdraw: 0.1 });
  });

  it('role chances multiply on the rate scale: Co-I after a PGCert, months 12 to 23', () => {
    expect(nursing.value.bands).toEqual([0, 6, 12, 24]);
    expect(nursing.value.coi[0]![2]!).toBeCloseTo(1 - Math.exp(-0.05 * 1.2), 15);
    expect(nursing.value.piFromCoi[2]![0]!).toBeCloseTo(1 - Math.exp(-0.0571 * 0.5), 15);
  });

  it('every staff group has rates the engine takes', () => {
    const { value: groups, uses } = defaultGroupsOn(publishedParameters, cut);
    const { value: pathway } = pathwayOn(publishedParameters, cut);
    expect(Object.keys(groups)).toEqual([...staffGroups]);
    const people = staffGroups.map((group) => ({ kind: 'pi', group, count: 1 }) as const);
    const inputs = { startMonth: asMonth('2026-12'), horizonMonths: 12, pathway, groups, people };
    expect(evaluateProjection(inputs).profiles).toHaveLength(9);
    expect(new Set(uses.map((use) => use.code)).size).toBe(uses.length);
  });

  it('each rate says which rows it came from and how far they can be relied on', () => {
    const { uses } = nursing;
    expect(uses).toContainEqual({
      code: 'PIPELINE_LEAVE_NURSING_AND_MIDWIFERY',
      effectiveFrom: '2025-10-31',
      status: 'derived',
    });
    expect(uses.filter((use) => use.status === 'assumption').length).toBe(uses.length - 1);
    expect(uses.some((use) => use.code === 'PIPELINE_LEAVE_MEDICAL_AND_DENTAL')).toBe(false);
  });

  it('a projection made as at 2024 rests on what was published by then', () => {
    const then = groupRatesOn(publishedParameters, 'Medical and Dental', asPlainDate('2024-10-15'));
    expect(1 - (1 - then.value.leaveMonthly) ** 12).toBeCloseTo(0.049, 12);
  });

  it('every row of the table is used', () => {
    const used = new Set(
      [
        ...defaultGroupsOn(publishedParameters, cut).uses,
        ...pathwayOn(publishedParameters, cut).uses,
        ...priorBeliefsOn(publishedParameters, cut, routes.filter(isOtherRoute)).uses,
        ...sharedSpreadsOn(publishedParameters, cut).uses,
        ...historyFadeOn(publishedParameters, cut).uses,
        ...routeRatesOn(publishedParameters, cut, routes.filter(isOtherRoute)).uses,
        ...(retirementByMonth(publishedParameters, cut, '56-60', 200)?.uses ?? []),
      ].map((use) => use.code),
    );
    const shipped = Object.keys(publishedParameters.rows).filter((code) => code.startsWith('PIPELINE_'));
    expect(shipped.filter((code) => !used.has(code))).toEqual([]);
  });

  it('a range holds its value', () => {
    const rows = Object.values(publishedParameters.rows).flat();
    const ranged = rows.filter((row) => row.low !== undefined);
    expect(ranged.length).toBeGreaterThan(20);
    for (const { code, low, value, high } of ranged) {
      expect(low! <= value! && value! <= high!, code).toBe(true);
    }
  });

  it('a rate that is missing is an error that names it, never zero', () => {
    const without = parameterSetOf(
      Object.values(publishedParameters.rows)
        .flat()
        .filter((row) => row.code !== 'PIPELINE_PI_ROLE_LOSS'),
    );
    const run = (): unknown => groupRatesOn(without, 'Students', cut);
    expect(run).toThrow(ModelError);
    expect(run).toThrow('PIPELINE_PI_ROLE_LOSS');
  });
});

describe('retirement by age band', () => {
  it.each([
    ['51-55', 51, 55],
    ['51-55 Years', 51, 55],
    [' 56 - 60 years ', 56, 60],
    ['56 to 60', 56, 60],
    ['66+', 66, null],
    ['>=71 Years', 71, null],
    ['65 and over', 65, null],
    ['<=20 Years', 0, 20],
    ['Under 25', 0, 24],
  ])('%j is read', (text, from, to) => {
    expect(parseAgeBand(text)).toEqual({ from, to });
  });

  it.each(['', 'unknown', '55-51', '5-9', '51-55-60', '1951', 'NaN-NaN'])('%j is no age band', (text) => {
    expect(parseAgeBand(text)).toBeNull();
    expect(retirementByMonth(publishedParameters, cut, text, 12)).toBeNull();
  });

  it('people are taken to be in the middle of their band and grow older', () => {
    // 51 to 55 inclusive: the middle is 53.5 years, so 55 comes after 18 months and 60 after 78.
    const { value } = retirementByMonth(publishedParameters, cut, '51-55', 80)!;
    const [none, early, later] = [0, monthlyOfYearly(0.01), monthlyOfYearly(0.03)];
    expect(value.slice(0, 18)).toEqual(Array.from({ length: 18 }, () => none));
    expect(value.slice(18, 78)).toEqual(Array.from({ length: 60 }, () => early));
    expect(value.slice(78)).toEqual([later, later]);
  });

  it('an open band starts at its lower end', () => {
    const { value } = retirementByMonth(publishedParameters, cut, '66+', 3)!;
    expect(value).toEqual(Array.from({ length: 3 }, () => monthlyOfYearly(0.19)));
  });

  it('a band with years to go uses no rate, and none is named', () => {
    expect(retirementByMonth(publishedParameters, cut, '21-25', 24)).toEqual({
      value: Array.from({ length: 24 }, () => 0),
      uses: [],
    });
  });
});
