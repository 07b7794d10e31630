import { goingOnLanes, stageAheadLanes } from './award-chances.ts';
import type { Lanes, StudyLanes } from './group-lanes.ts';
import { remembered } from './remembered.ts';
import type { Branch } from './sample-plan.ts';
import type { StageAhead } from './study-start.ts';

/**
 * Chances of further awards, given staying: the same for every weight and channel, and for everybody at the same place
 * of the course, so worked out once.
 */
export type StudyChances = {
  readonly of: (branch: Branch) => Lanes;
  /** The stage ahead of somebody, won after so many interruptions. */
  readonly ofStage: (ahead: StageAhead, interruptions: number) => Lanes;
};

export function studyChances(study: StudyLanes): StudyChances {
  const known = new Map<string, Lanes>();
  const byBranch = new Map<Branch, Lanes>();
  const ofStage = (ahead: StageAhead, interruptions: number): Lanes => {
    const { stage, chance, left, award } = ahead;
    const make = (): Lanes => stageAheadLanes(ahead, interruptions, study);
    return remembered(known, `${stage} ${chance} ${left} ${award} ${interruptions}`, make, Infinity);
  };
  const goingOn = (stage: 2 | 3, interruptions: number): Lanes =>
    remembered(known, `${stage} ${interruptions}`, () => goingOnLanes(stage, interruptions, study), Infinity);
  const make = ({ ahead, interruptions, next }: Branch): Lanes =>
    ahead === null ? goingOn(next.held === 2 ? 2 : 3, interruptions) : ofStage(ahead, interruptions);
  return {
    of: (branch) => remembered(byBranch, branch, () => make(branch), Infinity),
    ofStage,
  };
}
