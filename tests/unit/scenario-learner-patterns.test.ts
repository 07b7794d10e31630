import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { releasedByWeek } from '../support/released.ts';
import { learnerFees } from '../../shared/scenario/learner-fees.ts';
import { learnerPatterns } from '../../shared/scenario/learner-patterns.ts';
import { learner } from '../support/learners.ts';

const set = publishedParameters;
const total = (minutes: Map<string, number>): number =>
  [...minutes.values()].reduce((sum, part) => sum + part, 0);

describe('when a learner of the register is released', () => {
  it('an enrolled learner is released in the 39 teaching weeks, not in the breaks', () => {
    const weeks = releasedByWeek(learnerPatterns(learner(), set) ?? []);
    expect(weeks.size).toBe(39);
    expect(weeks.get('2026-09-28')).toBe(450);
    expect(weeks.has('2026-12-21')).toBe(false);
    expect(weeks.has('2027-03-22')).toBe(false);
  });

  it('named days stand above minutes a week', () => {
    const days = [
      { weekday: 2 as const, minutes: 450 },
      { weekday: 4 as const, minutes: 225 },
    ];
    const [pattern] = learnerPatterns(learner({ releaseDays: days }), set) ?? [];
    expect(pattern?.weeklyMinutes).toBe(675);
    expect(pattern?.days).toEqual(days);
  });

  it('a stated total is kept to the minute over the teaching weeks', () => {
    const patterns = learnerPatterns(
      learner({ weeklyReleaseMinutes: null, statedReleaseMinutes: 36_000 }),
      set,
    );
    expect(total(releasedByWeek(patterns ?? []))).toBe(36_000);
  });

  it('hours nobody agreed are not known, save where the university publishes them', () => {
    expect(learnerPatterns(learner({ weeklyReleaseMinutes: null }), set)).toBeNull();
    const kings = learnerPatterns(learner({ university: 'kings', weeklyReleaseMinutes: null }), set);
    expect(total(releasedByWeek(kings ?? []))).toBe(600 * 60);
  });

  it.each(['interested', 'applied', 'withdrawn', 'qualified'] as const)(
    'nobody who is %s is released',
    (status) => {
      expect(learnerPatterns(learner({ status }), set)).toEqual([]);
    },
  );

  it('paused time is left out, and study goes on from the week of the return', () => {
    const paused = learner({
      status: 'interrupted',
      interruptedOn: asPlainDate('2026-11-03'),
      returnsOn: asPlainDate('2027-11-03'),
      interruptions: 1,
    });
    const weeks = releasedByWeek(learnerPatterns(paused, set) ?? []);
    expect(weeks.has('2026-10-26')).toBe(true);
    expect(weeks.has('2026-11-02')).toBe(false);
    expect(weeks.has('2027-10-25')).toBe(false);
    expect(weeks.get('2027-11-01')).toBe(450);
    // The year of study that is running on the return: 43 weeks from 27 September 2027.
    expect([...weeks.keys()].sort().at(-1)).toBe('2028-07-17');
  });

  it('an interruption without an expected return releases nobody afterwards', () => {
    const paused = learner({
      status: 'interrupted',
      interruptedOn: asPlainDate('2026-11-03'),
      interruptions: 1,
    });
    expect([...releasedByWeek(learnerPatterns(paused, set) ?? []).keys()].sort().at(-1)).toBe('2026-10-26');
  });

  it('another route runs through without breaks, for its least time', () => {
    const award = learner({
      route: 'predoctoral',
      university: 'none',
      stage: 'none',
      intakeMonth: asMonth('2026-10'),
    });
    expect(releasedByWeek(learnerPatterns(award, set) ?? []).size).toBe(53);
  });
});

describe('what a learner’s course costs', () => {
  it('is the fee less what funds it, over ten months from October', () => {
    expect(learnerFees(learner({ fundingPence: 400_000 }), set)).toEqual({
      kind: 'known',
      line: {
        feePence: 400_000,
        count: 1,
        bursaryPence: 400_000,
        bursaryCount: 1,
        courseMonths: 10,
        firstMonth: '2026-10',
      },
    });
  });

  it('is not known, never nothing, while nobody entered the fee', () => {
    expect(learnerFees(learner({ feePence: null }), set)).toEqual({ kind: 'not-known' });
  });

  it('is nothing before a place is offered, and on routes without a fee', () => {
    expect(learnerFees(learner({ status: 'applied' }), set)).toEqual({ kind: 'none' });
    expect(learnerFees(learner({ route: 'associate-pi', feePence: null }), set)).toEqual({ kind: 'none' });
  });
});
