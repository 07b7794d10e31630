import type { CohortLaw } from './cohort-spread.ts';
import type { Chance } from './count-distribution.ts';
import type { Profile, Projection } from './evaluate-projection.ts';
import type { PersonSeries } from './role-chain.ts';
import type { Stage } from './projection-inputs.ts';

/** Months a to b − 1. */
export type Window = readonly [from: number, to: number];

/** What a person may gain, once each. `investigator` is the first of Co-I and PI; `award` the first award held. */
export type Gain = 'coi' | 'pi' | 'investigator' | 'award';

const listsOfGain: Record<Gain, readonly ('coi' | 'piFromNone' | 'piFromCoi' | 'firstAward')[]> = {
  coi: ['coi'],
  pi: ['piFromNone', 'piFromCoi'],
  investigator: ['coi', 'piFromNone'],
  award: ['firstAward'],
};

function sumOver(list: Float64Array, [from, to]: Window): number {
  let sum = 0;
  for (let month = from; month < to; month += 1) sum += list[month] ?? 0;
  return sum;
}

/** Rounding may carry a sum of chances past the ends by some 1e-16. */
function asChance(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function gainOf(series: PersonSeries, gain: Gain, window: Window): number {
  return asChance(listsOfGain[gain].reduce((sum, list) => sum + sumOver(series[list], window), 0));
}

/** Of those whose role had lapsed at the start of the window: chance of taking one up again within it. */
function returnsOf({ series, lapsedStay, piReturnMonthly }: Profile, [from, to]: Window): number {
  let waiting = series.lapsed[from] ?? 0;
  let returned = 0;
  for (let month = from; month < to && piReturnMonthly > 0; month += 1) {
    waiting *= lapsedStay[month] ?? 1;
    returned += waiting * piReturnMonthly;
    waiting *= 1 - piReturnMonthly;
  }
  return returned;
}

/** The profile as it would be were everybody in the cohort to complete. */
function ifAllComplete(profile: Profile): Profile | null {
  return profile.cohort === null ? null : { ...profile, series: profile.cohort.ifAll };
}

function chances(projection: Projection, chanceOf: (profile: Profile) => number): Chance[] {
  return projection.profiles.map((profile) => {
    const own = { probability: asChance(chanceOf(profile)), count: profile.count };
    const all = ifAllComplete(profile);
    if (all === null || profile.cohort === null) return own;
    return { ...own, shared: { law: profile.cohort.law, ifAll: asChance(chanceOf(all)) } };
  });
}

/** Each person's chance of the gain within the window. */
export function gainChances(projection: Projection, gain: Gain, window: Window): Chance[] {
  return chances(projection, ({ series }) => gainOf(series, gain, window));
}

/** Each person's chance of being in post when a rotation ends within the window: counted apart from leaving. */
export function rotationChances(projection: Projection, [from, to]: Window): Chance[] {
  return chances(projection, ({ series, leavesIn }) =>
    leavesIn !== null && from <= leavesIn && leavesIn < to ? (series.inPost[leavesIn] ?? 0) : 0,
  );
}

/** Each person's chance of being PI and in post at the end of month `at` − 1. */
export function piChances(projection: Projection, at: number): Chance[] {
  return chances(projection, ({ series }) => series.pi[at] ?? 0);
}

/** Each person's chance of being in post and holding at least this qualification. */
export function qualifiedChances(projection: Projection, at: number, held: Stage): Chance[] {
  return chances(projection, ({ series }) => series.qualified[held - 1]?.[at] ?? 0);
}

/** Each person's chance of having lapsed before the window and of being PI again at some point of it. */
export function piReturnChances(projection: Projection, window: Window): Chance[] {
  return chances(projection, (profile) => returnsOf(profile, window));
}

/**
 * Each person's chance of being lost as PI over the window: PI at its start or at some point of it, and not PI at its
 * end, for whatever reason. A role given up and taken up again within the window is no loss. So, in expectation,
 * stock at the end = stock at the start + gained + returned − lost; and a person is lost at most once a window, which
 * makes the count exact also where roles return.
 */
export function piLossChances(projection: Projection, [from, to]: Window): Chance[] {
  return chances(projection, (profile) => {
    const before = profile.series.pi[from] ?? 0;
    const joined = gainOf(profile.series, 'pi', [from, to]) + returnsOf(profile, [from, to]);
    return before + joined - (profile.series.pi[to] ?? 0);
  });
}

/** Chances of one person over two windows, which may share months: gained in the first, the second, in both. */
export type PairChance = {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly count: number;
  /** The three where everybody in the cohort completes. */
  readonly shared?:
    | { readonly law: CohortLaw; readonly first: number; readonly second: number; readonly both: number }
    | undefined;
};

export function gainPairChances(
  projection: Projection,
  gain: Gain,
  window: Window,
  window2: Window,
): PairChance[] {
  const from = Math.max(window[0], window2[0]);
  const shared: Window = [from, Math.max(from, Math.min(window[1], window2[1]))];
  const three = (series: PersonSeries) => ({
    first: gainOf(series, gain, window),
    second: gainOf(series, gain, window2),
    both: gainOf(series, gain, shared),
  });
  return projection.profiles.map(({ series, count, cohort }) =>
    cohort === null
      ? { ...three(series), count }
      : { ...three(series), count, shared: { law: cohort.law, ...three(cohort.ifAll) } },
  );
}
