import type { Learner } from '../../shared/learners/learner.ts';
import { routeFacts } from '../../shared/programmes/routes.ts';
import { stageNames } from '../../shared/programmes/stages.ts';
import { courses } from '../../shared/programmes/universities.ts';

/** "Postgraduate Certificate, University of Exeter"; the route's name where there is no stage. */
export function programmeName({ route, stage, university }: Learner): string {
  if (stage === 'none') return routeFacts[route].name;
  return university === 'none' ? stageNames[stage] : `${stageNames[stage]}, ${courses[university].name}`;
}
