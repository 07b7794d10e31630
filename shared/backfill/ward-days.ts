import type { Weekday } from '../calendar/plain-date.ts';
import { isRoster } from '../release/pattern-weeks.ts';
import type { CoveredWeek } from './covered-weeks.ts';
import { filledOfPart } from './cover-week.ts';
import { countShort, judge, threeStates } from './judge.ts';
import { minutesOfDays } from './plan-weeks.ts';
import type { WardDay, WardDays } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Days with a planned minimum: a ward has seven, a clinic open Monday to Friday five. */
function openDays(minimums: readonly number[]): number {
  return minimums.filter((minutes) => minutes > 0).length;
}

/**
 * One day against its minimum, exact in minute·bp × open days: a week's staff lie equally on the days the team is
 * open, and the week's gap and need on its release days by cumulative flooring.
 */
function judgeDay(inputs: WardInputs, covered: CoveredWeek, weekday: Weekday, open: number): WardDay | null {
  const minimum = inputs.plannedMinimumByWeekday?.[weekday - 1] ?? 0;
  if (minimum === 0 || covered.available === null) return null;
  const { week, cover, fills, available, deviation } = covered;
  const part = { from: weekday - 1, to: weekday };
  const ofDay = (minutes: number): number => minutesOfDays(week, minutes, part);
  const [gap, need] = [ofDay(cover.gap), ofDay(cover.need)];
  const filled = filledOfPart(week, fills, part);
  const states = threeStates(available.withoutRelease, gap * 10_000 * open, filled * open);
  const judgement = judge(states, minimum * 10_000 * open, deviation, open);
  return {
    date: week.days[weekday - 1] ?? week.monday,
    weekday,
    released: ofDay(week.released),
    gap,
    need,
    judgement,
  };
}

/**
 * The three counts by day, where the team entered minimums by weekday; `null` otherwise, since without them no
 * advice on weekdays is given. Days without a minimum are not judged.
 */
export function wardDays(inputs: WardInputs, weeks: readonly CoveredWeek[]): WardDays | null {
  const minimums = inputs.plannedMinimumByWeekday;
  if (minimums === undefined || inputs.contractedMinutes === null || inputs.unavailabilityBp === null)
    return null;
  const open = openDays(minimums);
  const judged = weeks.flatMap((week) =>
    weekdays.map((weekday) => judgeDay(inputs, week, weekday, open)).filter((day) => day !== null),
  );
  return {
    days: judged.filter(
      ({ released, judgement }) => released > 0 || judgement.standing !== 'kept' || judgement.close,
    ),
    short: countShort(judged, ({ date }) => date),
    hasReleaseWithoutWeekday: inputs.learners.some((learner) => !isRoster(learner)),
  };
}
