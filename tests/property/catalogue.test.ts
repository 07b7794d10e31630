import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { faultsOfTerms, type ProgrammeTerms } from '../../shared/programmes/own-course.ts';
import { learnerPatterns } from '../../shared/scenario/learner-patterns.ts';
import { promisedWeeks } from '../../shared/scenario/promised-weeks.ts';
import { askWard } from '../../shared/scenario/ward-question.ts';
import { learner } from '../support/learners.ts';
import { quietWard } from '../support/release-page.ts';

const firstWeek = asPlainDate('2026-09-21');
const weekAt = (index: number) => addDays(firstWeek, index * 7);

/** Courses of a few weeks, each week taught, a break or a block, and at least one taught. */
const courses = fc
  .record({
    kinds: fc.array(fc.constantFrom('taught', 'break', 'block'), { minLength: 1, maxLength: 45 }),
    blockMinutes: fc.integer({ min: 1, max: 2_250 }),
  })
  .map(({ kinds, blockMinutes }): ProgrammeTerms => {
    const all = ['taught', ...kinds];
    const of = (kind: string) => all.flatMap((one, index) => (one === kind ? [weekAt(index)] : []));
    const blockWeeks = of('block');
    return {
      ...{ university: 'exeter', stage: 'pgcert', intakeMonth: asMonth('2026-09'), firstWeek },
      ...{ weeks: all.length, breakWeeks: of('break'), blockWeeks, source: 'Handbook' },
      blockMinutes: blockWeeks.length === 0 ? null : blockMinutes,
    };
  });

const promisedOf = (terms: ProgrammeTerms, change: Parameters<typeof learner>[0]) =>
  promisedWeeks(learner({ ...change, own: { terms: [terms], feePence: null } }), publishedParameters) ?? [];

describe('release over the weeks a trust enters', () => {
  it('is the agreed total to the minute, none of it in a break, and each block week has its own', () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: 0, max: 30_000 }), (terms, beside) => {
        expect(faultsOfTerms(terms)).toEqual([]);
        const inBlocks = terms.blockWeeks.length * (terms.blockMinutes ?? 0);
        const total = inBlocks + beside;
        const weeks = promisedOf(terms, { weeklyReleaseMinutes: null, statedReleaseMinutes: total });
        expect(weeks.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
        const minutes = new Map(weeks.map((week) => [week.monday, week.minutes]));
        for (const week of terms.breakWeeks) expect(minutes.get(week)).toBeUndefined();
        for (const week of terms.blockWeeks) expect(minutes.get(week)).toBe(terms.blockMinutes);
      }),
      { numRuns: 60 },
    );
  });

  it('is asked of a team exactly as it is promised to a learner of the same course and hours', () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: 1, max: 2_250 }), (terms, weeklyMinutes) => {
        const asked = askWard(
          quietWard,
          {
            ...{ learners: 3, university: 'exeter', stage: 'pgcert', weeklyMinutes, days: [] },
            ...{ start: terms.firstWeek, feePence: null, bursaries: 0, bursaryPence: 0, typedOver: {} },
            terms: [terms],
          },
          publishedParameters,
        );
        const same = learner({
          ...{ university: 'exeter', stage: 'pgcert', intakeMonth: terms.intakeMonth },
          weeklyReleaseMinutes: weeklyMinutes,
          own: { terms: [terms], feePence: null },
        });
        expect(asked.learners.at(-1)?.patterns).toEqual(learnerPatterns(same, publishedParameters));
      }),
      { numRuns: 60 },
    );
  });

  it('of somebody who stops holds only the block weeks before', () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: 0, max: 50 }), (terms, index) => {
        const stopped = weekAt(index);
        const weeks = promisedOf(terms, { status: 'interrupted', interruptedOn: stopped });
        const whole = promisedOf(terms, {});
        expect(weeks).toEqual(whole.filter(({ monday }) => monday < stopped));
      }),
      { numRuns: 60 },
    );
  });
});
