import { describe, expect, it } from 'vitest';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { HoursTaken } from '../../shared/learners/hours-taken.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import {
  keptShare,
  promiseKept,
  promiseKeptToAll,
  weeksOfPromise,
} from '../../shared/scenario/promise-kept.ts';
import { learner } from '../support/learners.ts';

const today = asPlainDate('2026-11-20');

const taken = (week: string, minutes: number): HoursTaken => ({
  id: week,
  learnerId: 'learner-1',
  week: asPlainDate(week),
  minutes,
  source: 'typed',
  version: 1,
});

const weeksOf = (change: Partial<Learner> = {}, recorded: readonly HoursTaken[] = [], on = today) =>
  weeksOfPromise(learner(change), recorded, on, publishedParameters);
const kindsOn = (weeks: ReturnType<typeof weeksOf>, monday: string) =>
  weeks.find((week) => week.monday === monday)?.kind;
const kept = (...asked: Parameters<typeof weeksOf>) => promiseKept(weeksOf(...asked));
const day = (text: string): PlainDate => asPlainDate(text);

describe('the promise kept', () => {
  it('is taken over promised in the weeks that have passed and are recorded, and in no other', () => {
    // 28 September to 15 November 2026: seven weeks have passed; the week of 16 November is still running.
    const recorded = [taken('2026-09-28', 450), taken('2026-10-05', 0), taken('2026-11-16', 450)];
    expect(kept({}, recorded)).toEqual({ weeksPassed: 7, weeksRecorded: 2, promised: 900, taken: 450 });
    expect(keptShare(kept({}, recorded))).toBe(5_000);
  });

  it('of weeks that nobody recorded is not known, never nothing', () => {
    expect(kept()).toMatchObject({ weeksPassed: 7, weeksRecorded: 0 });
    expect(keptShare(kept())).toBeNull();
    expect(keptShare(kept({}, [taken('2026-09-28', 0)]))).toBe(0);
  });

  it('is above the whole where more was taken than promised: a lost day was made up', () => {
    expect(keptShare(kept({}, [taken('2026-09-28', 900)]))).toBe(20_000);
  });

  it('leaves a pause out, from the week it starts to the week of the return', () => {
    const away = {
      status: 'interrupted',
      interruptedOn: day('2026-10-14'),
      returnsOn: day('2027-03-01'),
    } as const;
    const weeks = weeksOf(away, [taken('2026-10-19', 450)]);
    expect(kindsOn(weeks, '2026-10-05')).toBe('passed');
    expect(kindsOn(weeks, '2026-10-12')).toBe('paused');
    expect(kindsOn(weeks, '2027-02-22')).toBe('paused');
    expect(kindsOn(weeks, '2027-03-01')).toBe('not-yet');
    expect(promiseKept(weeks)).toEqual({ weeksPassed: 2, weeksRecorded: 0, promised: 0, taken: 0 });
  });

  it('counts somebody still away after the expected day of return as away', () => {
    const late = {
      status: 'interrupted',
      interruptedOn: day('2026-10-12'),
      returnsOn: day('2026-11-02'),
    } as const;
    expect(kindsOn(weeksOf(late), '2026-11-09')).toBe('paused');
    expect(kindsOn(weeksOf({ ...late, status: 'enrolled' }), '2026-11-09')).toBe('passed');
  });

  it('keeps breaks apart, and shows hours recorded in one', () => {
    const weeks = weeksOf({}, [taken('2026-12-28', 60)], day('2027-03-01'));
    expect(weeks.find(({ monday }) => monday === '2026-12-28')).toEqual({
      monday: '2026-12-28',
      kind: 'break',
      promised: 0,
      taken: { minutes: 60, source: 'typed', version: 1 },
    });
    expect(promiseKept(weeks).weeksRecorded).toBe(0);
  });

  it('begins with the course: a place offered promises nothing yet', () => {
    const offered = weeksOf({ status: 'offered', startedOn: null });
    expect(new Set(offered.map(({ kind }) => kind))).toEqual(new Set(['not-yet', 'break']));
    expect(weeksOf({ startedOn: day('2026-10-12') })[0]?.monday).toBe('2026-10-12');
  });

  it('does not go with an award or a withdrawal', () => {
    const left = weeksOf({ status: 'withdrawn', withdrawnOn: day('2026-10-14') });
    expect(left.map(({ monday }) => monday)).toEqual(['2026-09-28', '2026-10-05']);
    const awarded = weeksOf({ status: 'qualified', qualifiedOn: day('2027-07-20') }, [], day('2028-01-10'));
    expect(awarded.filter(({ kind }) => kind === 'passed').length).toBe(
      weeksOf({}, [], day('2028-01-10')).filter(
        ({ kind, monday }) => kind === 'passed' && monday < '2027-07-19',
      ).length,
    );
    expect(weeksOf({ status: 'interested', startedOn: null })).toEqual([]);
  });

  it('shows hours recorded outside the course, and without a promise, and counts neither', () => {
    expect(kindsOn(weeksOf({}, [taken('2026-08-03', 450)]), '2026-08-03')).toBe('outside');
    const without = {
      route: 'associate-pi',
      stage: 'none',
      university: 'none',
      weeklyReleaseMinutes: null,
    } as const;
    expect(weeksOf(without, [taken('2026-10-05', 60)])).toMatchObject([{ kind: 'outside', promised: 0 }]);
  });

  it('to several learners adds minutes, never shares, and leaves out who has no week passed or is off the course', () => {
    const rows = [
      learner({ id: 'a' }),
      learner({ id: 'b', weeklyReleaseMinutes: 900 }),
      learner({ id: 'c', status: 'offered', startedOn: null }),
      learner({ id: 'd', status: 'qualified', qualifiedOn: day('2026-11-02') }),
    ];
    const recorded = new Map([
      ['a', [taken('2026-10-05', 450)]],
      ['b', []],
    ]);
    expect(promiseKeptToAll(rows, recorded, today, publishedParameters)).toEqual({
      learners: 2,
      learnersRecorded: 1,
      weeksPassed: 14,
      weeksRecorded: 1,
      promised: 450,
      taken: 450,
    });
  });
});
