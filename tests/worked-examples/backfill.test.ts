import { describe, expect, it } from 'vitest';
import { evaluateBackfill, type BackfillInputs } from '../../shared/backfill/backfill.ts';
import { evaluateTeamCover } from '../../shared/backfill/team-cover.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';

const day = asPlainDate;

/** Ten whole weeks, 15 credits half in working time. */
const inputs: BackfillInputs = {
  credits: 15,
  releaseBp: 5000,
  start: day('2027-01-11'),
  end: day('2027-03-19'),
  bankHolidays: [],
  leave: [],
  backfillBp: 8000,
  fillBp: 8500,
  bankBp: 7500,
  lagWeeks: 0,
  rates: { '2026/27': { bank: 2950, agency: 4475 } },
};

describe('ten weeks with bank and agency', () => {
  const answer = evaluateBackfill(inputs);

  it('150 hours × 50% = 75 hours, 7.5 a week', () => {
    expect(answer.release.releasedMinutes).toBe(4500);
    expect(answer.weeks.map(({ released }) => released)).toEqual(Array(10).fill(450));
  });

  it('a week: 80% of 450 needs cover, 85% is filled, 75% of that by the bank, each rounded once', () => {
    // need 360; filled 306; bank 229.5 -> 230; agency 76
    // 230 × 2950 ÷ 60 = 11308.33 -> 11308; 76 × 4475 ÷ 60 = 5668.33 -> 5668
    expect(answer.parts[0]).toEqual({
      monday: '2027-01-11',
      financialYear: '2026/27',
      released: 450,
      need: 360,
      filled: 306,
      bank: 230,
      agency: 76,
      unfilled: 54,
      costPence: 11_308 + 5668,
    });
    expect(answer.totalCostPence).toBe(10 * 16_976);
  });

  it('a lag of three weeks lowers the cost and raises the hours nobody fills: 9 to 24.3', () => {
    const late = evaluateBackfill({ ...inputs, lagWeeks: 3 });
    expect([answer.totalCostPence, answer.totalUnfilledMinutes / 60]).toEqual([169_760, 9]);
    // 7 of 10 weeks filled; 3 × 360 + 7 × 54 = 1458 minutes
    expect([late.totalCostPence, late.totalUnfilledMinutes / 60]).toEqual([118_832, 24.3]);
  });

  it('the lag counts calendar weeks from the Monday of the start', () => {
    const midweek = evaluateBackfill({ ...inputs, start: day('2027-01-14'), lagWeeks: 1 });
    expect(
      midweek.weeks.slice(0, 2).map(({ unfilled, released }) => unfilled === Math.round(released * 0.8)),
    ).toEqual([true, false]);
  });

  it('a year with filled time and no rate is an error that names it', () => {
    expect(() => evaluateBackfill({ ...inputs, end: day('2027-04-30') })).toThrow(
      expect.objectContaining({
        code: 'parameter-missing',
        path: '/rates/2027~128',
        message: 'No cover rate for 2027/28.',
      }),
    );
  });
});

describe('a team of two', () => {
  const later = { ...inputs, start: day('2027-02-01'), end: day('2027-03-12') };

  it('adds their weeks, names the earliest peak and counts the weeks above the limit', () => {
    // the second: 4500 ÷ 6 weeks = 750; together 1200 in the six weeks from 1 February
    const team = evaluateTeamCover({ learners: [inputs, later], teamLimitMinutesPerWeek: 1199 });
    expect([team.peakWeek, team.peakWeekReleasedMinutes]).toEqual(['2027-02-01', 1200]);
    expect(team.weeksOverLimit).toHaveLength(6);
    expect(
      evaluateTeamCover({ learners: [inputs, later], teamLimitMinutesPerWeek: 1200 }).weeksOverLimit,
    ).toEqual([]);
    expect(team.totalCostPence).toBe(
      evaluateBackfill(inputs).totalCostPence + evaluateBackfill(later).totalCostPence,
    );
  });

  it('has no peak when nobody is released', () => {
    const team = evaluateTeamCover({ learners: [{ ...inputs, credits: 0 }], teamLimitMinutesPerWeek: 0 });
    expect([team.peakWeek, team.peakWeekReleasedMinutes, team.weeksOverLimit]).toEqual([null, 0, []]);
  });

  it('says whose rate is missing', () => {
    expect(() =>
      evaluateTeamCover({ learners: [inputs, { ...inputs, rates: {} }], teamLimitMinutesPerWeek: 0 }),
    ).toThrow(expect.objectContaining({ path: '/learners/1/rates/2026~127' }));
  });
});
