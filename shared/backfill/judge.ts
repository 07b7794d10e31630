import { ModelError } from '../core/errors.ts';
import { normalCdf } from '../core/normal.ts';
import type { Judgement, MinuteBp, ShortCounts, Standing, ThreeStates } from './ward-answer.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { WardInputs } from './ward-inputs.ts';

/** A week that is kept is still named "close" from this chance of being short. */
const closeChance = 0.25;

/** What a team has in a week with no release, and the standard deviation of it; minutes × 10 000. */
export type Availability = { readonly withoutRelease: MinuteBp; readonly deviation: MinuteBp };

/**
 * Contracted × (1 − unavailability of the Monday's month) + usual temporary cover; `null` while contracted time or
 * unavailability is not known.
 *
 * @throws ModelError `parameter-missing` when the month has no share.
 */
export function availabilityOf(inputs: WardInputs, month: number): Availability | null {
  const { contractedMinutes, unavailabilityBp } = inputs;
  if (contractedMinutes === null || unavailabilityBp === null) return null;
  const share = unavailabilityBp[month];
  if (share === undefined) {
    throw new ModelError(
      'parameter-missing',
      `No unavailability for month ${month}.`,
      `/unavailability_bp/${month}`,
    );
  }
  return {
    withoutRelease: contractedMinutes * (10_000 - share) + inputs.temporaryCoverMinutes * 10_000,
    deviation: contractedMinutes * inputs.unavailabilitySdBp,
  };
}

/** Whether weeks can be judged at all. */
export function isJudged(inputs: WardInputs): boolean {
  const { contractedMinutes, unavailabilityBp, plannedMinimumMinutes } = inputs;
  return contractedMinutes !== null && unavailabilityBp !== null && plannedMinimumMinutes !== null;
}

/** All three states, given what there is with no release: the gap goes, then the filled time comes. */
export function threeStates(withoutRelease: number, gap: number, filled: number): ThreeStates<number> {
  const beforeCover = withoutRelease - gap;
  return { withoutRelease, beforeCover, afterCover: beforeCover + filled };
}

function mapStates<A, B>(states: ThreeStates<A>, change: (value: A) => B): ThreeStates<B> {
  return {
    withoutRelease: change(states.withoutRelease),
    beforeCover: change(states.beforeCover),
    afterCover: change(states.afterCover),
  };
}

/** Weeks short with no release at all are that and nothing else; a shortage because of release is covered or not. */
function standingOf(margin: ThreeStates<number>): Standing {
  if (margin.withoutRelease < 0) return 'short-without-release';
  if (margin.afterCover < 0) return 'short-after-cover';
  return margin.beforeCover < 0 ? 'covered' : 'kept';
}

/** Normal chance that unavailability takes what there is below the minimum; without spread, 0 or 1. */
function chanceOf(margin: number, deviation: number): number {
  if (deviation === 0) return margin < 0 ? 1 : 0;
  return normalCdf(-margin / deviation);
}

/** Chances of the three states; a week without release has one state, and it is worked out once. */
function chancesOf(margin: ThreeStates<number>, deviation: number): ThreeStates<number> {
  const withoutRelease = chanceOf(margin.withoutRelease, deviation);
  const sameBefore = margin.beforeCover === margin.withoutRelease;
  const beforeCover = sameBefore ? withoutRelease : chanceOf(margin.beforeCover, deviation);
  const sameAfter = margin.afterCover === margin.beforeCover;
  return {
    withoutRelease,
    beforeCover,
    afterCover: sameAfter ? beforeCover : chanceOf(margin.afterCover, deviation),
  };
}

/**
 * Compares availability with the minimum, exactly: both in whole units of `scale` to the minute·bp.
 *
 * `deviation` is the standard deviation of availability in the same units.
 */
export function judge(
  available: ThreeStates<number>,
  minimum: number,
  deviation: number,
  scale = 1,
): Judgement {
  const exact = mapStates(available, (value) => value - minimum);
  const standing = standingOf(exact);
  const chanceShort = chancesOf(exact, deviation);
  const short = standing === 'short-without-release' || standing === 'short-after-cover';
  return {
    standing,
    close: !short && chanceShort.afterCover >= closeChance,
    margin: scale === 1 ? exact : mapStates(exact, (value) => value / scale),
    chanceShort,
  };
}

/** The three counts and the close ones, in date order, of weeks or days that could be judged. */
export function countShort<T extends { readonly judgement: Judgement | null }>(
  judged: readonly T[],
  dateOf: (one: T) => PlainDate,
): ShortCounts {
  const datesOf = (wanted: (judgement: Judgement) => boolean): PlainDate[] =>
    judged.filter(({ judgement }) => judgement !== null && wanted(judgement)).map(dateOf);
  return {
    withoutRelease: datesOf(({ standing }) => standing === 'short-without-release'),
    newlyShort: datesOf(({ standing }) => standing === 'covered' || standing === 'short-after-cover'),
    afterCover: datesOf(({ standing }) => standing === 'short-after-cover'),
    close: datesOf(({ close }) => close),
  };
}
