import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { missingOf } from '../../shared/learners/agreement.ts';
import { timelineOf } from '../../shared/learners/timeline.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { promisedWeeks } from '../../shared/scenario/promised-weeks.ts';
import { learner } from '../support/learners.ts';

const today = asPlainDate('2026-11-20');
const on = asPlainDate;
const steps = (...args: Parameters<typeof timelineOf>) =>
  timelineOf(...args).map((step) => [step.status, step.on, step.expected]);

describe('the timeline of a stage', () => {
  it('has each step once, from the row and from the history, in order of days', () => {
    const row = learner({
      status: 'interrupted',
      statusDate: on('2026-11-02'),
      interruptedOn: on('2026-11-02'),
      returnsOn: on('2027-09-27'),
    });
    const history = [
      { status: 'applied', move: 'apply', on: on('2026-05-04'), undone: false },
      { status: 'offered', move: 'offer', on: on('2026-06-01'), undone: true },
      { status: 'interrupted', move: 'interrupt', on: on('2026-11-02'), undone: false },
    ] as const;
    expect(steps(row, history, today)).toEqual([
      ['applied', '2026-05-04', false],
      ['enrolled', '2026-09-28', false],
      ['interrupted', '2026-11-02', false],
      ['returned', '2027-09-27', true],
    ]);
  });

  it('a return is no second start, and somebody who left is not expected back', () => {
    const back = learner({
      statusDate: on('2026-11-09'),
      interruptedOn: on('2026-10-12'),
      returnsOn: on('2026-11-09'),
    });
    expect(steps(back, [], today).map(([status]) => status)).toEqual(['enrolled', 'interrupted', 'returned']);
    const left = learner({
      status: 'withdrawn',
      statusDate: on('2026-11-09'),
      withdrawnOn: on('2026-11-09'),
      returnsOn: on('2027-09-27'),
    });
    expect(steps(left, [], today).map(([status]) => status)).toEqual(['enrolled', 'withdrawn']);
  });
});

describe('promised hours by week', () => {
  it('are the agreement’s in every teaching week, and none in a break', () => {
    const weeks = promisedWeeks(learner(), publishedParameters)!;
    expect(weeks).toHaveLength(39);
    expect(weeks.every(({ minutes }) => minutes === 450)).toBe(true);
    expect(weeks.some(({ monday }) => monday === '2026-12-21')).toBe(false);
  });

  it('leave paused time out, and are not known without hours', () => {
    const paused = learner({
      status: 'interrupted',
      interruptedOn: on('2026-10-26'),
      returnsOn: on('2027-02-01'),
    });
    const weeks = promisedWeeks(paused, publishedParameters)!;
    expect(weeks.filter(({ monday }) => monday >= '2026-10-26' && monday < '2027-02-01')).toEqual([]);
    expect(weeks.length).toBeGreaterThan(10);
    expect(promisedWeeks(learner({ weeklyReleaseMinutes: null }), publishedParameters)).toBeNull();
  });
});

describe('what is missing', () => {
  const asked = (change: Parameters<typeof learner>[0]) =>
    missingOf({ learner: learner(change), hoursKnown: false, managerSignedOn: null });

  it('grows with the way gone, and ends with the stage', () => {
    expect(asked({ status: 'interested', feePence: null })).toEqual([]);
    expect(asked({ status: 'applied', feePence: null })).toEqual([
      'hours',
      'supervisor',
      'manager-signature',
    ]);
    expect(asked({ status: 'offered', feePence: null })).toContain('fee');
    expect(asked({ status: 'interrupted' })).toContain('expected-return');
    expect(asked({ status: 'qualified', feePence: null })).toEqual([]);
  });
});
