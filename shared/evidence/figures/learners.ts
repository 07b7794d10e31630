import { suppressCounts, type ShownCount } from '../../core/suppress.ts';
import type { HoursTaken } from '../../learners/hours-taken.ts';
import { phaseOf } from '../../learners/status.ts';
import { stageNames } from '../../programmes/stages.ts';
import { namedOn } from '../../research/named.ts';
import type { OverviewSummary } from '../../scenario/overview-summary.ts';
import { keptShare, promiseKeptToAll } from '../../scenario/promise-kept.ts';
import type { EvidenceCase, EvidenceInputs } from '../evidence-inputs.ts';
import { activePeople, shownHeadcount } from './active-people.ts';
import { chartOf, countTable, notKnown, type FigureBody } from '../figure.ts';
import { alone, counted, dayOf, hoursOf, percentOf, shortCount, shownCount, whole } from '../words.ts';
import { step, type WorkingStep } from '../working.ts';

type NamedShown = {
  readonly pi: ShownCount;
  readonly coi: ShownCount;
  readonly named: ShownCount;
  readonly counts: { readonly pi: number; readonly coi: number };
};

/**
 * Named on a log on the day of the data, and in post. With everybody else on a log the two roles make up the
 * research-active headcount, so that a count hidden there cannot be worked out from these.
 */
function namedCounts(inputs: EvidenceInputs): NamedShown {
  const { studies, entries, dataCut, posts } = inputs;
  const named = namedOn(studies, entries, dataCut);
  const roles = posts.flatMap(({ personId }) => named.get(personId) ?? []);
  const [pis, cois] = [
    roles.filter((role) => role === 'pi').length,
    roles.filter((role) => role === 'coi').length,
  ];
  const others = Math.max(0, activePeople(inputs).length - pis - cois);
  const [coi = null, rest = null, pi = null] = suppressCounts([cois, others, pis]).counts;
  const counts = { pi: pis, coi: cois };
  if (shownHeadcount(inputs) === null) return { pi: null, coi: null, named: null, counts };
  return { pi, coi, named: rest === null ? null : alone(pis + cois), counts };
}

/** Three counts, never added; the two roles that make up "named" share nobody. */
export function statesFigure({ inputs }: EvidenceCase, summary: OverviewSummary): FigureBody {
  const shown = namedCounts(inputs);
  const { pi, coi, named } = shown;
  const qualified = shownCount(alone(summary.qualifiedNow));
  const ready = inputs.readyNow === null ? 'not known' : shownCount(alone(inputs.readyNow));
  return {
    headline: `${qualified} qualified, ${inputs.readyNow === null ? 'ready not known' : `${ready} ready`}, ${shownCount(named)} named`,
    sentence: `On ${dayOf(inputs.dataCut)}: qualified ${qualified}; ready to act ${ready}; named on a delegation log ${shownCount(named)}, of them Principal Investigators ${shownCount(pi)} and Co-Investigators (sub-investigators) ${shownCount(coi)}. The three are never added.`,
    table: countTable(
      'Qualified, ready and named',
      ['State', 'People'],
      [
        ['Qualified', qualified],
        ['Ready to act', ready],
        ['Named', shownCount(named)],
        ['Named as Principal Investigator', shownCount(pi)],
        ['Named as Co-Investigator (sub-investigator)', shownCount(coi)],
      ],
    ),
    working: statesWorking(summary.qualifiedNow, inputs.readyNow, shown),
  };
}

function statesWorking(
  qualified: number,
  ready: number | null,
  { pi, coi, named, counts }: NamedShown,
): readonly WorkingStep[] {
  return [
    step('Named as Principal Investigator', 'people', counts.pi, 'counted', pi !== null),
    step('Named as Co-Investigator (sub-investigator)', 'people', counts.coi, 'counted', coi !== null),
    step('Named', 'people', counts.pi + counts.coi, { sum: [0, 1] }, named !== null),
    step('Qualified', 'people', qualified, 'model', alone(qualified) !== null),
    ...(ready === null ? [] : [step('Ready to act', 'people', ready, 'counted', alone(ready) !== null)]),
  ];
}

/** In the order in which rows are hidden beside a small one: the stage most are in last. */
const stageRows = {
  none: 'Other routes',
  masters: stageNames.masters,
  pgdip: stageNames.pgdip,
  pgcert: stageNames.pgcert,
} as const;

/** Learners on a course; somebody is in one stage at a time. */
export function stagesFigure({ learners, dataCut }: EvidenceInputs): FigureBody {
  if (learners.length === 0) return notKnown('Nobody is on the learner register.');
  const now = learners.filter(({ status }) => ['in-study', 'paused'].includes(phaseOf(status)));
  const stages = Object.entries(stageRows).map(([stage, label]) => ({
    label,
    count: now.filter((learner) => learner.stage === stage).length,
  }));
  const { counts, total } = suppressCounts(stages.map(({ count }) => count));
  const title = 'Learners on a course by stage';
  const rows = stages.map(({ label }, index) => ({ label, count: counts[index] ?? null }));
  return {
    headline: shownCount(total),
    sentence: `On ${dayOf(dataCut)} ${counted(total, 'learner was', 'learners were')} on a course: ${rows.map(({ label, count }) => `${label} ${shownCount(count)}`).join(', ')}.`,
    table: countTable(
      title,
      ['Stage', 'Learners'],
      [...rows.map(({ label, count }) => [label, shownCount(count)] as const), ['All', shownCount(total)]],
    ),
    chart: chartOf(
      'bars',
      title,
      rows.map(({ label, count }) => ({ label, value: count, text: shortCount(count) })),
    ),
    working: [
      ...stages.map(({ label, count }, index) =>
        step(label, 'people', count, 'counted', counts[index] !== null),
      ),
      step('All on a course', 'people', now.length, { sum: stages.map((_, index) => index) }, total !== null),
    ],
  };
}

function hoursByLearner(hours: readonly HoursTaken[]): ReadonlyMap<string, readonly HoursTaken[]> {
  const byLearner = new Map<string, HoursTaken[]>();
  for (const row of hours) byLearner.set(row.learnerId, [...(byLearner.get(row.learnerId) ?? []), row]);
  return byLearner;
}

/** The employer's promise, over the weeks that have passed and are recorded; hidden where it is of few learners. */
export function promiseFigure({ inputs, parameters }: EvidenceCase): FigureBody {
  const { learners, hoursTaken, today } = inputs;
  const kept = promiseKeptToAll(learners, hoursByLearner(hoursTaken), today, parameters);
  const share = keptShare(kept);
  if (share === null) return notKnown('No study time taken is recorded, so the promise cannot be judged.');
  if (alone(kept.learnersRecorded) === null)
    return notKnown('Study time is recorded for too few learners to be shown without pointing to them.');
  return {
    headline: percentOf(share),
    sentence: `To ${dayOf(today)} learners took ${hoursOf(kept.taken)} of ${hoursOf(kept.promised)} promised hours (${percentOf(share)}) in the ${whole(kept.weeksRecorded)} of ${whole(kept.weeksPassed)} learner-weeks that are recorded.`,
    on: today,
    table: countTable(
      'Release promised and kept',
      ['Measure', 'Value'],
      [
        ['Hours promised in recorded weeks', hoursOf(kept.promised)],
        ['Hours taken in recorded weeks', hoursOf(kept.taken)],
        ['Share kept', percentOf(share)],
        ['Learner-weeks recorded', whole(kept.weeksRecorded)],
        ['Learner-weeks passed', whole(kept.weeksPassed)],
      ],
    ),
    working: [
      step('Hours taken in recorded weeks', 'hours', kept.taken),
      step('Hours promised in recorded weeks', 'hours', kept.promised),
      step('Share kept', 'percent', share, { share: [0, 1] }),
      step('Learner-weeks recorded', 'number', kept.weeksRecorded),
      step('Learner-weeks passed', 'number', kept.weeksPassed),
    ],
  };
}
