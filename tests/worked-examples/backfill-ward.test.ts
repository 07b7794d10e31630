import { describe, expect, it } from 'vitest';
import { bookingsOf } from '../../shared/backfill/booking.ts';
import { costByCentre, costByLearner, costByMonth } from '../../shared/backfill/cost-by.ts';
import { evaluateWard } from '../../shared/backfill/evaluate-ward.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { wardLimit } from '../../shared/backfill/ward-limit.ts';
import { stressLearner, stressWard } from '../support/stress-ward.ts';

const hour = 60;
const answer = evaluateWard(stressWard);
const [first, second] = answer.byYear;
const pounds = (pence: number): number => Math.round(pence / 100);

describe('the worked ward: 14 nurses of 42 WTE, 7.5 hours a week, 39 weeks', () => {
  it('release hours: 14 × 7.5 = 105 a week, 25 weeks in 2027/28 and 14 in 2028/29', () => {
    // The week of Monday 27 March 2028 lies in 2027/28: 1 April is its Saturday.
    expect([first!.released, second!.released]).toEqual([25 * 105 * hour, 14 * 105 * hour]);
    expect(answer.totals.released).toBe(4095 * hour);
    expect(answer.weeks.filter(({ released }) => released > 0)).toHaveLength(39);
    expect(answer.weeks).toHaveLength(43);
  });

  it('hours to cover after headroom: 105 − 10.5 = 94.5 a week', () => {
    expect([first!.need, second!.need]).toEqual([25 * 94.5 * hour, 14 * 94.5 * hour]);
    expect(answer.totals.need).toBe(3685.5 * hour);
  });

  it('hours nobody fills: 15% of the need', () => {
    expect(first!.unfilled / 10_000 / hour).toBeCloseTo(2362.5 * 0.15, 9);
    expect(second!.unfilled / 10_000 / hour).toBeCloseTo(1323 * 0.15, 9);
    expect(answer.totals.unfilled / 10_000 / hour).toBeCloseTo(552.825, 9);
  });

  it('cover cost: 94.5 × 85% = 80.325 hours a week at £26.40, then £27.06', () => {
    // 80.325 × 2640 = 212058 pence a week, × 25; 80.325 × 2706 = 217359.45, rounded a week, × 14
    expect([first!.costPence, second!.costPence]).toEqual([25 * 212_058, 14 * 217_359]);
    expect([pounds(first!.costPence), pounds(second!.costPence), pounds(answer.totals.costPence)]).toEqual([
      53_015, 30_430, 83_445,
    ]);
  });

  it('fees £56,000 less bursaries £44,000 = £12,000, six of ten course months before April', () => {
    expect([first!.netFeesPence, second!.netFeesPence]).toEqual([(1_200_000 * 6) / 10, (1_200_000 * 4) / 10]);
  });

  it('net on accruals £60,215 and £35,230; in cash the net fees fall when invoiced', () => {
    expect([pounds(first!.netPence), pounds(second!.netPence), pounds(answer.totals.netPence)]).toEqual([
      60_215, 35_230, 95_445,
    ]);
    expect([first!.cashFeesPence, second!.cashFeesPence]).toEqual([1_200_000, 0]);
  });

  it('short weeks: none without release, 39 newly short, 5 still short after cover', () => {
    expect(answer.short!.withoutRelease).toEqual([]);
    expect(answer.short!.newlyShort).toHaveLength(39);
    expect(answer.short!.afterCover).toEqual([
      '2027-12-06',
      '2027-12-13',
      '2028-07-03',
      '2028-07-10',
      '2028-07-17',
    ]);
  });

  it('each by 4.3 hours, with a 61% chance', () => {
    // 1575 × (1 − 0.235) = 1204.875; less 15% of 94.5 unfilled = 14.175; 1190.7 against 1195
    for (const monday of answer.short!.afterCover) {
      const { available, judgement } = answer.weeks.find((week) => week.monday === monday)!;
      expect(available!.afterCover / 10_000 / hour).toBeCloseTo(1190.7, 9);
      expect(judgement!.margin.afterCover / 10_000 / hour).toBeCloseTo(-4.3, 9);
      // 4.3 ÷ 15.75 = 0.273 standard deviations: Φ(0.27302) = 0.60758
      expect(judgement!.chanceShort.afterCover).toBeCloseTo(0.607579492985, 9);
    }
  });

  it('the fix: 5 × 105 hours into 34 weeks leaves none short for £1,114 more', () => {
    const fix = answer.fix!;
    expect(fix.movedMinutes).toBe(5 * 105 * hour);
    expect(fix.shortAfterFix).toEqual([]);
    expect(fix.extraPence).toBe(111_440);
    expect(fix.extraPenceByYear).toEqual([
      { financialYear: '2027/28', extraPence: 372_800 },
      { financialYear: '2028/29', extraPence: -261_360 },
    ]);
    expect(fix.unfilled / 10_000 / hour).toBeCloseTo(560.7, 9);
  });

  it('10 is the most this ward can release with every week kept, by 0.2 hours', () => {
    // 10 × 7.5 − 10.5 = 64.5; 1204.875 − 64.5 × 15% = 1195.2 against 1195
    expect(wardLimit(stressWard, 0)).toEqual({ kind: 'limit', most: 10, slack: 0.2 * hour * 10_000 });
  });

  it('names weeks that cover keeps with a chance of a quarter or more as close', () => {
    // 27 September: 1575 × 0.805 − 14.175 − 1195 = 58.7 hours over, 3.7 standard deviations: not close.
    // Break weeks in December: 1204.875 − 1195 = 9.875 over, 0.627 deviations: 27%.
    // 3 April and 24 April: 1220.625 − 14.175 − 1195 = 11.45 over, 0.727 deviations: 23%, not close.
    expect(answer.short!.close).toEqual(['2027-12-20', '2027-12-27']);
  });
});

describe('the worked ward’s cost, other ways', () => {
  it('by month adds up, and a week over a month’s end is divided by its days', () => {
    const months = costByMonth(stressWard, answer.costLines);
    expect(months.reduce((sum, { costPence }) => sum + costPence, 0)).toBe(8_344_476);
    // September has Monday 27 to Thursday 30: four of the week's five days; 212058 × 4 ÷ 5 = 169646.4
    expect(months[0]).toEqual({ month: '2027-09', costPence: 169_646 });
    expect(months.at(-1)!.month).toBe('2028-07');
  });

  it('by learner: 14 alike differ by the odd penny of a week', () => {
    const learners = Array.from({ length: 14 }, (_, index) => ({
      ...stressLearner,
      count: 1,
      key: `L${index}`,
    }));
    const costs = costByLearner({ ...stressWard, learners }, answer.costLines);
    expect(costs.map(({ key }) => key)).toEqual(learners.map(({ key }) => key));
    expect(costs.reduce((sum, { costPence }) => sum + costPence, 0)).toBe(8_344_476);
    const exact = 8_344_476 / 14;
    for (const { costPence } of costs) expect(Math.abs(costPence - exact)).toBeLessThanOrEqual(39);
  });

  it('two patterns of one learner are one row', () => {
    const halves = [1, 2].map(() => ({ ...stressLearner, count: 7, key: 'A' }));
    expect(costByLearner({ ...stressWard, learners: halves }, answer.costLines)).toEqual([
      { key: 'A', costPence: 8_344_476 },
    ]);
  });

  it('by learner over 1 April: each year’s cost to who is released in it', () => {
    // 1 April 2027 is a Thursday: A is out on Tuesday, B on Friday; 450 × 85% × 2551 ÷ 60 and × 2640 ÷ 60
    const days = [2, 5].map((weekday) => [{ weekday: weekday as 2 | 5, minutes: 450 }]);
    const learners = ['A', 'B'].map((key, index) => ({
      ...stressLearner,
      key,
      count: 1,
      start: asPlainDate('2027-03-29'),
      weeks: 1,
      breakWeeks: [],
      days: days[index],
    }));
    const rates = { '2026/27': 2551, '2027/28': 2640 };
    const ward = { ...stressWard, learners, rates, headroomMinutes: 0, fees: [] };
    expect(costByLearner(ward, evaluateWard(ward).costLines)).toEqual([
      { key: 'A', costPence: 16_263 },
      { key: 'B', costPence: 16_830 },
    ]);
  });

  it('by learner where one’s time lapses: 100 shares to 80', () => {
    const learners = [0, 2000].map((lapseBp) => ({ ...stressLearner, count: 1, weeks: 1, lapseBp }));
    const ward = { ...stressWard, learners, headroomMinutes: 0, fees: [] };
    // 450 + 360 minutes × 85% × 2640 ÷ 60 = 30294 = 16830 + 13464
    expect(costByLearner(ward, evaluateWard(ward).costLines).map(({ costPence }) => costPence)).toEqual([
      16_830, 13_464,
    ]);
  });

  it('by cost centre: two thirds and a third of each year', () => {
    expect(
      costByCentre(answer.byYear, [
        { code: 'C1', weight: 2 },
        { code: 'C2', weight: 1 },
      ]),
    ).toEqual([
      { code: 'C1', financialYear: '2027/28', costPence: 3_534_300 },
      { code: 'C2', financialYear: '2027/28', costPence: 1_767_150 },
      { code: 'C1', financialYear: '2028/29', costPence: 2_028_684 },
      { code: 'C2', financialYear: '2028/29', costPence: 1_014_342 },
    ]);
  });

  it('hours needed and hours bought: 94.5 hours are 9 shifts of 11.5 = 103.5', () => {
    const needs = answer.weeks.map(({ monday, need }) => ({ from: monday, need }));
    const bookings = bookingsOf(needs, 690);
    expect(bookings).toHaveLength(39);
    expect(bookings[0]).toEqual({
      from: '2027-09-27',
      neededMinutes: 94.5 * hour,
      shifts: 9,
      boughtMinutes: 103.5 * hour,
      spareMinutes: 9 * hour,
    });
  });
});
