import { halfUp } from '../../shared/core/rounding.ts';
import { keptShare, type PromiseKept, type PromiseKeptOfMany } from '../../shared/scenario/promise-kept.ts';
import { hours } from './hours.ts';
import { formatNumber, plural } from './numbers.ts';
import { percent } from './shares.ts';

function hoursOfHours({ taken, promised }: Pick<PromiseKept, 'taken' | 'promised'>): string {
  return `${hours(taken)} of ${hours(promised)} hours`;
}

/** The share of the employer's promise, as a figure; "not known" while no week is recorded. */
export function keptFigure(kept: PromiseKept): string {
  const share = keptShare(kept);
  return share === null ? 'Not known' : percent(halfUp(share, 100) * 100);
}

/** "Promise kept: 92%, 45 of 49 hours in 7 recorded weeks of the 8 that have passed." */
export function keptInWords(kept: PromiseKept): string {
  const { weeksPassed, weeksRecorded } = kept;
  if (weeksPassed === 0) return 'Promise kept: not known yet, no promised week has passed.';
  if (weeksRecorded === 0)
    return `Promise kept: not known. ${plural(weeksPassed, 'promised week has', 'promised weeks have')} passed and none is recorded.`;
  const rest =
    weeksRecorded === weeksPassed
      ? 'All that have passed are recorded.'
      : `${plural(weeksPassed - weeksRecorded, 'week')} that passed ${weeksPassed - weeksRecorded === 1 ? 'is' : 'are'} not recorded and in neither sum.`;
  return `Promise kept: ${keptFigure(kept)}, ${hoursOfHours(kept)} in ${plural(weeksRecorded, 'recorded week')}. ${rest}`;
}

/** The same for several learners: "Promise kept: 92%, 45 of 49 hours; weeks are recorded for 3 of 12 learners." */
export function keptToManyInWords(kept: PromiseKeptOfMany): string {
  const { learners, learnersRecorded, weeksRecorded } = kept;
  if (learners === 0) return 'Promise kept: not known yet, no promised week has passed.';
  if (weeksRecorded === 0)
    return `Promise kept: not known. No week is recorded for any of ${plural(learners, 'learner')} with a promised week behind them.`;
  return `Promise kept: ${keptFigure(kept)}, ${hoursOfHours(kept)} in ${plural(weeksRecorded, 'recorded week')}; weeks are recorded for ${formatNumber(learnersRecorded)} of ${plural(learners, 'learner')}.`;
}
