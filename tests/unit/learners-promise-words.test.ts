import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { WeekOfPromise } from '../../shared/scenario/promise-kept.ts';
import { pageOf } from '../../client/components/paging.ts';
import { keptInWords, keptToManyInWords } from '../../client/format/promise.ts';
import { promiseChart, weekFirst, weeksToRecord } from '../../client/learners/promise-view.ts';

const week = (monday: string, change: Partial<WeekOfPromise> = {}): WeekOfPromise => ({
  monday: asPlainDate(monday),
  kind: 'passed',
  promised: 450,
  taken: null,
  ...change,
});
const typed = (minutes: number) => ({ minutes, source: 'typed', version: 1 }) as const;

describe('the promise kept in words', () => {
  const kept = { weeksPassed: 8, weeksRecorded: 7, promised: 3_150, taken: 2_900 };

  it('says the share, the hours, and how many weeks are in neither sum', () => {
    expect(keptInWords(kept)).toBe(
      'Promise kept: 92%, 48.3 of 52.5 hours in 7 recorded weeks. 1 week that passed is not recorded and in neither sum.',
    );
    expect(keptInWords({ ...kept, weeksRecorded: 8 })).toContain('All that have passed are recorded.');
  });

  it('is not known while nothing is recorded, which is not the same as nothing taken', () => {
    const none = { ...kept, weeksRecorded: 0, promised: 0, taken: 0 };
    expect(keptInWords(none)).toBe(
      'Promise kept: not known. 8 promised weeks have passed and none is recorded.',
    );
    expect(keptInWords({ ...kept, taken: 0 })).toContain('Promise kept: 0%');
    expect(keptInWords({ ...none, weeksPassed: 0 })).toContain('not known yet');
  });

  it('to several learners says for how many of them weeks are recorded', () => {
    expect(keptToManyInWords({ ...kept, learners: 12, learnersRecorded: 3 })).toBe(
      'Promise kept: 92%, 48.3 of 52.5 hours in 7 recorded weeks; weeks are recorded for 3 of 12 learners.',
    );
    const nobody = { ...kept, learners: 2, learnersRecorded: 0, weeksRecorded: 0, promised: 0, taken: 0 };
    expect(keptToManyInWords(nobody)).toContain('No week is recorded for any of 2 learners');
  });
});

describe('the chart of promised and taken', () => {
  it('has columns as high as the promise, or as what was taken where that is more', () => {
    const model = promiseChart([
      week('2026-10-05', { taken: typed(180) }),
      week('2026-10-12', { taken: typed(600) }),
      week('2026-10-19'),
      week('2026-11-23', { kind: 'not-yet' }),
      week('2026-12-28', { kind: 'break', promised: 0 }),
    ]);
    expect(model?.columns.map(({ values }) => values)).toEqual([
      [3, 0, 4.5],
      [10, 0, 0],
      [0, 7.5, 0],
      [0, 7.5, 0],
      [0, 0, 0],
    ]);
    expect(promiseChart([])).toBeNull();
  });
});

describe('the week to type first', () => {
  it('is the latest that passed and is not recorded, of the weeks that have begun', () => {
    const weeks = [
      week('2026-10-05', { taken: typed(450) }),
      week('2026-10-12'),
      week('2026-10-19'),
      week('2026-11-16', { kind: 'not-yet' }),
      week('2026-11-23', { kind: 'not-yet' }),
    ];
    const shown = weeksToRecord(weeks, asPlainDate('2026-11-20'));
    expect(shown.map(({ monday }) => monday)).toEqual([
      '2026-11-16',
      '2026-10-19',
      '2026-10-12',
      '2026-10-05',
    ]);
    expect(weekFirst(shown)?.monday).toBe('2026-10-19');
    expect(weekFirst([])).toBeUndefined();
  });
});

describe('a page of rows', () => {
  it('holds so many rows, the last the rest, and never points behind the end', () => {
    const rows = Array.from({ length: 120 }, (_, index) => index);
    expect(pageOf(rows, 50, 2)).toMatchObject({ page: 2, pages: 3, first: 101, last: 120, total: 120 });
    expect(pageOf(rows.slice(0, 60), 50, 2)).toMatchObject({ page: 1, first: 51, last: 60 });
    expect(pageOf(rows, Infinity, 0).rows).toBe(rows);
    expect(pageOf([], 50, 3)).toMatchObject({ page: 0, pages: 1, rows: [] });
  });
});
