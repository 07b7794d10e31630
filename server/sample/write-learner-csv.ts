import { csvOut, type CsvCell } from '../../shared/imports/csv-out.ts';
import { learnerColumns } from '../../shared/imports/learner-columns.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { statusFacts } from '../../shared/learners/status.ts';
import { parseFundingSource } from '../../shared/programmes/funding-sources.ts';
import { courses } from '../../shared/programmes/universities.ts';
import { hoursText, poundsText } from './cell-text.ts';

type Key = keyof typeof learnerColumns;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const stageWords = { pgcert: 'PGCert', pgdip: 'PGDip', masters: 'Masters', none: null } as const;
const roleWords = { coi: 'Co-Investigator', pi: 'Principal Investigator' } as const;

function days({ releaseDays }: LearnerRow): CsvCell {
  if (releaseDays === null) return null;
  return releaseDays
    .map(({ weekday, minutes }) => `${weekdays[weekday - 1]} ${hoursText(minutes)}`)
    .join('; ');
}

function cellsOf(learner: LearnerRow): Readonly<Record<Key, CsvCell>> {
  const { university, fundingSource, roleHeld } = learner;
  return {
    employeeNumber: learner.employeeNumber,
    university: university === 'none' ? null : courses[university].name,
    stage: stageWords[learner.stage],
    intakeMonth: learner.intakeMonth,
    weeklyReleaseMinutes: hoursText(learner.weeklyReleaseMinutes),
    statedReleaseMinutes: hoursText(learner.statedReleaseMinutes),
    releaseDays: days(learner),
    studyDayRule: learner.studyDayRule === 'made-up' ? 'made up' : 'lapses',
    supervisor: learner.supervisor,
    fundingSource: fundingSource === null ? null : (parseFundingSource(fundingSource)?.name ?? fundingSource),
    feePence: poundsText(learner.feePence),
    fundingPence: poundsText(learner.fundingPence),
    status: statusFacts[learner.status].name,
    statusDate: learner.statusDate,
    startedOn: learner.startedOn,
    interruptedOn: learner.interruptedOn,
    returnsOn: learner.returnsOn,
    withdrawnOn: learner.withdrawnOn,
    qualifiedOn: learner.qualifiedOn,
    interruptions: learner.interruptions,
    roleHeld: roleHeld === null ? 'none' : roleWords[roleHeld],
    roleSince: learner.roleSince,
    route: learner.route,
  };
}

/** The learner sheet as its import reads it: a line for each person and stage. */
export function writeLearnerCsv(learners: readonly LearnerRow[]): string {
  const keys = Object.keys(learnerColumns) as Key[];
  const rows = learners.map((learner) => {
    const cells = cellsOf(learner);
    return keys.map((key) => cells[key]);
  });
  return csvOut(
    keys.map((key) => learnerColumns[key].heading),
    rows,
  );
}
