import { delegationCoverageOn } from '../../research/coverage.ts';
import { isJudgedOnRecruitment, recruitmentState } from '../../research/recruitment.ts';
import { isOpenOn } from '../../research/study.ts';
import type { EvidenceInputs, StudyFacts } from '../evidence-inputs.ts';
import { chartOf, countTable, notKnown, type FigureBody } from '../figure.ts';
import { counted, dayOf, whole } from '../words.ts';
import { step } from '../working.ts';

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
    working: [
      ...rows.map(([label, count]) => step(label, 'number', count)),
      step('All open studies', 'number', open.length, { sum: rows.map((_, index) => index) }),
    ],
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
    working: [
      step('On target', 'number', onTarget),
      step('Behind target', 'number', behind),
      step('Months are missing', 'number', unknown),
      step('With a target and a window that has begun', 'number', begun, { sum: [0, 1, 2] }),
    ],
  };
}

export function coverageFigure({ studies, dataCut }: EvidenceInputs): FigureBody {
  const { held, open } = delegationCoverageOn(studies, dataCut);
  if (open === 0) return notKnown('No study is open, so there is no delegation log to hold.');
  return {
    headline: `${whole(held)} of ${whole(open)}`,
    sentence: `On ${dayOf(dataCut)} the trust held the delegation log of ${whole(held)} of ${whole(open)} open studies.`,
    working: [step('Open studies whose log is held', 'number', held), step('Open studies', 'number', open)],
  };
}
