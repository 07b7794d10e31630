import { monthOf, monthsBetween, type Month } from '../../calendar/month.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { power } from './conjugate.ts';
import type { Spell, Taken } from './trust-history.ts';

/** `fade`: what history a year older counts for. */
export type UpdateSettings = { readonly asAt: PlainDate; readonly fade: number };

/** What a cohort counts for. */
export type Weighing = (cohort: Month) => number;

/** fade ^ whole years of age. */
export function weighing({ asAt, fade }: UpdateSettings): Weighing {
  return (cohort) => power(fade, Math.max(0, Math.floor(monthsBetween(cohort, monthOf(asAt)) / 12)));
}

/** What a trust recorded, and what it counts for with old cohorts faded. */
export type Sums = {
  readonly yours: number;
  readonly weighted: number;
  readonly events: number;
  readonly weightedEvents: number;
};

/** `of` gives the size of a row, its events, and how strongly its size counts. */
export function sumsOf<Row extends { readonly cohort: Month }>(
  rows: readonly Row[],
  weightOf: Weighing,
  of: (row: Row) => readonly [size: number, events: number, effect?: number],
): Sums {
  let [yours, weighted, events, weightedEvents] = [0, 0, 0, 0];
  for (const row of rows) {
    const [size, count, effect = 1] = of(row);
    const weight = weightOf(row.cohort);
    yours += size;
    weighted += weight * effect * size;
    events += count;
    weightedEvents += weight * count;
  }
  return { yours, weighted, events, weightedEvents };
}

export function takenSums(rows: readonly Taken[], weightOf: Weighing): Sums {
  return sumsOf(rows, weightOf, ({ chances, taken }) => [chances, taken]);
}

/** Somebody who is lost within a year was at risk for half of it, so a year at risk is one of exposure and half an event. */
export function yearSums(rows: readonly Spell[], weightOf: Weighing): Sums {
  return sumsOf(rows, weightOf, ({ months, events }) => [months / 12 + events / 2, events]);
}
