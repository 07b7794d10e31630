import type { Learner } from '../learners/learner.ts';
import type { LearnerStatus } from '../learners/status.ts';
import { refuseDuplicates } from './duplicates.ts';
import type { IssueCode } from './issues.ts';
import type { Findings, KindRules } from './kind.ts';
import { learnerColumns, type LearnerCells } from './learner-columns.ts';
import type { PlacedNote } from './read-row.ts';

/** One accepted row of a learner sheet: a learner as stored, known by employee number. */
export type LearnerRow = { readonly employeeNumber: string } & Omit<Learner, 'id' | 'personId' | 'version'>;

type Cells = Partial<LearnerCells>;
type Key = keyof LearnerCells;

function note(key: Key, code: IssueCode, message: string): PlacedNote {
  return { column: learnerColumns[key].heading, code, message };
}

/** The date each status stands on. */
const dateOfStatus: Readonly<Partial<Record<LearnerStatus, Key>>> = {
  enrolled: 'startedOn',
  interrupted: 'interruptedOn',
  withdrawn: 'withdrawnOn',
  qualified: 'qualifiedOn',
};

function missingDate(cells: Cells): PlacedNote[] {
  const key = cells.status === undefined ? undefined : dateOfStatus[cells.status];
  if (key === undefined || cells[key] !== null) return [];
  return [
    note(
      key,
      'REQUIRED',
      `A learner with this status needs the date ${learnerColumns[key].heading}. Fill it in.`,
    ),
  ];
}

/** Pairs of dates of which the second cannot come first. */
const dateOrder: readonly (readonly [first: 'startedOn' | 'interruptedOn', second: Key])[] = [
  ['startedOn', 'interruptedOn'],
  ['startedOn', 'withdrawnOn'],
  ['startedOn', 'qualifiedOn'],
  ['interruptedOn', 'returnsOn'],
];

function datesOutOfOrder(cells: Cells): PlacedNote[] {
  return dateOrder.flatMap(([first, second]) => {
    const from = cells[first];
    const to = cells[second];
    if (!from || typeof to !== 'string' || to >= from) return [];
    const message = `This day is before ${learnerColumns[first].heading}. Correct one of the two.`;
    return [note(second, 'ENDS_BEFORE_START', message)];
  });
}

/** Only the framework has universities and stages; there both are needed. */
function routeNotes(cells: Cells): PlacedNote[] {
  if (cells.route === undefined) return [];
  const framework = cells.route === null || cells.route === 'framework';
  return (['university', 'stage'] as const).flatMap((key) => {
    const { heading } = learnerColumns[key];
    if (framework && cells[key] === null)
      return [note(key, 'REQUIRED', `${heading} is empty. The framework needs it.`)];
    const given = !framework && cells[key] !== null && cells[key] !== undefined;
    return given
      ? [note(key, 'NOT_IN_LIST', `Only the framework has a ${heading.toLowerCase()}. Empty this cell.`)]
      : [];
  });
}

function releaseWarnings(cells: Cells): PlacedNote[] {
  const { weeklyReleaseMinutes: weekly, statedReleaseMinutes: stated, releaseDays: days } = cells;
  if (weekly === null && stated === null && days === null) {
    const message =
      'No release hours are agreed here. Where the university publishes its hours they are used and named as such; ' +
      'else the release is not known and the learner is in no sum.';
    return [note('weeklyReleaseMinutes', 'RELEASE_NOT_KNOWN', message)];
  }
  if (!days || typeof weekly !== 'number' || sumOfDays(days) === weekly) return [];
  return [
    note('releaseDays', 'DAYS_DISAGREE', 'The days do not add up to the weekly hours. The days are used.'),
  ];
}

function sumOfDays(days: NonNullable<LearnerCells['releaseDays']>): number {
  return days.reduce((sum, day) => sum + day.minutes, 0);
}

function acrossCells(cells: Cells): Findings {
  const refused = [...missingDate(cells), ...datesOutOfOrder(cells), ...routeNotes(cells)];
  if (cells.status === 'interrupted' && cells.interruptions === 0) {
    refused.push(
      note(
        'interruptions',
        'OUT_OF_RANGE',
        'An interrupted learner has at least one interruption. Count it.',
      ),
    );
  }
  if (cells.employeeNumber === learnerColumns.employeeNumber.example) {
    refused.push({
      column: null,
      code: 'EXAMPLE_ROW',
      message: 'This is the example row of the template. Delete it.',
    });
  }
  return { refused, warned: releaseWarnings(cells) };
}

function toRow(cells: LearnerCells): LearnerRow {
  const { releaseDays } = cells;
  return {
    employeeNumber: cells.employeeNumber,
    route: cells.route ?? 'framework',
    university: cells.university ?? 'none',
    stage: cells.stage ?? 'none',
    intakeMonth: cells.intakeMonth,
    weeklyReleaseMinutes: releaseDays === null ? cells.weeklyReleaseMinutes : sumOfDays(releaseDays),
    statedReleaseMinutes: cells.statedReleaseMinutes,
    releaseDays,
    studyDayRule: cells.studyDayRule,
    supervisor: cells.supervisor,
    fundingSource: cells.fundingSource,
    feePence: cells.feePence,
    fundingPence: cells.fundingPence,
    status: cells.status,
    statusDate: cells.statusDate,
    startedOn: cells.startedOn,
    interruptedOn: cells.interruptedOn,
    returnsOn: cells.returnsOn,
    withdrawnOn: cells.withdrawnOn,
    qualifiedOn: cells.qualifiedOn,
    interruptions: cells.interruptions ?? (cells.status === 'interrupted' ? 1 : 0),
    roleHeld: cells.roleHeld === 'none' ? null : cells.roleHeld,
    roleSince: cells.roleSince,
  };
}

/** A learner is one person in one stage of one intake. */
function keyOf(cells: Cells): string | null {
  const { employeeNumber, stage, intakeMonth } = cells;
  if (employeeNumber === undefined || stage === undefined || intakeMonth === undefined) return null;
  return `${employeeNumber} ${stage ?? 'none'} ${intakeMonth}`;
}

/** How a learner sheet is checked. Whether the employee is known is asked of the database, in the preview. */
export const learnerRules: KindRules<typeof learnerColumns, LearnerRow> = {
  kind: 'learners',
  columns: learnerColumns,
  acrossCells,
  toRow,
  keyOf,
  personOf: (cells) => cells.employeeNumber ?? null,
  settle: (records) => records,
  acrossRows: (records) =>
    refuseDuplicates(records, { column: 'Employee Number', what: 'learner, stage and intake' }),
};
