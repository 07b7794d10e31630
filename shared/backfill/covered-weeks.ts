import { coverOf, type WeekCover } from './cover-week.ts';
import { availabilityOf, judge, threeStates } from './judge.ts';
import type { PlanWeek } from './plan-weeks.ts';
import type { Judgement, MinuteBp, ThreeStates } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';
import { isFilledAlike, type RungFill } from './ward-ladder.ts';

/** A planned week with its cover and how it stands. */
export type CoveredWeek = {
  readonly week: PlanWeek;
  readonly cover: WeekCover;
  readonly fills: readonly RungFill[];
  readonly available: ThreeStates<MinuteBp> | null;
  /** Standard deviation of what is available. */
  readonly deviation: MinuteBp;
  readonly judgement: Judgement | null;
};

type Standing = Pick<CoveredWeek, 'available' | 'deviation' | 'judgement'>;

function standingOf(inputs: WardInputs, month: number, { gap, filled }: WeekCover): Standing {
  const availability = availabilityOf(inputs, month);
  if (availability === null) return { available: null, deviation: 0, judgement: null };
  const { withoutRelease, deviation } = availability;
  const available = threeStates(withoutRelease, gap * 10_000, filled);
  const minimum = inputs.plannedMinimumMinutes;
  const judgement = minimum === null ? null : judge(available, minimum * 10_000, deviation);
  return { available, deviation, judgement };
}

/** How weeks stand, by month and gap: those that are alike, most of a course's, share the answer of the first. */
type Known = Map<number, { readonly filled: MinuteBp; readonly standing: Standing }>;

function knownStanding(known: Known, inputs: WardInputs, month: number, cover: WeekCover): Standing {
  const key = cover.gap * 12 + month - 1;
  const before = known.get(key);
  if (before?.filled === cover.filled) return before.standing;
  const standing = standingOf(inputs, month, cover);
  known.set(key, { filled: cover.filled, standing });
  return standing;
}

/** Whether a week has the release of the one before, and what fills it: most of a course's weeks do. */
function isAlike(inputs: WardInputs, before: PlanWeek, week: PlanWeek): boolean {
  return (
    week.released === before.released &&
    week.kept.numerator === before.kept.numerator &&
    week.kept.denominator === before.kept.denominator &&
    isFilledAlike(inputs, before.monday, week.monday)
  );
}

/** Cover and standing of every week, without prices. @throws ModelError `parameter-missing` without unavailability. */
export function coverWeeks(inputs: WardInputs, plan: readonly PlanWeek[]): CoveredWeek[] {
  const known: Known = new Map();
  let last: CoveredWeek | null = null;
  return plan.map((week) => {
    const { cover, fills } = last !== null && isAlike(inputs, last.week, week) ? last : coverOf(inputs, week);
    const { available, deviation, judgement } = knownStanding(known, inputs, week.month, cover);
    last = { week, cover, fills, available, deviation, judgement };
    return last;
  });
}

export function isShortAfterCover({ judgement }: CoveredWeek): boolean {
  return judgement?.standing === 'short-after-cover';
}
