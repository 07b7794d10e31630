import type { BatchTerms } from '../../shared/imports/batch.ts';
import type { Columns } from '../../shared/imports/columns.ts';
import { csvOut } from '../../shared/imports/csv-out.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { learnerColumns } from '../../shared/imports/learner-columns.ts';
import { teamColumns } from '../../shared/imports/team-columns.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';
import { dataDate } from './imports.ts';

export const someTeams: BatchTerms = { kind: 'teams', scope: 'only-these-people', dataDate };
export const allTeams: BatchTerms = { ...someTeams, scope: 'whole-trust' };
export const someLearners: BatchTerms = { ...someTeams, kind: 'learners' };
export const allLearners: BatchTerms = { ...allTeams, kind: 'learners' };

export type TeamTexts = Partial<Record<keyof typeof teamColumns, string>>;
export type LearnerTexts = Partial<Record<keyof typeof learnerColumns, string>>;

function sheet(columns: Columns, rows: readonly Readonly<Record<string, string>>[]): string {
  const entries = Object.entries(columns);
  return csvOut(
    entries.map(([, column]) => column.heading),
    rows.map((row) => entries.map(([key]) => row[key] ?? '')),
  );
}

/** Terms of a file of any kind that only adds and changes. */
export const adding = (kind: ImportKind): BatchTerms => ({ ...someTeams, kind });

/** Terms of a whole list of any kind. */
export const listing = (kind: ImportKind): BatchTerms => ({ ...allTeams, kind });

/** The text of a file of any kind, by column keys; with all columns of its template or those named. */
export function fileOf(
  kind: ImportKind,
  rows: readonly Readonly<Record<string, string>>[],
  keys: readonly string[] = Object.keys(columnsByKind[kind]),
): string {
  const columns = Object.entries(columnsByKind[kind]).filter(([key]) => keys.includes(key));
  return sheet(Object.fromEntries(columns), rows);
}

/** The text of a team sheet; a test names only what it is about. */
export const teamSheet = (...rows: TeamTexts[]): string =>
  sheet(
    teamColumns,
    rows.map((row) => ({ type: 'rostered round the clock', ...row })),
  );

/** The text of a learner sheet: an enrolled learner of a PGCert unless a test says otherwise. */
export const learnerSheet = (...rows: LearnerTexts[]): string =>
  sheet(
    learnerColumns,
    rows.map((row) => ({
      employeeNumber: '20100000',
      university: 'University of Exeter',
      stage: 'PGCert',
      intakeMonth: '2026-09',
      studyDayRule: 'made up',
      status: 'Enrolled',
      statusDate: '28/09/2026',
      startedOn: '28/09/2026',
      weeklyReleaseMinutes: '7.5',
      ...row,
    })),
  );
