import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { recruitmentState, type RecruitmentRecord } from '../../shared/research/recruitment.ts';

/** A study of 60 participants over the 365 days of 2026, judged in November 2026. */
function study(recruited: readonly number[], from = '2026-01-01', to = '2026-12-31'): RecruitmentRecord {
  return {
    siteTarget: 60,
    recruitFrom: asPlainDate(from),
    recruitTo: asPlainDate(to),
    behindReason: null,
    behindAction: null,
    behindOwner: null,
    behindDue: null,
    months: recruited.map((count, index) => ({
      month: asMonth(`2026-${String(index + 1).padStart(2, '0')}`),
      recruited: count,
    })),
  };
}

const november = asPlainDate('2026-11-20');

describe('studies behind target, by hand', () => {
  it('49 of 60 are behind at the end of October: 60 × 304 of 365 days is 49.97, so 50 are due', () => {
    // Days to 31 October: 31+28+31+30+31+30+31+31+30+31 = 304. 60 × 304 = 18,240; 18,240 ÷ 365 = 49.97….
    // 49 × 365 = 17,885 < 18,240: behind, 1 short. 50 × 365 = 18,250 ≥ 18,240: on target.
    const months = [5, 5, 5, 5, 5, 5, 5, 5, 5, 4];
    expect(recruitmentState(study(months), november)).toEqual({
      kind: 'behind',
      target: 60,
      recruited: 49,
      windowDays: 365,
      elapsedDays: 304,
      judgedOn: '2026-10-31',
      monthsMissing: 0,
      due: 50,
    });
    expect(recruitmentState(study([5, 5, 5, 5, 5, 5, 5, 5, 5, 5]), november)).toMatchObject({
      kind: 'on-target',
      recruited: 50,
    });
  });

  it('what November has so far does not count before November is over, and all of it on its last day', () => {
    // To 30 November: 304 + 30 = 334 days; 60 × 334 = 20,040; ÷ 365 = 54.90…, so 55 are due.
    const months = [5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 6];
    expect(recruitmentState(study(months), november)).toMatchObject({ recruited: 49, kind: 'behind' });
    expect(recruitmentState(study(months), asPlainDate('2026-11-30'))).toMatchObject({
      kind: 'on-target',
      recruited: 55,
      due: 55,
      elapsedDays: 334,
    });
  });

  it('a window that is over asks for the whole target, and one that has not begun for nothing', () => {
    const over = study([10, 10, 10, 10, 10, 9], '2026-01-01', '2026-06-30');
    expect(recruitmentState(over, november)).toMatchObject({ kind: 'behind', due: 60, recruited: 59 });
    expect(recruitmentState(study([], '2026-11-01', '2027-10-31'), november)).toEqual({
      kind: 'not-started',
    });
  });

  it('a month that is not recorded is not none: behind is not said, on target may be', () => {
    expect(recruitmentState(study([5, 5]), november)).toMatchObject({ kind: 'not-known', monthsMissing: 8 });
    expect(recruitmentState(study([25, 25]), november)).toMatchObject({
      kind: 'on-target',
      monthsMissing: 8,
    });
    expect(recruitmentState({ ...study([5]), siteTarget: null }, november)).toEqual({ kind: 'no-goal' });
  });
});
