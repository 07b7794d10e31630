import type { ParameterSet } from '../parameters/types.ts';
import { releaseMinutesOf } from '../programmes/release-minutes.ts';
import type { Learner } from './learner.ts';

/** Whether somebody has said how much time is released: the agreement by days, week or total, or the university. */
export function hoursKnown(learner: Learner, set: ParameterSet): boolean {
  const { releaseDays, weeklyReleaseMinutes, statedReleaseMinutes, university, stage } = learner;
  if (releaseDays !== null && releaseDays.length > 0) return true;
  if (weeklyReleaseMinutes !== null || statedReleaseMinutes !== null) return true;
  if (university === 'none' || stage === 'none') return false;
  return releaseMinutesOf({ ...learner, university, stage }, set) !== null;
}
