import type { PlainDate } from '../../calendar/plain-date.ts';
import { usualThreshold, type ShownCount } from '../../core/suppress.ts';
import { phaseOf } from '../../learners/status.ts';
import { activeOn, headcountBy, type ActiveHeadcount } from '../../research/research-active.ts';
import type { EvidenceInputs, PostFacts } from '../evidence-inputs.ts';

/** Research-active by the trust's definition, and in post, on the day of the data: as on the research page. */
export function activePeople(inputs: EvidenceInputs): readonly PostFacts[] {
  const { definition, studies, entries, learners, posts, dataCut } = inputs;
  const studying = learners.filter(({ status }) => phaseOf(status) === 'in-study');
  const ids = new Set(studying.map(({ personId }) => personId));
  const active = activeOn(definition, studies, entries, ids, dataCut);
  return posts.filter(({ personId }) => active.has(personId));
}

/** @param threshold counts under this are hidden; 1 hides none. */
export function headcountByStaffGroup(
  inputs: EvidenceInputs,
  threshold: number = usualThreshold,
): ActiveHeadcount {
  const people = activePeople(inputs).map(({ staffGroups, wteE5 }) => ({ groups: staffGroups, wteE5 }));
  return headcountBy(people, [], threshold);
}

/** The total of the table by staff group; where that is hidden, no other figure of the same people shows it. */
export function shownHeadcount(inputs: EvidenceInputs): ShownCount {
  return headcountByStaffGroup(inputs).people;
}

/** Years of the trend, as on the research page. */
export const trendYears = 5;

/** Whether two counts of nearly the same people would give away how few are in one and not the other. */
export function givesAway(one: ShownCount, other: ShownCount): boolean {
  if (one === null || other === null) return false;
  const apart = Math.abs(one - other);
  return apart > 0 && apart < 5;
}

/** Training that somebody recorded, by person. */
export function recordedTraining({ training }: EvidenceInputs) {
  return new Map<string, { trainingOn: PlainDate | null; trainingVersion: string | null }>(
    training.map(({ personId, ...row }) => [personId, row]),
  );
}
