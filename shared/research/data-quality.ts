import type { PlainDate } from '../calendar/plain-date.ts';
import { isInvestigatorRole, type DelegationEntry } from './delegation.ts';
import { entriesOn } from './named.ts';
import { isJudgedOnRecruitment, recruitmentState, type RecruitmentRecord } from './recruitment.ts';
import { isListedSpecialty } from './specialties.ts';
import type { Study } from './study.ts';
import type { TrainingState } from './training.ts';

export const qualityKinds = [
  'no-log',
  'pi-left',
  'training-lapsed',
  'no-end-date',
  'no-specialty',
  'unlisted-specialty',
  'target-without-window',
  'months-missing',
] as const;

export type QualityKind = (typeof qualityKinds)[number];

/** What is wrong, and what to do about it on the study's page. */
export const qualityWords: Readonly<Record<QualityKind, { readonly what: string; readonly todo: string }>> = {
  'no-log': {
    what: 'Open study without its delegation record',
    todo: 'Ask the study team for the log and enter it: until then nobody knows who is named',
  },
  'pi-left': {
    what: 'PI is in no post in the staff file',
    todo: 'End the role on the log and name who follows, or correct the employee number',
  },
  'training-lapsed': {
    what: 'Training of an investigator has run out',
    todo: 'Book a refresher, or record the training that was done',
  },
  'no-end-date': {
    what: 'Open study without a planned close',
    todo: 'Enter the planned close: a PI role lasts as long as its study',
  },
  'no-specialty': {
    what: 'Study without a specialty',
    todo: 'Choose the specialty: without it the study is in no count by specialty',
  },
  'unlisted-specialty': {
    what: 'Specialty that the network does not list',
    todo: 'Choose the name the network counts by, or confirm that this one is right',
  },
  'target-without-window': {
    what: 'Target without a recruitment window',
    todo: 'Enter the first and last day of recruitment: without them nobody can say whether it is behind',
  },
  'months-missing': {
    what: 'Months of recruitment not recorded',
    todo: 'Record the months, with 0 where nobody was recruited',
  },
};

/** One thing to put right in one study. */
export type QualityItem = { readonly kind: QualityKind; readonly studyId: string };

/** What quality is judged by. `trainingOf` answers for everybody on a log. */
export type QualityQuestion = {
  readonly studies: readonly Study[];
  readonly entries: readonly DelegationEntry[];
  readonly recruitment: ReadonlyMap<string, RecruitmentRecord>;
  readonly inPost: (personId: string) => boolean;
  readonly trainingOf: (personId: string) => TrainingState;
  readonly date: PlainDate;
};

function kindsOfStudy(study: Study, record: RecruitmentRecord | undefined, date: PlainDate): QualityKind[] {
  const live = isJudgedOnRecruitment(study.status);
  if (study.status === 'closed') return [];
  const { specialty, openedOn } = study;
  const state = record === undefined ? null : recruitmentState(record, date).kind;
  const noWindow = record !== undefined && record.siteTarget !== null && state === 'no-goal';
  return [
    ...(study.status === 'open' && !study.delegationLogHeld ? (['no-log'] as const) : []),
    ...(live && study.plannedClose === null ? (['no-end-date'] as const) : []),
    ...(specialty === null ? (['no-specialty'] as const) : []),
    ...(specialty !== null && !isListedSpecialty(specialty, openedOn ?? date)
      ? (['unlisted-specialty'] as const)
      : []),
    ...(noWindow ? (['target-without-window'] as const) : []),
    ...(live && state === 'not-known' ? (['months-missing'] as const) : []),
  ];
}

/** Everything of the register that should be put right, one item a study and kind, by kind and the studies' order. */
export function qualityItems(question: QualityQuestion): QualityItem[] {
  const { studies, recruitment, date } = question;
  const found = new Map<QualityKind, Set<string>>(qualityKinds.map((kind) => [kind, new Set()]));
  for (const study of studies)
    for (const kind of kindsOfStudy(study, recruitment.get(study.id), date)) found.get(kind)?.add(study.id);
  for (const [kind, studyId] of kindsOfPeople(question)) found.get(kind)?.add(studyId);
  return [...found].flatMap(([kind, ids]) => [...ids].map((studyId) => ({ kind, studyId })));
}

function kindsOfPeople({
  studies,
  entries,
  inPost,
  trainingOf,
  date,
}: QualityQuestion): (readonly [QualityKind, string])[] {
  return entriesOn(studies, entries, date).flatMap(({ role, personId, studyId }) => {
    const found: (readonly [QualityKind, string])[] = [];
    if (role === 'pi' && !inPost(personId)) found.push(['pi-left', studyId]);
    else if (isInvestigatorRole(role) && trainingOf(personId).kind === 'expired')
      found.push(['training-lapsed', studyId]);
    return found;
  });
}
