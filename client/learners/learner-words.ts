import { learnerDateNames } from '../../shared/learners/learner-date.ts';
import { reasonNames, stateNames } from '../../shared/learners/lifecycle.ts';
import type { TimelineStep } from '../../shared/learners/timeline.ts';
import { routeFacts } from '../../shared/programmes/routes.ts';
import { coverageWords } from '../../shared/research/coverage.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';

export type ShownLearner = Outputs['learners']['show'];

/** Why somebody is away: ", parental leave"; nothing where an import brought the pause without a reason. */
function reasonAway({ history }: ShownLearner): string {
  const pause = history.findLast(({ move, undone }) => move === 'interrupt' && !undone);
  const reason = pause?.reason ?? null;
  return reason === null ? '' : `, ${reasonNames[reason].toLowerCase()}`;
}

/** "Enrolled since 28 September 2026: Postgraduate Certificate, University of Exeter." */
export function learnerInWords(shown: ShownLearner): string {
  const { state, learner, programme } = shown;
  const { statusDate, returnsOn } = learner;
  const away = state === 'interrupted' ? reasonAway(shown) : '';
  const back =
    state === 'interrupted' && returnsOn !== null ? `, expected back on ${longDate(returnsOn)}` : '';
  return `${stateNames[state]} since ${longDate(statusDate)}${away}${back}: ${programme}.`;
}

function stepName({ status }: TimelineStep): string {
  return status === 'returned' ? 'Back from interruption' : stateNames[status];
}

/** The dated steps and the days to keep, in order. */
export function timelineInWords({
  timeline,
  dates,
}: Pick<ShownLearner, 'timeline' | 'dates'>): readonly { readonly key: string; readonly words: string }[] {
  const steps = timeline.map((step) => ({
    key: `${step.on} ${step.status}`,
    words: `${stepName(step)}: ${step.expected ? 'expected ' : ''}${longDate(step.on)}`,
  }));
  const days = dates.map(({ id, kind, dueOn, doneOn }) => ({
    key: `${dueOn} ${id}`,
    words: `${learnerDateNames[kind]}: due ${longDate(dueOn)}${doneOn === null ? '' : `, done ${longDate(doneOn)}`}`,
  }));
  return [...steps, ...days].sort((a, b) => (a.key < b.key ? -1 : 1));
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
          : `From the delegation log alone${coverage === null ? '' : `: ${coverageWords(coverage)}`}.`,
    },
  ];
}
