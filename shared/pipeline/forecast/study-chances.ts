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
  const ofStage = (ahead: StageAhead, interruptions: number): Lanes =>
    remembered(
      known,
      stageKey(ahead, interruptions),
      () => stageAheadLanes(ahead, interruptions, study),
      Infinity,
    );
  const goingOn = (branch: Branch): Lanes => {
    const { next, interruptions } = branch;
    const make = (): Lanes => goingOnLanes(next.held === 2 ? 2 : 3, interruptions, study);
    return remembered(known, chanceKey(branch), make, Infinity);
  };
  return {
    of: (branch) => (branch.ahead === null ? goingOn(branch) : ofStage(branch.ahead, branch.interruptions)),
    ofStage,
  };
}

function stageKey({ stage, chance, left, award }: StageAhead, interruptions: number): string {
  return `${stage} ${chance} ${left} ${award} ${interruptions}`;
}

/** The same for branches of one chance. */
export function chanceKey({ ahead, interruptions, next }: Branch): string {
  return ahead === null ? `${next.held} ${interruptions}` : stageKey(ahead, interruptions);
}
