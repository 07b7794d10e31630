import type { Learner } from '../learners/learner.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { releaseByWeek } from '../release/pattern-weeks.ts';
import type { ReleasedWeek } from '../release/released-time.ts';
import { learnerPatterns } from './learner-patterns.ts';

/**
 * The minutes one learner is promised, week by week in order; paused time and breaks are not in it. `null` is a promise
 * without hours.
 *
 * @throws ModelError 'parameter-missing' as `learnerPatterns`.
 */
export function promisedWeeks(learner: Learner, set: ParameterSet): readonly ReleasedWeek[] | null {
  const patterns = learnerPatterns(learner, set);
  if (patterns === null) return null;
  const byMonday = new Map<ReleasedWeek['monday'], number>();
  for (const { monday, minutes } of patterns.flatMap(releaseByWeek)) {
    byMonday.set(monday, (byMonday.get(monday) ?? 0) + minutes);
  }
  return [...byMonday]
    .filter(([, minutes]) => minutes > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, minutes]) => ({ monday, minutes }));
}
