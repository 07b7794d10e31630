import { halfUp } from '../../core/rounding.ts';
import { suppressCounts, type ShownCount, type ShownCounts } from '../../core/suppress.ts';
import { coverageWords, delegationCoverageOn } from '../../research/coverage.ts';
import { activeTrend } from '../../research/research-active.ts';
import { trainingStateOn } from '../../research/training.ts';
import type { EvidenceInputs } from '../evidence-inputs.ts';
import { chartOf, countTable, notKnown, type FigureBody } from '../figure.ts';
import {
  counted,
  dayOf,
  hidden,
  shortMonthOf,
  percentOf,
  shortCount,
  shownCount,
  whole,
  wteOf,
} from '../words.ts';
import { step, type WorkingStep } from '../working.ts';
import {
  activePeople,
  givesAway,
  headcountByStaffGroup,
  recordedTraining,
  shownHeadcount,
  trendYears,
} from './active-people.ts';

const people = ['research-active person', 'research-active people'] as const;
const noLog = 'Nobody is recorded on a delegation log, so research-active staff are not known.';

function wteText(wteE5: number | null): string {
  return wteE5 === null ? hidden : wteOf(wteE5);
}

/** Headcount and WTE of each group, and their sums; a group is hidden in both. */
function headcountWorking(inputs: EvidenceInputs): readonly WorkingStep[] {
  const shown = headcountByStaffGroup(inputs);
  const isShown = new Map(shown.groups.map(({ group, people: count }) => [group, count !== null]));
  const groups = headcountByStaffGroup(inputs, 1).groups;
  const steps = groups.flatMap(({ group, people: count, wteE5 }) => [
    step(`${group}, people`, 'people', count ?? 0, 'counted', isShown.get(group) === true),
    step(`${group}, WTE`, 'wte', wteE5 ?? 0, 'counted', isShown.get(group) === true),
  ]);
  return ([0, 1] as const).reduce<readonly WorkingStep[]>((all, odd) => {
    const of = groups.map((_, index) => index * 2 + odd);
    const value = of.reduce((sum, index) => sum + (steps[index]?.value ?? 0), 0);
    const [label, unit] = odd === 0 ? (['All people', 'people'] as const) : (['All WTE', 'wte'] as const);
    return [...all, step(label, unit, value, { sum: of }, shown.people !== null)];
  }, steps);
}

/** People in post who are research-active, and their WTE, by staff group; nobody stands in two groups. */
export function headcountFigure(inputs: EvidenceInputs): FigureBody {
  if (inputs.entries.length === 0) return notKnown(noLog);
  const { groups, people: total, wteE5 } = headcountByStaffGroup(inputs);
  const coverage = coverageWords(delegationCoverageOn(inputs.studies, inputs.dataCut));
  const title = 'Research-active people by staff group';
  return {
    headline: shownCount(total),
    sentence: `On ${dayOf(inputs.dataCut)} the trust had ${counted(total, ...people)} in ${whole(groups.length)} staff ${groups.length === 1 ? 'group' : 'groups'} (${coverage}).`,
    table: {
      caption: title,
      columns: ['Staff group', 'People', 'WTE'].map((label, index) => ({ label, numeric: index > 0 })),
      rows: [
        ...groups.map((row) => [row.group, shownCount(row.people), wteText(row.wteE5)]),
        ['All', shownCount(total), wteText(wteE5)],
      ],
    },
    chart: chartOf(
      'bars',
      title,
      groups.map(({ group, people: count }) => ({ label: group, value: count, text: shortCount(count) })),
    ),
    working: headcountWorking(inputs),
  };
}

/** People on the logs on the same day of past years. */
export function trendFigure(inputs: EvidenceInputs): FigureBody {
  const { definition, studies, entries, dataCut } = inputs;
  if (entries.length === 0) return notKnown(noLog);
  const headcount = shownHeadcount(inputs);
  // The last day counts people who are in no post any more: few of them must not show beside the headcount, and where
  // that is hidden this would show it.
  const hidesLast = (total: ShownCount): boolean => headcount === null || givesAway(total, headcount);
  const days = activeTrend(definition, studies, entries, dataCut, trendYears).map((point) => ({
    on: point.date,
    total: point.date === dataCut && hidesLast(point.people) ? headcount : point.people,
  }));
  const counts = activeTrend(definition, studies, entries, dataCut, trendYears, 1).map((day) => day.people);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return notKnown(noLog);
  const title = 'Research-active people by year';
  return {
    headline: `${shownCount(first.total)} to ${shownCount(last.total)}`,
    sentence: `Research-active people: ${shownCount(first.total)} on ${dayOf(first.on)}, ${shownCount(last.total)} on ${dayOf(last.on)}.`,
    table: countTable(
      title,
      ['Day', 'People'],
      days.map(({ on, total }) => [dayOf(on), shownCount(total)]),
    ),
    chart: chartOf(
      'line',
      title,
      days.map(({ on, total }) => ({ label: shortMonthOf(on), value: total, text: shortCount(total) })),
    ),
    working: days.map(({ on, total }, index) =>
      step(dayOf(on), 'people', total ?? counts[index] ?? 0, 'counted', total !== null),
    ),
  };
}

/** Training of the research-active: in date, run out, not recorded. The three share nobody. */
export function trainingFigure(inputs: EvidenceInputs): FigureBody {
  if (inputs.entries.length === 0) return notKnown(noLog);
  const recorded = recordedTraining(inputs);
  const states = activePeople(inputs).map(
    ({ personId }) =>
      trainingStateOn(recorded.get(personId) ?? null, inputs.trainingMonths, inputs.dataCut).kind,
  );
  const count = (kind: string): number => states.filter((state) => state === kind).length;
  if (count('current') + count('expired') === 0)
    return notKnown('Nobody’s training in good clinical practice is recorded.');
  if (shownHeadcount(inputs) === null)
    return notKnown('Too few people are research-active to show their training without pointing to them.');
  const raw = [count('not-known'), count('expired'), count('current')];
  const shown = suppressCounts(raw);
  return {
    ...trainingWords(inputs, shown.counts, shown.total),
    working: trainingWorking(raw, shown),
  };
}

function trainingWorking(raw: readonly number[], { counts, total }: ShownCounts): readonly WorkingStep[] {
  const labels = ['Not recorded', 'Run out', 'In date'];
  const all = raw.reduce((sum, count) => sum + count, 0);
  const current = raw[2] ?? 0;
  const known = counts[2] !== null && total !== null;
  return [
    ...raw.map((count, index) =>
      step(labels[index] ?? '', 'people', count, 'counted', counts[index] !== null),
    ),
    step('All research-active people', 'people', all, { sum: [0, 1, 2] }, total !== null),
    step('Share in date', 'percent', halfUp(current * 10_000, all), { share: [2, 3] }, known),
  ];
}

function trainingWords(
  { dataCut }: EvidenceInputs,
  [missing = null, expired = null, current = null]: readonly ShownCount[],
  total: ShownCount,
): FigureBody {
  const known = current !== null && total !== null && total > 0;
  const share = known ? percentOf(halfUp(current * 10_000, total)) : hidden;
  const rows = [
    ['In date', shownCount(current)],
    ['Run out', shownCount(expired)],
    ['Not recorded', shownCount(missing)],
    ['All', shownCount(total)],
  ] as const;
  return {
    headline: known ? `${whole(current)} of ${whole(total)}` : hidden,
    sentence: `On ${dayOf(dataCut)} good clinical practice training was in date for ${shownCount(current)} of ${counted(total, ...people)} (${share}); run out for ${shownCount(expired)}, not recorded for ${shownCount(missing)}.`,
    table: countTable(
      'Good clinical practice training of research-active people',
      ['Training', 'People'],
      rows,
    ),
  };
}
