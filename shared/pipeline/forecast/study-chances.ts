import { goingOnLanes, stageAheadLanes } from './award-chances.ts';
import type { Lanes, StudyLanes } from './group-lanes.ts';
import type { Branch } from './sample-plan.ts';

/** Chances of further awards, given staying: the same for every weight and channel, so worked out once. */
export type StudyChances = { readonly of: (branch: Branch) => Lanes };

export function studyChances(study: StudyLanes): StudyChances {
  const known = new Map<string, Lanes>();
  const byBranch = new Map<Branch, Lanes>();
  const make = ({ ahead, interruptions, next }: Branch): Lanes => {
    if (ahead !== null) return stageAheadLanes(ahead, interruptions, study);
    const key = `${next.held} ${interruptions}`;
    const made = known.get(key) ?? goingOnLanes(next.held === 2 ? 2 : 3, interruptions, study);
    known.set(key, made);
    return made;
  };
  return {
    of: (branch) => {
      const made = byBranch.get(branch) ?? make(branch);
      byBranch.set(branch, made);
      return made;
    },
  };
}
