import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { coverRateOn, coverRatesOfYear } from '../../shared/pay/cover-rate.ts';
import { employerCost, hourlyOf, shareOf } from '../../shared/pay/employer-cost.ts';
import { highCostAreaSupplementOn } from '../../shared/pay/high-cost-area.ts';
import { partYearCost } from '../../shared/pay/part-year-cost.ts';
import { payPointOf, topOfBand } from '../../shared/pay/pay-point.ts';
import { postCostOn } from '../../shared/pay/post-cost.ts';
import { salaryOn } from '../../shared/pay/salary.ts';

const november2026 = asPlainDate('2026-11-20');

function pounds(pence: number): number {
  return Math.floor((pence + 50) / 100);
}

describe('the hourly rates NHS pay pages publish for 2025/26', () => {
  it('£31,049 a year is £15.88 an hour and £37,796 is £19.33: annual × 7 / (365 × 37.5)', () => {
    expect(hourlyOf(31_049_00, 37_50)).toBe(15_88);
    expect(hourlyOf(37_796_00, 37_50)).toBe(19_33);
  });
});

describe('a salary of £46,000, on both bases', () => {
  const inputs = {
    salaryPence: 46_000_00,
    weeklyHoursX100: 37_50,
    niBp: 1500,
    niThresholdPence: 5_000_00,
    levyBp: 50,
  };

  it('trust: 46,000 + 14.38% 6,614.80 + 15% of 41,000 6,150.00 + 0.5% 230.00 = 58,994.80, £30.17 an hour', () => {
    expect(6_614_80 + 6_150_00 + 230_00 + 46_000_00).toBe(58_994_80);
    expect(employerCost({ ...inputs, pensionBp: 1438 })).toEqual({
      hourlyPayPence: 23_53,
      employerCostYearPence: 58_994_80,
      hourlyEmployerCostPence: 30_17,
    });
  });

  it('full: the pension is 23.78%, 10,938.80, so 63,318.80 and £32.38 an hour', () => {
    expect(46_000_00 + 10_938_80 + 6_150_00 + 230_00).toBe(63_318_80);
    expect(employerCost({ ...inputs, pensionBp: 2378 })).toEqual({
      hourlyPayPence: 23_53,
      employerCostYearPence: 63_318_80,
      hourlyEmployerCostPence: 32_38,
    });
  });

  it('pay below the threshold carries no National Insurance', () => {
    const small = employerCost({ ...inputs, salaryPence: 4_000_00, pensionBp: 0, levyBp: 0 });
    expect(small.employerCostYearPence).toBe(4_000_00);
  });
});

/** Pay scale, step, basic, National Insurance, pension 14.38%, levy, total, cost per contracted hour, agency cap. */
const posts2026: readonly [string, string, number, number, number, number, number, number, number][] = [
  ['XR05', '3', 39_043, 5_106, 5_614, 195, 49_959, 25_55, 30_95],
  ['XR06', '2', 42_170, 5_576, 6_064, 211, 54_020, 27_63, 33_43],
  ['XR06', '3', 48_117, 6_468, 6_919, 241, 61_744, 31_58, 38_14],
  ['XR07', '3', 56_515, 7_727, 8_127, 283, 72_652, 37_16, 44_80],
  ['XR08', '1', 57_528, 7_879, 8_273, 288, 73_967, 37_83, 45_60],
  ['YC72', '3', 123_672, 17_801, 17_784, 618, 159_875, 76_65, 91_91],
];

describe('posts of 2026/27 on the trust basis', () => {
  it.each(posts2026)(
    '%s step %s: basic £%d + NI £%d + pension £%d + levy £%d = £%d a year, %d pence an hour',
    (scale, step, basic, ni, pension, levy, total, hourly, agencyCap) => {
      const cost = postCostOn(payPointOf(scale, step), november2026, 'trust', set);
      expect(pounds(cost.salaryPence)).toBe(basic);
      expect(pounds(cost.employerCostYearPence)).toBe(total);
      expect(cost.hourlyEmployerCostPence).toBe(hourly);
      expect(pounds((basic - 5_000) * 15)).toBe(ni);
      expect(pounds((basic * 1438) / 100)).toBe(pension);
      expect(pounds(basic / 2)).toBe(levy);
      expect(Math.abs(basic + ni + pension + levy - total)).toBeLessThanOrEqual(2);
      const weekly = scale === 'YC72' ? 40_00 : 37_50;
      expect(hourlyOf(shareOf(cost.salaryPence, 15_500), weekly)).toBe(agencyCap);
    },
  );

  it('600 hours of a Band 5 at the top are £15,330: 600 × 49,959 / 1,955.36', () => {
    const cost = postCostOn(topOfBand('5'), november2026, 'trust', set);
    expect(pounds(cost.hourlyEmployerCostPence * 600)).toBe(15_330);
  });
});

describe('pay after the last published year', () => {
  it('Band 5 top: 39,043 × 1.025 = 40,019.08 → £40,019 from 1 April 2027', () => {
    const salary = salaryOn(topOfBand('5'), asPlainDate('2027-04-01'), set);
    expect(salary.pence).toBe(40_019_00);
    expect(salary.status).toBe('assumption');
    expect(salary.uses.map((use) => [use.code, use.effectiveFrom])).toEqual([
      ['AFC_B5_TOP', '2026-04-01'],
      ['PAY_AWARD_AFC', '2027-04-01'],
    ]);
  });

  it('two awards compound before the one rounding: 39,043 × 1.025 × 1.025 = 41,019.55 → £41,020', () => {
    expect(salaryOn(topOfBand('5'), asPlainDate('2028-04-01'), set).pence).toBe(41_020_00);
  });

  it('31 March 2027 is still paid as published', () => {
    const salary = salaryOn(topOfBand('5'), asPlainDate('2027-03-31'), set);
    expect(salary).toMatchObject({ pence: 39_043_00, status: 'published' });
  });
});

describe('an hour of planned bank cover, Band 5, 2026/27', () => {
  // 39,043.00 × 7 / (365 × 37.5) = 19.967 → 19.97; 12.07% of it 2.410 → 2.41; both together 22.38
  // 15% 3.357 → 3.36; 14.38% 3.218 → 3.22 or 23.78% 5.322 → 5.32; 0.5% 0.112 → 0.11
  it('trust basis: 19.97 + 2.41 + 3.36 + 3.22 + 0.11 = £29.07', () => {
    const rate = coverRateOn('5', november2026, 'trust', set);
    expect(rate.lines.map((line) => [line.label, line.pence])).toEqual([
      ['Pay, top of Band 5', 19_97],
      ['Holiday pay', 2_41],
      ['Employer National Insurance', 3_36],
      ['Employer pension, trust share', 3_22],
      ['Apprenticeship levy', 11],
    ]);
    expect(rate.pence).toBe(29_07);
  });

  it('full basis: 19.97 + 2.41 + 3.36 + 5.32 + 0.11 = £31.17', () => {
    expect(coverRateOn('5', november2026, 'full', set).pence).toBe(31_17);
  });

  it('every term names the rows it comes from, with their dates and standing', () => {
    const { lines } = coverRateOn('5', november2026, 'trust', set);
    expect(
      lines.map((line) => line.uses.map((use) => `${use.code} ${use.effectiveFrom} ${use.status}`)),
    ).toEqual([
      ['AFC_B5_TOP 2026-04-01 published', 'AFC_WEEKLY_HOURS 2004-12-01 published'],
      ['BANK_HOLIDAY_PAY_WTD 2009-04-01 unverified'],
      ['EMPLOYER_NI_RATE 2026-04-06 published'],
      ['EMPLOYER_PENSION_LOCAL 2026-04-01 assumption'],
      ['APPRENTICESHIP_LEVY 2017-04-06 unverified'],
    ]);
  });

  it('2025/26 has 13.8% for its first five days and the 15% of the tax year from 6 April on', () => {
    // 37,796.00 → 19.33; 2.33; 21.66; 13.8% 2.989 → 2.99, 15% 3.249 → 3.25; 14.38% 3.115 → 3.11; 0.5% 0.108 → 0.11
    const rates = coverRatesOfYear('5', asFinancialYear('2025/26'), 'trust', set);
    expect(rates.map(({ from, pence }) => [from, pence])).toEqual([
      ['2025-04-01', 19_33 + 2_33 + 2_99 + 3_11 + 11],
      ['2025-04-06', 19_33 + 2_33 + 3_25 + 3_11 + 11],
    ]);
  });

  it('2026/27 has one rate: the National Insurance of 6 April 2026 is what it was, shown by its latest row', () => {
    const [rate, ...others] = coverRatesOfYear('5', asFinancialYear('2026/27'), 'trust', set);
    expect([rate!.from, rate!.pence, others]).toEqual(['2026-04-01', 29_07, []]);
    expect(rate!.lines[2]!.uses).toMatchObject([{ code: 'EMPLOYER_NI_RATE', effectiveFrom: '2026-04-06' }]);
  });

  it('the first days of the first year on record have no rate, and what is missing is named', () => {
    const [rate] = coverRatesOfYear('5', asFinancialYear('2024/25'), 'trust', set);
    expect(rate!.from).toBe('2024-04-06');
    expect(() => coverRatesOfYear('5', asFinancialYear('2023/24'), 'trust', set)).toThrow(
      'AFC_B5_TOP has no value on 2023-04-01',
    );
  });

  it('2027/28 rests on an assumed award: 40,019.00 → 20.47 + 2.47 + 3.44 + 3.30 + 0.11 = £29.79', () => {
    expect(coverRatesOfYear('5', asFinancialYear('2027/28'), 'trust', set)[0]).toMatchObject({
      pence: 29_79,
      status: 'assumption',
    });
  });
});

describe('London supplement of 2026/27', () => {
  const on = (area: 'inner' | 'outer' | 'fringe', pay: number, fteE5: number): number =>
    highCostAreaSupplementOn(area, { fullTimeSalaryPence: pay * 100, fteE5 }, november2026, set).pence;

  it('20% of £39,043 is £7,808.60, between £5,794 and £8,745', () => {
    expect(on('inner', 39_043, 100_000)).toBe(7_808_60);
  });

  it('20% of £25,272 is £5,054.40, below the least £5,794; 20% of £56,515 is above the most £8,745', () => {
    expect(on('inner', 25_272, 100_000)).toBe(5_794_00);
    expect(on('inner', 56_515, 100_000)).toBe(8_745_00);
  });

  it('part time takes its share of the least and the most too: 0.6 of £5,794 is £3,476.40', () => {
    expect(on('inner', 25_272, 60_000)).toBe(3_476_40);
    expect(on('fringe', 56_515, 50_000)).toBe(1_135_00);
  });
});

describe('part of a year', () => {
  it('a Band 5 top for 43 weeks from 27 September 2027 is cut at 1 April 2028', () => {
    // 187 days of 366 in 2027/28 (a leap year) and 114 of 365 in 2028/29
    const parts = partYearCost(
      topOfBand('5'),
      { from: asPlainDate('2027-09-27'), to: asPlainDate('2028-07-23') },
      'trust',
      set,
    );
    expect(parts.map((part) => [part.from, part.to])).toEqual([
      ['2027-09-27', '2028-03-31'],
      ['2028-04-01', '2028-07-23'],
    ]);
    const [first, second] = parts.map((part) => part.post.employerCostYearPence);
    expect(pounds(parts[0]!.pence)).toBe(pounds((first! * 187) / 366));
    expect(pounds(parts[1]!.pence)).toBe(pounds((second! * 114) / 365));
  });

  it('the five days of April 2025 before the National Insurance change are a piece of their own', () => {
    const parts = partYearCost(
      topOfBand('5'),
      { from: asPlainDate('2025-03-31'), to: asPlainDate('2025-04-07') },
      'trust',
      set,
    );
    expect(parts.map((part) => part.from)).toEqual(['2025-03-31', '2025-04-01', '2025-04-06']);
  });
});
