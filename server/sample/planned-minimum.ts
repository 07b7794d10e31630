import type { Cover } from './organisation.ts';
import type { Random } from './random.ts';

/** What a planned minimum is set against: minutes a week. */
export type Supply = {
  readonly contracted: number;
  readonly temporaryCover: number;
  readonly unavailabilityBp: readonly number[];
  readonly fillBp: number;
  /** Released beyond headroom in a week of the present courses. */
  readonly gap: number;
  /** Usual length of a shift. */
  readonly shift: number;
};

/** Minutes a week: a multiple of whole shifts where the team has room, to the half hour where it is tight. */
export type Minimum = { readonly weekly: number; readonly byWeekday: readonly number[] | null };

function available(supply: Supply, shareBp: number): number {
  return Math.floor((supply.contracted * (10_000 - shareBp)) / 10_000) + supply.temporaryCover;
}

function halfHours(minutes: number): number {
  return Math.round(minutes / 30) * 30;
}

/** The shares of a team's two worst levels of absence, the worst first. */
function worstShares({ unavailabilityBp }: Supply): readonly [number, number] {
  const [worst = 0, next = worst] = [...new Set(unavailabilityBp)].sort((a, b) => b - a);
  return [worst, next];
}

/** Below the line in the worst month with nobody away on study, above it in every other. */
function shortAnyway(supply: Supply): number {
  const [worst, next] = worstShares(supply);
  return halfHours(0.6 * available(supply, worst) + 0.4 * available(supply, next));
}

/** Room that the release of the present learners uses up in part: `share` of their gap is left in the worst month. */
function tight(supply: Supply, share: number): number {
  return halfHours(available(supply, worstShares(supply)[0]) - share * supply.gap);
}

/** 5 to 12% to spare in the worst month, beyond what present learners take. */
function comfortable(supply: Supply, random: Random): number {
  const worst = available(supply, worstShares(supply)[0]);
  const spare = Math.max((worst * random.whole(5, 12)) / 100, supply.gap + 12 * 60);
  return Math.floor((worst - spare) / supply.shift) * supply.shift;
}

/** The same shifts each day and one fewer at the weekend, within the weekly line. */
function byWeekday(weekly: number, shift: number): Minimum {
  const shifts = Math.floor(weekly / shift / 7);
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => (day > 5 ? shifts - 1 : shifts) * shift);
  return { weekly: days.reduce((sum, day) => sum + day, 0), byWeekday: days };
}

/** The planned minimum of a team that is to run as `cover` says; `null` where none is known or kept. */
export function plannedMinimum(
  cover: Cover,
  supply: Supply,
  facts: { readonly daily: boolean },
  random: Random,
): Minimum | null {
  switch (cover) {
    case 'none':
    case 'not-known':
      return null;
    case 'short-anyway':
      return { weekly: shortAnyway(supply), byWeekday: null };
    case 'newly-short':
      return { weekly: tight(supply, 0.5), byWeekday: null };
    case 'short-after-cover':
      return { weekly: tight(supply, (0.45 * (10_000 - supply.fillBp)) / 10_000), byWeekday: null };
    case 'comfortable': {
      const weekly = comfortable(supply, random);
      return facts.daily ? byWeekday(weekly, supply.shift) : { weekly, byWeekday: null };
    }
  }
}
