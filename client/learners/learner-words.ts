import { stateNames } from '../../shared/learners/lifecycle.ts';
import type { TimelineStep } from '../../shared/learners/timeline.ts';
import { routeFacts } from '../../shared/programmes/routes.ts';
import { coverageWords } from '../../shared/research/coverage.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';

export type ShownLearner = Outputs['learners']['show'];

/** "Enrolled since 28 September 2026: Postgraduate Certificate, University of Exeter." */
export function learnerInWords({ state, learner, programme }: ShownLearner): string {
  const back =
    state === 'interrupted' && learner.returnsOn !== null
      ? `, expected back on ${longDate(learner.returnsOn)}`
      : '';
  return `${stateNames[state]} since ${longDate(learner.statusDate)}${back}: ${programme}.`;
}

export function stepName({ status }: TimelineStep): string {
  return status === 'returned' ? 'Back from interruption' : stateNames[status];
}

type Fact = { readonly label: string; readonly value: string; readonly note: string };

/** Where the person stands: three facts, each on its own record. */
export function standingFacts({ standing, learner, coverage }: ShownLearner): readonly Fact[] {
  const { awardOn, answer, readiness, named } = standing;
  const unmet = answer.checks.filter(({ met }) => !met);
  const route = readiness?.assessedRoute ?? null;
  const other = route === null ? '' : ` Assessed by another route: ${routeFacts[route].name}.`;
  return [
    {
      label: 'Qualified',
      value: awardOn === null ? 'No' : 'Yes',
      note:
        awardOn === null ? `No award on the register.${other}` : `Latest award ${longDate(awardOn)}.${other}`,
    },
    {
      label: 'Ready to act',
      value: answer.ready ? 'Yes' : 'No',
      note: answer.ready ? 'Every condition is met today.' : `${unmet.length} of 4 conditions not met.`,
    },
    {
      label: 'Named',
      value: named === null ? 'Not on a log held' : named === 'pi' ? 'PI' : 'Co-I',
      note:
        named === null && learner.roleHeld !== null
          ? 'The learner sheet names a role; only the delegation log counts.'
          : `From the delegation log alone: ${coverageWords(coverage)}.`,
    },
  ];
}
