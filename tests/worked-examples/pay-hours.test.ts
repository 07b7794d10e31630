import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { withOverrides } from '../../shared/parameters/override.ts';
import { minutesByKind, overtimeHourOn, unsocialHourOn } from '../../shared/pay/enhanced-hours.ts';
import { partYearCost } from '../../shared/pay/part-year-cost.ts';
import { payPointOf, topOfBand } from '../../shared/pay/pay-point.ts';
import { programmedActivityOn, residentNightHourOn } from '../../shared/pay/programmed-activity.ts';
import { costWithIncrements, progression, yearsToNext } from '../../shared/pay/progression.ts';
import { unknownPayCodes } from '../../shared/pay/unknown-pay-codes.ts';

const day = asPlainDate;
const november = day('2026-11-20');

describe('unsocial hours of 2026/27', () => {
  // Band 5 top 39,043.00 × 7 / (365 × 37.5) = 19.97 an hour
  it('Band 5 at night: 19.97 + 30% 5.99 = £25.96; on a Sunday + 60% 11.98 = £31.95', () => {
    expect(unsocialHourOn('5', 'plain', november, set).pence).toBe(19_97);
    expect(unsocialHourOn('5', 'saturday-or-night', november, set).pence).toBe(25_96);
    expect(unsocialHourOn('5', 'sunday-or-bank-holiday', november, set).pence).toBe(31_95);
  });

  it('Bands 2 and 3 have shares of their own: 41% and 83%, 35% and 69%', () => {
    const two = unsocialHourOn('2', 'plain', november, set).pence;
    const three = unsocialHourOn('3', 'plain', november, set).pence;
    expect(unsocialHourOn('2', 'saturday-or-night', november, set).pence).toBe(
      two + Math.floor(two * 0.41 + 0.5),
    );
    expect(unsocialHourOn('3', 'sunday-or-bank-holiday', november, set).pence).toBe(
      three + Math.floor(three * 0.69 + 0.5),
    );
  });

  it('a Friday night shift of 11.5 hours from 19:30: half an hour plain, 4 hours of night, 7 of Saturday', () => {
    expect(minutesByKind(day('2026-11-20'), 19 * 60 + 30, 690, set)).toEqual({
      plain: 30,
      'saturday-or-night': 660,
      'sunday-or-bank-holiday': 0,
    });
  });

  it('a Saturday night becomes Sunday at midnight, and Christmas Day is paid as one', () => {
    expect(minutesByKind(day('2026-11-21'), 20 * 60, 600, set)).toEqual({
      plain: 0,
      'saturday-or-night': 240,
      'sunday-or-bank-holiday': 360,
    });
    expect(minutesByKind(day('2026-12-25'), 8 * 60, 480, set)['sunday-or-bank-holiday']).toBe(480);
  });

  it('a weekday early shift from 05:00 has one hour of night', () => {
    expect(minutesByKind(day('2026-11-18'), 300, 480, set)).toMatchObject({
      plain: 420,
      'saturday-or-night': 60,
    });
  });
});

describe('overtime of 2026/27', () => {
  it('Band 5: 19.97 × 1.5 = £29.96, on a bank holiday × 2 = £39.94', () => {
    expect(overtimeHourOn('5', false, november, set)?.pence).toBe(29_96);
    expect(overtimeHourOn('5', true, november, set)?.pence).toBe(39_94);
  });

  it('Bands 8 and 9 are paid none', () => {
    for (const band of ['8a', '8d', '9'] as const) {
      expect(overtimeHourOn(band, false, november, set)).toBeNull();
    }
  });
});

describe('doctors', () => {
  it('a programmed activity of a consultant in years 8 to 13 is 4 hours and a tenth of £135,645: £13,564.50', () => {
    const activity = programmedActivityOn(payPointOf('YC72', '4'), november, set);
    expect(activity).toMatchObject({ pence: 13_564_50, minutes: 240 });
  });

  it('nobody is paid a programmed activity on Agenda for Change', () => {
    expect(() => programmedActivityOn(topOfBand('7'), november, set)).toThrow(RangeError);
  });

  it('a night hour of a foundation doctor, year 1: 41,226 × 7 / (365 × 40) = 19.77, + 37% 7.31 = £27.08', () => {
    expect(residentNightHourOn(payPointOf('MN37', '1'), november, set).pence).toBe(19_77 + 7_31);
  });

  it.each([
    ['YC72', 5],
    ['MC75', 5],
    ['MC70', 3],
    ['MN37', 1],
    ['MN35', 1],
    ['MN39', 4],
  ])('%s has its %i steps', (scale, steps) => {
    expect(payPointOf(scale, '1')).toMatchObject({ scale: 'medical', step: 1, steps });
  });
});

describe('increments', () => {
  const entry = payPointOf('XR05', '1');

  it('Band 5 entry waits 2 years, intermediate 2, and the top nothing', () => {
    expect(yearsToNext(entry, november, set)).toBe(2);
    expect(yearsToNext(payPointOf('XR05', '2'), november, set)).toBe(2);
    expect(yearsToNext(topOfBand('5'), november, set)).toBeNull();
  });

  it('the next step comes on the increment date, part-way through the year, and the one after when its years are served', () => {
    const period = { from: day('2026-04-01'), to: day('2029-03-31') };
    const shown = progression(entry, day('2026-10-05'), period, set);
    expect(shown.map(({ from, to, point }) => [from, to, point.code])).toEqual([
      ['2026-04-01', '2026-10-04', 'AFC_B5_ENTRY'],
      ['2026-10-05', '2028-10-04', 'AFC_B5_INT'],
      ['2028-10-05', '2029-03-31', 'AFC_B5_TOP'],
    ]);
  });

  it('a consultant passes the thresholds at 3, 4, 8 and 14 years', () => {
    const period = { from: day('2026-04-01'), to: day('2040-03-31') };
    const passed = progression(payPointOf('YC72', '1'), day('2027-04-01'), period, set);
    expect(passed.map(({ from }) => from)).toEqual([
      '2026-04-01',
      '2027-04-01',
      '2028-04-01',
      '2032-04-01',
      '2038-04-01',
    ]);
  });

  it('the cost is that of each stretch at its own point, and a year in two parts costs what the year does', () => {
    const on = { basis: 'trust' as const, set };
    const sum = (parts: ReturnType<typeof costWithIncrements>): number =>
      parts.reduce((total, { pence }) => total + pence, 0);
    const date = day('2026-10-05');
    const year = costWithIncrements(entry, date, { from: day('2026-04-06'), to: day('2027-03-31') }, on);
    const before = partYearCost(entry, { from: day('2026-04-06'), to: day('2026-10-04') }, 'trust', set);
    const after = partYearCost(payPointOf('XR05', '2'), { from: date, to: day('2027-03-31') }, 'trust', set);
    expect(sum(year)).toBe(sum(before) + sum(after));
    const first = costWithIncrements(entry, date, { from: day('2026-04-06'), to: day('2026-12-31') }, on);
    const second = costWithIncrements(entry, date, { from: day('2027-01-01'), to: day('2027-03-31') }, on);
    expect(sum(first) + sum(second)).toBe(sum(year));
  });
});

describe('an award part-way through a year', () => {
  it('cuts the year on its day: each part is its days’ share of the cost at its own pay', () => {
    const point = topOfBand('5');
    const august = day('2026-08-01');
    const raised = withOverrides(set, [
      {
        code: point.code,
        effectiveFrom: august,
        value: 40_000_00,
        low: null,
        high: null,
        source: 'Circular',
        status: 'published',
      },
    ]);
    const parts = partYearCost(point, { from: day('2026-04-06'), to: day('2027-03-31') }, 'trust', raised);
    expect(parts.map(({ from, post }) => [from, post.salaryPence])).toEqual([
      ['2026-04-06', 39_043_00],
      ['2026-08-01', 40_000_00],
    ]);
  });

  it('a date before the first pay table is an error that names the pay point and the day', () => {
    expect(() => unsocialHourOn('5', 'plain', day('2024-03-31'), set)).toThrow(/AFC_B5_TOP.*2024-03-31/);
  });
});

describe('pay codes in no table', () => {
  it('are listed with how many people and posts they affect, most first; known ones are not', () => {
    const posts = [
      ['1', 'XR05'],
      ['1', 'ZZ99'],
      ['2', 'NHS|XR06|Review Body Band 6'],
      ['3', 'ZZ99'],
      ['3', 'ZZ99'],
      ['4', 'AB12'],
    ].map(([personId = '', payScale = '']) => ({ personId, payScale }));
    expect(unknownPayCodes(posts)).toEqual([
      { payScale: 'ZZ99', people: 2, posts: 3 },
      { payScale: 'AB12', people: 1, posts: 1 },
    ]);
  });
});
