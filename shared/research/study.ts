import type { PlainDate } from '../calendar/plain-date.ts';

export const studyStatuses = ['in-set-up', 'open', 'suspended', 'closed'] as const;

/** Where a study stands at this site. */
export type StudyStatus = (typeof studyStatuses)[number];

export const studyStatusNames: Readonly<Record<StudyStatus, string>> = {
  'in-set-up': 'In set-up',
  open: 'Open',
  suspended: 'Suspended',
  closed: 'Closed',
};

export const studyTypes = ['ctimp', 'device', 'interventional', 'observational'] as const;

/** What kind of study it is: who may be Principal Investigator goes by it. */
export type StudyType = (typeof studyTypes)[number];

export const studyTypeNames: Readonly<Record<StudyType, string>> = {
  ctimp: 'Clinical trial of a medicine',
  device: 'Study of a device',
  interventional: 'Other interventional study',
  observational: 'Observational study',
};

/** One study at the trust. `null` is not known. */
export type Study = {
  readonly id: string;
  /** The trust's own reference; one study has one. */
  readonly reference: string;
  readonly title: string;
  readonly specialty: string | null;
  readonly studyType: StudyType | null;
  readonly status: StudyStatus;
  readonly plannedClose: PlainDate | null;
  /** The day it closed at this site; roles on it end with it. */
  readonly closedOn: PlainDate | null;
  /** The trust holds the study's delegation log. Without it who is named there is not known, never nobody. */
  readonly delegationLogHeld: boolean;
  /** Number in the network's central portfolio system (CPMS). */
  readonly cpmsId: string | null;
  /** Number in the integrated research application system (IRAS). */
  readonly irasId: string | null;
  /** Number in the trust's local portfolio system (EDGE). */
  readonly edgeId: string | null;
  readonly commercial: boolean | null;
  /** Where in the trust it runs, in the trust's own words. */
  readonly sites: string | null;
  readonly plannedOpen: PlainDate | null;
  /** The day it opened at this site. */
  readonly openedOn: PlainDate | null;
  readonly version: number;
};

export function isStudyStatus(text: unknown): text is StudyStatus {
  return studyStatuses.some((status) => status === text);
}

export function isStudyType(text: unknown): text is StudyType {
  return studyTypes.some((type) => type === text);
}

/** Open on the day: open by its status and not closed by then. The day of closing is no longer open. */
export function isOpenOn(study: Pick<Study, 'status' | 'closedOn'>, date: PlainDate): boolean {
  return study.status === 'open' && (study.closedOn === null || study.closedOn > date);
}
