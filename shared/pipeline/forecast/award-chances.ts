import { cohortKey, completingInCohort, type CohortLanes } from './cohort-effect.ts';
import type { Stage } from '../projection-inputs.ts';
import type { Lanes, StudyLanes } from './group-lanes.ts';
import type { StageAhead } from './study-start.ts';

/** What of an attempt the person's own cohort and the time already done decide. */
type OwnAttempt = {
  /** Share of the study months still ahead, for somebody in mid-stage; `null` for an attempt to be drawn afresh. */
  readonly left: number | null;
  readonly cohort?: CohortLanes | undefined;
};

/**
 * Chance, given staying in the trust, of the award after exactly this many interruptions, at every point: `start` × c,
 * then `start` × i·r·c, then `start` × i·r·(i·r)·c and so on; somebody in mid-stage has an attempt of their own first,
 * and so has one whose cohort does better or worse than expected.
 */
function awardLanes(
  stage: Stage,
  interruptions: number,
  start: (point: number) => number,
  { left, cohort }: OwnAttempt,
  study: StudyLanes,
): Lanes {
  const index = stage - 1;
  const [complete, interrupt, withdraw] = [study.complete, study.interrupt, study.withdraw].map(
    (list) => list[index],
  );
  return study.comesBack.map((back, point) => {
    const [c, i, w] = [complete?.[point] ?? 0, interrupt?.[point] ?? 0, withdraw?.[point] ?? 0];
    const share = left ?? 1;
    const going = left === null ? 1 : c + (i + w) * share;
    const own = c / going;
    const completes = cohort === undefined ? own : completingInCohort(own, cohort, point);
    if (interruptions === 0) return start(point) * completes;
    // Interruptions and withdrawals keep their proportion.
    const rest = completes === own ? 1 : (1 - completes) / (1 - own);
    let chance = ((i * share) / going) * rest * back * c;
    for (let more = 1; more < interruptions; more += 1) chance *= i * back;
    return start(point) * chance;
  });
}

/** Going on from a qualification to the next stage, which is then won after so many interruptions. */
export function goingOnLanes(stage: 2 | 3, interruptions: number, study: StudyLanes): Lanes {
  const goOn = study.goOn[stage - 2];
  return awardLanes(stage, interruptions, (point) => goOn?.[point] ?? 0, { left: null }, study);
}

/** A person's own stage ahead, won after so many interruptions. */
export function stageAheadLanes(ahead: StageAhead, interruptions: number, study: StudyLanes): Lanes {
  const { stage, chance, left, award } = ahead;
  const goOn = study.goOn[stage - 2];
  const start = (point: number): number => {
    if (typeof chance === 'number') return chance;
    return (chance === 'return' ? study.comesBack[point] : goOn?.[point]) ?? 0;
  };
  const cohort = study.cohorts?.get(cohortKey(String(stage), award));
  return awardLanes(stage, interruptions, start, { left, cohort }, study);
}
