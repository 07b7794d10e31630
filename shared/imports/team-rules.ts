import type { PlainDate } from '../calendar/plain-date.ts';
import type { TeamType } from '../teams/team.ts';
import { mergeFindings, refuseDuplicates } from './duplicates.ts';
import type { CheckedRecord, Findings, KindRules } from './kind.ts';
import type { PlacedNote } from './read-row.ts';
import { foldName } from './read-text.ts';
import { teamColumns, type TeamCells } from './team-columns.ts';

/** A source of a team as its sheet names it; the rank is its place in the team's own list. */
export type SourceEntry = {
  readonly kind: 'org' | 'cost-centre' | 'roster-unit';
  readonly code: string;
  readonly rank: number;
};

/** One accepted row of a team sheet: minutes a week, basis points, pence. `null` is not known. */
export type TeamRow = {
  readonly name: string;
  readonly division: string | null;
  readonly type: TeamType;
  readonly sources: readonly SourceEntry[];
  readonly plannedMinimumMinutes: number | null;
  /** Monday first. */
  readonly plannedMinimumByWeekday: readonly number[] | null;
  readonly plannedMinimumOwner: string | null;
  readonly plannedMinimumDate: PlainDate | null;
  readonly plannedMinimumSource: string | null;
  readonly temporaryCoverMinutes: number;
  readonly studyHeadroomMinutes: number;
  readonly unavailabilityIncludesStudy: boolean | null;
  /** January first. */
  readonly unavailabilityBp: readonly number[] | null;
  readonly unavailabilitySdBp: number | null;
  readonly shiftMinutes: number | null;
  readonly coverBand: string | null;
  readonly coverRates: Readonly<Record<string, number>> | null;
  readonly backfillBp: number | null;
  readonly fillBp: number | null;
};

const weekdayKeys = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const monthKeys = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

type GroupKey = (typeof weekdayKeys)[number] | (typeof monthKeys)[number];

/** The values of a group of columns of which all or none must be given; `null` when one is missing. */
function together(cells: Partial<TeamCells>, keys: readonly GroupKey[]): number[] | null {
  const values = keys.map((key) => cells[key]);
  return values.every((value) => typeof value === 'number') ? values : null;
}

function missingFromGroup(cells: Partial<TeamCells>, keys: readonly GroupKey[]): PlacedNote[] {
  const empty = keys.filter((key) => cells[key] === null);
  if (empty.length === 0 || empty.length === keys.length) return [];
  const message = `Give all ${keys.length} of these columns or none: this one is empty and others are not.`;
  return empty.map((key) => ({ column: teamColumns[key].heading, code: 'REQUIRED', message }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function minimumNotes(cells: Partial<TeamCells>): PlacedNote[] {
  const notes: PlacedNote[] = [];
  const byWeekday = together(cells, weekdayKeys);
  const weekly = cells.plannedMinimumMinutes ?? null;
  if (byWeekday !== null && weekly !== null && sum(byWeekday) !== weekly) {
    const message =
      'The week and its seven days do not add up. Both are kept: weeks use the week, days the days.';
    notes.push({ column: teamColumns.plannedMinimumMinutes.heading, code: 'MINIMUM_DISAGREES', message });
  }
  if ((weekly !== null || byWeekday !== null) && cells.plannedMinimumOwner === null) {
    const message =
      'A planned minimum needs somebody who answers for it. It is used; add its owner, date and source.';
    notes.push({ column: teamColumns.plannedMinimumOwner.heading, code: 'MINIMUM_NOT_OWNED', message });
  }
  return notes;
}

function acrossCells(cells: Partial<TeamCells>): Findings {
  const refused = [...missingFromGroup(cells, weekdayKeys), ...missingFromGroup(cells, monthKeys)];
  const warned = minimumNotes(cells);
  if (cells.orgCodes === null && cells.costCentres === null && cells.rosterUnits === null) {
    const message =
      'No organisation, cost centre or roster unit is given: no staff can be found for this team.';
    warned.push({ column: teamColumns.orgCodes.heading, code: 'NO_SOURCE', message });
  }
  if (cells.name === teamColumns.name.example) {
    refused.push({
      column: null,
      code: 'EXAMPLE_ROW',
      message: 'This is the example row of the template. Delete it.',
    });
  }
  return { refused, warned };
}

function entries(kind: SourceEntry['kind'], codes: readonly string[] | null): SourceEntry[] {
  return (codes ?? []).map((code, index) => ({ kind, code, rank: index + 1 }));
}

function toRow(cells: TeamCells): TeamRow {
  const byWeekday = together(cells, weekdayKeys);
  const minimum = cells.plannedMinimumMinutes ?? (byWeekday === null ? null : sum(byWeekday));
  return {
    name: cells.name,
    division: cells.division,
    type: cells.type,
    sources: [
      ...entries('org', cells.orgCodes),
      ...entries('cost-centre', cells.costCentres),
      ...entries('roster-unit', cells.rosterUnits),
    ],
    plannedMinimumMinutes: minimum,
    plannedMinimumByWeekday: byWeekday,
    // Without a minimum there is nothing to own.
    plannedMinimumOwner: minimum === null ? null : cells.plannedMinimumOwner,
    plannedMinimumDate: minimum === null ? null : cells.plannedMinimumDate,
    plannedMinimumSource: minimum === null ? null : cells.plannedMinimumSource,
    temporaryCoverMinutes: cells.temporaryCoverMinutes ?? 0,
    studyHeadroomMinutes: cells.studyHeadroomMinutes ?? 0,
    unavailabilityIncludesStudy: cells.unavailabilityIncludesStudy,
    unavailabilityBp: together(cells, monthKeys),
    unavailabilitySdBp: cells.unavailabilitySdBp,
    shiftMinutes: cells.shiftMinutes,
    coverBand: cells.coverBand,
    coverRates: cells.coverRates,
    backfillBp: cells.backfillBp,
    fillBp: cells.fillBp,
  };
}

const sourceColumns: Readonly<Record<SourceEntry['kind'], string>> = {
  org: teamColumns.orgCodes.heading,
  'cost-centre': teamColumns.costCentres.heading,
  'roster-unit': teamColumns.rosterUnits.heading,
};

/** A source that two teams claim: allowed, and said, since an assignment is counted in one team only. */
function warnOfSharedSources(records: readonly CheckedRecord<TeamRow>[]): Map<number, Findings> {
  const claims = new Map<string, number[]>();
  const keyOf = ({ kind, code }: SourceEntry): string => `${kind}|${foldName(code)}`;
  for (const { record, row } of records) {
    for (const source of row?.sources ?? [])
      claims.set(keyOf(source), [...(claims.get(keyOf(source)) ?? []), record]);
  }
  const found = new Map<number, Findings>();
  for (const { record, row } of records) {
    const warned = (row?.sources ?? [])
      .filter((source) => (claims.get(keyOf(source)) ?? []).length > 1)
      .map(({ kind, code }): PlacedNote => {
        const message = `“${code}” belongs to more than one team. Its staff are counted once, in the team that lists it first.`;
        return { column: sourceColumns[kind], code: 'SOURCE_SHARED', message };
      });
    if (warned.length > 0) found.set(record, { refused: [], warned });
  }
  return found;
}

/** How a team sheet is checked. */
export const teamRules: KindRules<typeof teamColumns, TeamRow> = {
  kind: 'teams',
  columns: teamColumns,
  acrossCells,
  toRow,
  keyOf: (cells) => (cells.name === undefined ? null : foldName(cells.name)),
  personOf: () => null,
  settle: (records) => records,
  acrossRows: (records) =>
    mergeFindings(refuseDuplicates(records, { column: 'Team', what: 'team' }), warnOfSharedSources(records)),
};
