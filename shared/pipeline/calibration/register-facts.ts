import { addMonthsTo, monthOf, type Month } from '../../calendar/month.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { academicYearOfMonth, firstDayOfAcademicYear } from '../../calendar/years.ts';
import type { Learner } from '../../learners/learner.ts';
import type { DelegationEntry } from '../../research/delegation.ts';
import type { Study } from '../../research/study.ts';

/** When somebody was in post, all assignments together. `to` is the last day; `null` while in post. */
export type PostSpan = {
  readonly personId: string;
  readonly staffGroup: string;
  readonly ageBand: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** What a trust had on record on a day; nothing in it happened after `asAt`. */
export type RegisterFacts = {
  readonly asAt: PlainDate;
  readonly learners: readonly Learner[];
  /** Rows withdrawn because the person left the trust, by learner id. */
  readonly leftTrust: ReadonlySet<string>;
  readonly studies: readonly Pick<Study, 'id' | 'closedOn'>[];
  readonly entries: readonly Pick<
    DelegationEntry,
    'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'
  >[];
  readonly posts: readonly PostSpan[];
  /** Since when leavers would have been seen; `null` when they never were. */
  readonly staffSeenFrom: PlainDate | null;
};

/** The first month that is not history yet: month 0 of a forecast made on the day. */
export function firstMonthAhead(asAt: PlainDate): Month {
  return addMonthsTo(monthOf(asAt), 1);
}

/** The last day in post of somebody who had left by then. */
export function leftOn(post: PostSpan | undefined, asAt: PlainDate): PlainDate | null {
  return post === undefined || post.to === null || post.to > asAt ? null : post.to;
}

/** The first month of the academic year that a month is in: what exposure of that year is dated by. */
export function yearCohort(month: Month): Month {
  return monthOf(firstDayOfAcademicYear(academicYearOfMonth(month)));
}

export function byPerson<T extends { readonly personId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const people = new Map<string, T[]>();
  for (const row of rows) people.set(row.personId, [...(people.get(row.personId) ?? []), row]);
  return people;
}

/** Adds up rows alike in everything but their numbers, in the order of their keys: the order of a register is chance. */
export function added<T extends object>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  add: (a: T, b: T) => T,
): T[] {
  const sums = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = sums.get(key);
    sums.set(key, known === undefined ? row : add(known, row));
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
