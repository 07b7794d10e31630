import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { faultsOfStudy } from '../../shared/research/check-study.ts';
import type { Study, StudyStatus, StudyType } from '../../shared/research/study.ts';

/** A study as it is typed: '' where nothing is. */
export type StudyDraft = {
  readonly reference: string;
  readonly title: string;
  readonly specialty: string;
  readonly studyType: StudyType | '';
  readonly status: StudyStatus;
  readonly commercial: 'yes' | 'no' | '';
  readonly cpmsId: string;
  readonly irasId: string;
  readonly edgeId: string;
  readonly sites: string;
  readonly plannedOpen: string;
  readonly openedOn: string;
  readonly plannedClose: string;
  readonly closedOn: string;
  readonly log: 'held' | 'not-held';
};

export const emptyDraft: StudyDraft = {
  reference: '',
  title: '',
  specialty: '',
  studyType: '',
  status: 'in-set-up',
  commercial: '',
  cpmsId: '',
  irasId: '',
  edgeId: '',
  sites: '',
  plannedOpen: '',
  openedOn: '',
  plannedClose: '',
  closedOn: '',
  log: 'held',
};

export function draftOf(study: Study): StudyDraft {
  const { commercial } = study;
  return {
    reference: study.reference,
    title: study.title,
    status: study.status,
    specialty: study.specialty ?? '',
    studyType: study.studyType ?? '',
    commercial: commercial === null ? '' : commercial ? 'yes' : 'no',
    cpmsId: study.cpmsId ?? '',
    irasId: study.irasId ?? '',
    edgeId: study.edgeId ?? '',
    sites: study.sites ?? '',
    plannedOpen: study.plannedOpen ?? '',
    openedOn: study.openedOn ?? '',
    plannedClose: study.plannedClose ?? '',
    closedOn: study.closedOn ?? '',
    log: study.delegationLogHeld ? 'held' : 'not-held',
  };
}

function text(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

function day(typed: string): PlainDate | null {
  return typed === '' ? null : parsePlainDate(typed);
}

/** What the draft says, as the server takes it. */
export function studyOf(draft: StudyDraft): Omit<Study, 'id' | 'version'> {
  return {
    reference: draft.reference.trim(),
    title: draft.title.trim(),
    status: draft.status,
    specialty: text(draft.specialty),
    studyType: draft.studyType === '' ? null : draft.studyType,
    commercial: draft.commercial === '' ? null : draft.commercial === 'yes',
    cpmsId: text(draft.cpmsId),
    irasId: text(draft.irasId),
    edgeId: text(draft.edgeId),
    sites: text(draft.sites),
    plannedOpen: day(draft.plannedOpen),
    openedOn: day(draft.openedOn),
    plannedClose: day(draft.plannedClose),
    closedOn: day(draft.closedOn),
    delegationLogHeld: draft.log === 'held',
  };
}

/** What stops the draft from being saved, each with what to do. */
export function problemsOf(draft: StudyDraft): readonly string[] {
  return [
    ...(draft.reference.trim() === '' ? ['Type the reference of the study'] : []),
    ...(draft.title.trim() === '' ? ['Type the title of the study'] : []),
    ...faultsOfStudy(studyOf(draft)),
  ];
}
