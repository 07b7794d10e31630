import { patternWeeks } from '../release/pattern-weeks.ts';
import { dayNumberOf } from '../calendar/plain-date.ts';
import { coverWeeks, isShortAfterCover, type CoveredWeek } from './covered-weeks.ts';
import { isJudged } from './judge.ts';
import { planWeeks } from './plan-weeks.ts';
import type { MinuteBp } from './ward-answer.ts';
import type { WardInputs, WardLearner } from './ward-inputs.ts';

/**
 * The most learners of one kind that leave every week kept after cover, and by how much the tightest week with
 * their release is kept. Weeks short with no release at all are left out, as they are whatever we do.
 */
export type WardLimit =
  | { readonly kind: 'limit'; readonly most: number; readonly slack: MinuteBp }
  /** Cover keeps every week however many go, up to all the time the team has. */
  | { readonly kind: 'no-limit' }
  /** A week is short because of the other learners, even with none of these. */
  | { readonly kind: 'never' }
  /** The planned minimum or unavailability is not known. */
  | { readonly kind: 'not-known' };

function withCount(inputs: WardInputs, learnerIndex: number, count: number): WardInputs {
  const learners = inputs.learners.map((learner, index) =>
    index === learnerIndex ? { ...learner, count } : learner,
  );
  return { ...inputs, learners };
}

function weeksWith(inputs: WardInputs, learnerIndex: number, count: number): CoveredWeek[] {
  const asked = withCount(inputs, learnerIndex, count);
  return coverWeeks(asked, planWeeks(asked));
}

/** The count at which the heaviest week takes all contracted time. */
function everybody(contractedMinutes: number, learner: WardLearner): number {
  const heaviest = patternWeeks(learner).reduce((most, week) => Math.max(most, week.minutes), 0);
  return heaviest === 0 ? 0 : Math.ceil(contractedMinutes / heaviest);
}

function slackOf(weeks: readonly CoveredWeek[], learner: WardLearner): MinuteBp {
  const ownWeeks = new Set(patternWeeks(learner).map((week) => week.mondayNumber));
  const margins = weeks.flatMap(({ week, judgement }) =>
    judgement === null ||
    judgement.standing === 'short-without-release' ||
    !ownWeeks.has(dayNumberOf(week.monday))
      ? []
      : [judgement.margin.afterCover],
  );
  return Math.min(...margins);
}

/**
 * How many of the learners at `learnerIndex` the ward can release with every week kept after cover ("10 is the most
 * this ward can release with every week kept, by 0.2 hours"). Judged by week.
 */
export function wardLimit(inputs: WardInputs, learnerIndex: number): WardLimit {
  const learner = inputs.learners[learnerIndex];
  if (learner === undefined) throw new RangeError('wardLimit: no learner at this place');
  const { contractedMinutes } = inputs;
  if (contractedMinutes === null || !isJudged(inputs)) return { kind: 'not-known' };
  const isKept = (count: number): boolean => !weeksWith(inputs, learnerIndex, count).some(isShortAfterCover);
  if (!isKept(0)) return { kind: 'never' };
  let [kept, short] = [0, everybody(contractedMinutes, learner)];
  if (isKept(short)) return { kind: 'no-limit' };
  while (short - kept > 1) {
    const middle = Math.floor((kept + short) / 2);
    if (isKept(middle)) kept = middle;
    else short = middle;
  }
  return { kind: 'limit', most: kept, slack: slackOf(weeksWith(inputs, learnerIndex, kept), learner) };
}
