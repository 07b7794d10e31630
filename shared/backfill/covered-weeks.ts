import { coverOf, type WeekCover } from './cover-week.ts';
import { availabilityOf, judge, threeStates } from './judge.ts';
import type { PlanWeek } from './plan-weeks.ts';
import type { Judgement, MinuteBp, ThreeStates } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';
import type { RungFill } from './ward-ladder.ts';

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

function coverWeek(inputs: WardInputs, week: PlanWeek): CoveredWeek {
  const { cover, fills } = coverOf(inputs, week);
  const availability = availabilityOf(inputs, week.month);
  if (availability === null) return { week, cover, fills, available: null, deviation: 0, judgement: null };
  const { withoutRelease, deviation } = availability;
  const available = threeStates(withoutRelease, cover.gap * 10_000, cover.filled);
  const minimum = inputs.plannedMinimumMinutes;
  const judgement = minimum === null ? null : judge(available, minimum * 10_000, deviation);
  return { week, cover, fills, available, deviation, judgement };
}

/** Cover and standing of every week, without prices. @throws ModelError `parameter-missing` without unavailability. */
export function coverWeeks(inputs: WardInputs, plan: readonly PlanWeek[]): CoveredWeek[] {
  return plan.map((week) => coverWeek(inputs, week));
}

export function isShortAfterCover({ judgement }: CoveredWeek): boolean {
  return judgement?.standing === 'short-after-cover';
}
