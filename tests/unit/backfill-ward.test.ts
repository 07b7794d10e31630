import { describe, expect, it } from 'vitest';
import { evaluateWard } from '../../shared/backfill/evaluate-ward.ts';
import { fixShortWeeks } from '../../shared/backfill/fix-short-weeks.ts';
import type { WardInputs } from '../../shared/backfill/ward-inputs.ts';
import { wardLimit } from '../../shared/backfill/ward-limit.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { stressLearner, stressWard } from '../support/stress-ward.ts';

const day = asPlainDate;

/** One week, over 1 April 2027, a Thursday. */
const crossing: WardInputs = {
  ...stressWard,
  learners: [{ ...stressLearner, count: 1, start: day('2027-03-29'), weeks: 1, breakWeeks: [] }],
  headroomMinutes: 0,
  rates: { '2026/27': 2551, '2027/28': 2640 },
  fees: [],
};

function released(ward: WardInputs): unknown {
  return evaluateWard(ward).byYear.map((year) => [year.financialYear, year.released]);
}

describe('weeks that follow each other with the same hours', () => {
  it('have each their own need, where the time of only one of two learners lapses', () => {
    const one = { ...stressLearner, count: 1, weeks: 1, breakWeeks: [] };
    const [madeUp, lapsing] = [
      { ...one, start: day('2027-10-04'), lapseBp: 0 },
      { ...one, start: day('2027-10-11'), lapseBp: 2000 },
    ];
    const { weeks } = evaluateWard({ ...crossing, learners: [madeUp, lapsing] });
    expect(weeks.map((week) => [week.released, week.need])).toEqual([
      [450, 450],
      [450, 360],
    ]);
  });
});

describe('a week that crosses 1 April', () => {
  it('is split by Monday to Friday where no weekday is known: three fifths before', () => {
    expect(released(crossing)).toEqual([
      ['2026/27', 270],
      ['2027/28', 180],
    ]);
  });

  it('is split by its release days where they are known', () => {
    const [learner] = crossing.learners;
    const days = [
      { weekday: 2 as const, minutes: 225 },
      { weekday: 5 as const, minutes: 225 },
    ];
    expect(released({ ...crossing, learners: [{ ...learner!, days }] })).toEqual([
      ['2026/27', 225],
      ['2027/28', 225],
    ]);
  });

  it('floors the part before and gives the rest to the part after', () => {
    // 451 × 3 ÷ 5 = 270.6
    const [learner] = crossing.learners;
    expect(released({ ...crossing, learners: [{ ...learner!, weeklyMinutes: 451 }] })).toEqual([
      ['2026/27', 270],
      ['2027/28', 181],
    ]);
  });

  it('is whole where 1 April is a Saturday and nobody is released then', () => {
    const [learner] = crossing.learners;
    expect(released({ ...crossing, learners: [{ ...learner!, start: day('2028-03-27') }] })).toEqual([
      ['2027/28', 450],
    ]);
  });

  it('is priced at each year’s rate', () => {
    // 270 × 85% × 2551 ÷ 60 = 9757.575; 180 × 85% × 2640 ÷ 60 = 6732
    expect(evaluateWard(crossing).costLines).toEqual([
      {
        monday: '2027-03-29',
        financialYear: '2026/27',
        needMinutes: 270,
        fillBp: 8500,
        ratePence: 2551,
        rateYear: '2026/27',
        costPence: 9758,
      },
      {
        monday: '2027-03-29',
        financialYear: '2027/28',
        needMinutes: 180,
        fillBp: 8500,
        ratePence: 2640,
        rateYear: '2027/28',
        costPence: 6732,
      },
    ]);
  });
});

describe('what is not known stays not known', () => {
  it.each([
    ['the planned minimum', { plannedMinimumMinutes: null }],
    ['unavailability', { unavailabilityBp: null }],
    ['staff in post', { contractedMinutes: null }],
  ])('without %s no week is judged, and cost is still given', (_, missing) => {
    const answer = evaluateWard({ ...stressWard, ...missing });
    expect([answer.short, answer.fix, answer.weeks[0]!.judgement]).toEqual([null, null, null]);
    expect(answer.totals.costPence).toBe(8_344_476);
    expect(wardLimit({ ...stressWard, ...missing }, 0)).toEqual({ kind: 'not-known' });
  });

  it('without a planned minimum availability is still shown', () => {
    const answer = evaluateWard({ ...stressWard, plannedMinimumMinutes: null });
    // 94500 × (1 − 0.195) minutes
    expect(answer.weeks[0]!.available!.withoutRelease).toBe(94_500 * 8050);
    expect(evaluateWard({ ...stressWard, contractedMinutes: null }).weeks[0]!.available).toBeNull();
  });

  it('a month without an unavailability share is an error that names it', () => {
    const rest = Object.fromEntries(
      Object.entries(stressWard.unavailabilityBp!).filter(([month]) => month !== '12'),
    );
    expect(() => evaluateWard({ ...stressWard, unavailabilityBp: rest })).toThrow(
      expect.objectContaining({ code: 'parameter-missing', path: '/unavailability_bp/12' }),
    );
  });

  it('a year with release inside headroom needs no rate', () => {
    const answer = evaluateWard({ ...stressWard, headroomMinutes: 6300, rates: {} });
    expect([answer.totals.costPence, answer.totals.released, answer.costLines]).toEqual([0, 245_700, []]);
  });

  it('without unavailability’s spread a chance is 0 or 1', () => {
    const { weeks } = evaluateWard({ ...stressWard, unavailabilitySdBp: 0 });
    expect(new Set(weeks.map(({ judgement }) => judgement!.chanceShort.afterCover))).toEqual(new Set([0, 1]));
  });
});

describe('time that lapses with the learner’s own absence', () => {
  it('lowers gap and need, never the promise', () => {
    // 6300 − 630 = 5670 beyond headroom; 22% lapses: 5670 × 0.78 = 4422.6
    const learners = [{ ...stressLearner, lapseBp: 2200 }];
    const { weeks } = evaluateWard({ ...stressWard, learners });
    expect([weeks[0]!.released, weeks[0]!.gap, weeks[0]!.need]).toEqual([6300, 4423, 4423]);
  });

  it('is weighed by each learner’s minutes', () => {
    // half the minutes lapse by 22%: 5670 × 0.89 = 5046.3
    const halves = [0, 2200].map((lapseBp) => ({ ...stressLearner, count: 7, lapseBp }));
    expect(evaluateWard({ ...stressWard, learners: halves }).weeks[0]!.gap).toBe(5046);
  });
});

describe('the fix', () => {
  it('is none when there is nowhere to move to', () => {
    // December alone, 14 out: both weeks short and no other week
    const learners = [{ ...stressLearner, start: day('2027-12-06'), weeks: 2 }];
    const ward = { ...stressWard, learners };
    expect(evaluateWard(ward).short!.afterCover).toHaveLength(2);
    expect(fixShortWeeks(ward)).toBeNull();
  });

  it('moves to weeks short without release too', () => {
    // August: 94500 × 0.75 = 70875 is below 71700 with no release at all
    const learners = [
      { ...stressLearner, start: day('2028-07-31'), weeks: 2, breakWeeks: [] },
      { ...stressLearner, count: 1, start: day('2028-08-14'), weeks: 1 },
    ];
    const fix = fixShortWeeks({ ...stressWard, learners });
    // the week of 31 July is judged by July: 1204.9 − 14.2 hours, short; the others are August's, short anyway
    expect([fix!.movedFrom, fix!.movedMinutes]).toEqual([['2028-07-31'], 6300]);
  });
});

describe('the limit', () => {
  it('is none when cover fills everything', () => {
    expect(wardLimit({ ...stressWard, fillBp: 10_000 }, 0)).toEqual({ kind: 'no-limit' });
  });

  it('is never when the others leave a week short already', () => {
    const learners = [stressLearner, { ...stressLearner, count: 1 }];
    expect(wardLimit({ ...stressWard, learners }, 1)).toEqual({ kind: 'never' });
  });

  it('asks for a learner that is there', () => {
    expect(() => wardLimit(stressWard, 1)).toThrow(RangeError);
  });
});

describe('planned minimums by weekday', () => {
  const tuesdays = { ...stressLearner, days: [{ weekday: 2 as const, minutes: 450 }] };
  const byDay = {
    ...stressWard,
    learners: [tuesdays],
    plannedMinimumByWeekday: Array<number>(7).fill(10_243),
  };

  it('see a Tuesday that the week cannot see', () => {
    // 14 × 7.5 = 105 hours out of one day of 94500 × 0.81 ÷ 7 = 182.25 hours
    const { short, byDay: days } = evaluateWard(byDay);
    expect(short!.afterCover).toHaveLength(5);
    expect(days!.short.newlyShort).toHaveLength(39);
    const october = days!.days.find(({ date }) => date === '2027-10-05')!;
    // 182.25 − 94.5 + 80.325 − 170.716… hours
    expect(october.judgement.margin.beforeCover / 600_000).toBeCloseTo(182.25 - 94.5 - 10_243 / 60, 6);
    expect(october.judgement.margin.afterCover / 600_000).toBeCloseTo(182.25 - 14.175 - 10_243 / 60, 6);
    expect(days!.hasReleaseWithoutWeekday).toBe(false);
  });

  it('are not judged by day without them, and release without a weekday is said', () => {
    expect(evaluateWard(stressWard).byDay).toBeNull();
    expect(evaluateWard({ ...byDay, learners: [stressLearner] }).byDay!.hasReleaseWithoutWeekday).toBe(true);
  });

  it('put a clinic’s staff on the days it is open', () => {
    // Monday to Friday: 94500 × 0.81 ÷ 5 = 15309 minutes a day
    const clinic = {
      ...byDay,
      learners: [{ ...tuesdays, count: 0 }],
      plannedMinimumByWeekday: [1, 1, 1, 1, 1, 0, 0].map((open) => open * 15_309),
    };
    const { short } = evaluateWard({ ...clinic, horizon: { from: day('2027-10-04'), weeks: 1 } }).byDay!;
    expect(short.withoutRelease).toEqual([]);
    const above = clinic.plannedMinimumByWeekday.map((minutes) => (minutes === 0 ? 0 : minutes + 1));
    const shortDays = evaluateWard({
      ...clinic,
      plannedMinimumByWeekday: above,
      horizon: { from: day('2027-10-04'), weeks: 1 },
    });
    expect(shortDays.byDay!.short.withoutRelease).toEqual([
      '2027-10-04',
      '2027-10-05',
      '2027-10-06',
      '2027-10-07',
      '2027-10-08',
    ]);
  });
});

describe('a day without a planned minimum', () => {
  it('is not judged, whoever is released on it', () => {
    const saturdays = { ...stressLearner, days: [{ weekday: 6 as const, minutes: 450 }] };
    const plannedMinimumByWeekday = [1, 1, 1, 1, 1, 0, 0];
    const { byDay } = evaluateWard({ ...stressWard, learners: [saturdays], plannedMinimumByWeekday });
    expect(byDay).toEqual({
      days: [],
      short: { withoutRelease: [], newlyShort: [], afterCover: [], close: [] },
      hasReleaseWithoutWeekday: false,
    });
    const none = evaluateWard({ ...stressWard, plannedMinimumByWeekday: Array<number>(7).fill(0) });
    expect(none.byDay!.days).toEqual([]);
  });
});

describe('a plan that is a slip of the keyboard', () => {
  it('is refused and does not hang', () => {
    const weeks = { from: day('2027-01-04'), weeks: 1_000_000_000 };
    expect(() => evaluateWard({ ...stressWard, horizon: weeks })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
    const apart = [stressLearner, { ...stressLearner, start: day('9000-01-06') }];
    expect(() => evaluateWard({ ...stressWard, learners: apart })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  it('is refused where sums would pass exact whole numbers', () => {
    const learners = [{ ...stressLearner, count: 1_000_000_000 }];
    const rates = { '2027/28': 1_000_000, '2028/29': 1_000_000 };
    expect(() => evaluateWard({ ...stressWard, learners, rates })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  it('of no learners has no weeks', () => {
    const answer = evaluateWard({ ...stressWard, learners: [], fees: [] });
    expect([answer.weeks, answer.byYear, answer.fix]).toEqual([[], [], null]);
  });
});
