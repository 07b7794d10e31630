import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { WeekKind, WeekOfPromise } from '../../shared/scenario/promise-kept.ts';
import { columnsModel, type ColumnsModel } from '../charts/columns.ts';
import { monthTicks } from '../charts/ticks.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';

export const weekKindNames: Readonly<Record<WeekKind, string>> = {
  passed: 'Promised',
  'not-yet': 'Not yet',
  break: 'Break',
  paused: 'Paused',
  outside: 'Outside the promise',
};

const series = ['Taken', 'Promised, not recorded or not yet', 'Promised, not taken'] as const;

/** A week of 7.5 hours promised and 3 taken is 3 and 4.5: the column is as high as the promise, or what was taken. */
function valuesOf({ promised, taken }: WeekOfPromise): readonly number[] {
  if (taken === null) return [0, promised, 0];
  return [taken.minutes, 0, Math.max(0, promised - taken.minutes)];
}

/** Promised and taken hours by week; `null` where there is no week. */
export function promiseChart(weeks: readonly WeekOfPromise[]): ColumnsModel | null {
  if (weeks.length === 0) return null;
  return columnsModel({
    caption: 'Hours promised and taken by week',
    columnLabel: 'Week of',
    series,
    columns: weeks.map((week) => ({
      label: longDate(week.monday),
      values: valuesOf(week).map((minutes) => minutes / 60),
    })),
    months: monthTicks(weeks.map(({ monday }) => monday)),
    format: (value) => `${formatNumber(value, 1)} hours`,
    bare: (value) => Number(value.toFixed(4)),
  });
}

/** Weeks whose hours can be typed: begun, newest first. */
export function weeksToRecord(weeks: readonly WeekOfPromise[], today: PlainDate): readonly WeekOfPromise[] {
  return weeks.filter(({ monday }) => monday <= today).toReversed();
}

/** The week to type first, of weeks from the newest on: the latest that passed and is not recorded, else the newest. */
export function weekFirst(weeks: readonly WeekOfPromise[]): WeekOfPromise | undefined {
  return weeks.find(({ kind, taken }) => kind === 'passed' && taken === null) ?? weeks[0];
}
