import { halfUp } from '../../core/rounding.ts';
import { suppressCounts, type ShownCount } from '../../core/suppress.ts';
import { coverageWords, delegationCoverageOn } from '../../research/coverage.ts';
import { isJudgedOnRecruitment, recruitmentState } from '../../research/recruitment.ts';
import { activeTrend } from '../../research/research-active.ts';
import { isOpenOn } from '../../research/study.ts';
import { trainingStateOn } from '../../research/training.ts';
import type { EvidenceInputs, StudyFacts } from '../evidence-inputs.ts';
import { chartOf, countTable, notKnown, type FigureBody } from '../figure.ts';
import { counted, dayOf, hidden, percentOf, shortCount, shownCount, whole } from '../words.ts';
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

/** Hundred-thousandths of a post to one decimal. */
function wteText(wteE5: number | null): string {
  if (wteE5 === null) return hidden;
  const tenths = halfUp(wteE5, 10_000);
  return `${whole((tenths - (tenths % 10)) / 10)}.${tenths % 10}`;
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
  };
}

/** People on the logs on the same day of past years. */
export function trendFigure(inputs: EvidenceInputs): FigureBody {
  const { definition, studies, entries, dataCut } = inputs;
  if (entries.length === 0) return notKnown(noLog);
  const headcount = shownHeadcount(inputs);
  // The last day counts people who are in no post any more: few of them must not show beside the headcount.
  const days = activeTrend(definition, studies, entries, dataCut, trendYears).map((point) => ({
    on: point.date,
    total: point.date === dataCut && givesAway(point.people, headcount) ? headcount : point.people,
  }));
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
      days.map(({ on, total }) => ({ label: on.slice(0, 7), value: total, text: shortCount(total) })),
    ),
  };
}

/** Open studies; a study is nobody, so none is hidden. */
export function specialtyFigure({ studies, dataCut }: EvidenceInputs): FigureBody {
  const open = studies.filter((study) => isOpenOn(study, dataCut));
  if (studies.length === 0) return notKnown('No study is recorded.');
  const counts = new Map<string, number>();
  for (const { specialty } of open) {
    const label = specialty ?? 'Not known';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const title = 'Open studies by specialty';
  const [largest] = rows;
  const most = largest === undefined ? '' : `; the most, ${whole(largest[1])}, in ${largest[0]}`;
  return {
    headline: whole(open.length),
    sentence: `On ${dayOf(dataCut)} ${counted(open.length, 'study was', 'studies were')} open at the trust in ${counted(rows.length, 'specialty', 'specialties')}${most}.`,
    table: countTable(
      title,
      ['Specialty', 'Open studies'],
      [...rows.map(([label, count]) => [label, whole(count)] as const), ['All', whole(open.length)]],
    ),
    chart: chartOf(
      'bars',
      title,
      rows.map(([label, count]) => ({ label, value: count, text: whole(count) })),
    ),
  };
}

function stateOf({ recruitment }: StudyFacts, { dataCut }: EvidenceInputs): string {
  if (recruitment === null) return 'no-goal';
  const nothing = { behindReason: null, behindAction: null, behindOwner: null, behindDue: null };
  return recruitmentState({ ...recruitment, ...nothing }, dataCut).kind;
}

/** Studies by how they recruit: of no person, so none is hidden. */
export function recruitmentFigure(inputs: EvidenceInputs): FigureBody {
  const judged = inputs.studies.filter(({ status }) => isJudgedOnRecruitment(status));
  const states = judged.map((study) => stateOf(study, inputs));
  const count = (kind: string): number => states.filter((state) => state === kind).length;
  const [onTarget, behind, unknown] = [count('on-target'), count('behind'), count('not-known')];
  const begun = onTarget + behind + unknown;
  if (begun === 0) return notKnown('No open study has a target and a recruitment window that has begun.');
  return {
    headline: `${whole(onTarget)} of ${whole(begun)}`,
    sentence: `On ${dayOf(inputs.dataCut)} ${whole(onTarget)} of ${whole(begun)} studies with a target recruited to it, ${whole(behind)} were behind, and of ${whole(unknown)} months are missing.`,
    table: countTable(
      'Studies by how they recruit',
      ['Recruitment', 'Studies'],
      [
        ['On target', whole(onTarget)],
        ['Behind target', whole(behind)],
        ['Not known, months are missing', whole(unknown)],
        ['Not begun', whole(count('not-started'))],
        ['No target or no window', whole(count('no-goal'))],
      ],
    ),
  };
}

export function coverageFigure({ studies, dataCut }: EvidenceInputs): FigureBody {
  const { held, open } = delegationCoverageOn(studies, dataCut);
  if (open === 0) return notKnown('No study is open, so there is no delegation log to hold.');
  return {
    headline: `${whole(held)} of ${whole(open)}`,
    sentence: `On ${dayOf(dataCut)} the trust held the delegation log of ${whole(held)} of ${whole(open)} open studies.`,
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
  const shown = suppressCounts([count('not-known'), count('expired'), count('current')]);
  return trainingWords(inputs, shown.counts, shown.total);
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
