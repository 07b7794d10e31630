import type { Pathway, Stage } from './projection-inputs.ts';

/** The entry of a stage (or qualification) in a list that starts at the PGCert. */
export function byStage<T>(list: readonly T[], stage: Stage): T {
  const item = list[stage - 1];
  if (item === undefined) throw new RangeError(`a list of ${list.length} has no entry for stage ${stage}`);
  return item;
}

/** Months from the start of a stage to its award, without interruption. */
export function monthsToAward(pathway: Pathway, stage: Stage): number {
  return byStage(pathway.studyMonths, stage) + byStage(pathway.awardLagMonths, stage);
}
