import { csvOut, type CsvCell } from '../../shared/imports/csv-out.ts';
import { teamColumns } from '../../shared/imports/team-columns.ts';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import { hoursText, percentText, poundsText } from './cell-text.ts';

type Key = keyof typeof teamColumns;

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

function codes(team: TeamRow, kind: TeamRow['sources'][number]['kind']): string {
  return team.sources.flatMap((source) => (source.kind === kind ? [source.code] : [])).join('; ');
}

function yesOrNo(value: boolean | null): CsvCell {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}

function rates(team: TeamRow): CsvCell {
  if (team.coverRates === null) return null;
  return Object.entries(team.coverRates)
    .map(([year, pence]) => `${year}=${poundsText(pence)}`)
    .join('; ');
}

/** One cell for each key of a group, or none. */
function group<K extends string>(
  keys: readonly K[],
  values: readonly number[] | null,
  write: (value: number) => string,
): Record<K, CsvCell> {
  const cell = (index: number): CsvCell => {
    const value = values?.[index];
    return value === undefined ? null : write(value);
  };
  return Object.fromEntries(keys.map((key, index) => [key, cell(index)])) as Record<K, CsvCell>;
}

function cellsOf(team: TeamRow): Readonly<Record<Key, CsvCell>> {
  return {
    name: team.name,
    division: team.division,
    type: team.type.replaceAll('-', ' '),
    orgCodes: codes(team, 'org'),
    costCentres: codes(team, 'cost-centre'),
    rosterUnits: codes(team, 'roster-unit'),
    plannedMinimumMinutes: hoursText(team.plannedMinimumMinutes),
    ...group(weekdayKeys, team.plannedMinimumByWeekday, hoursText),
    plannedMinimumOwner: team.plannedMinimumOwner,
    plannedMinimumDate: team.plannedMinimumDate,
    plannedMinimumSource: team.plannedMinimumSource,
    temporaryCoverMinutes: hoursText(team.temporaryCoverMinutes),
    studyHeadroomMinutes: hoursText(team.studyHeadroomMinutes),
    unavailabilityIncludesStudy: yesOrNo(team.unavailabilityIncludesStudy),
    ...group(monthKeys, team.unavailabilityBp, percentText),
    unavailabilitySdBp: percentText(team.unavailabilitySdBp),
    shiftMinutes: hoursText(team.shiftMinutes),
    coverBand: team.coverBand,
    backfillBp: percentText(team.backfillBp),
    fillBp: percentText(team.fillBp),
    coverRates: rates(team),
  };
}

/** The team sheet as its import reads it. */
export function writeTeamCsv(teams: readonly TeamRow[]): string {
  const keys = Object.keys(teamColumns) as Key[];
  const rows = teams.map((team) => {
    const cells = cellsOf(team);
    return keys.map((key) => cells[key]);
  });
  return csvOut(
    keys.map((key) => teamColumns[key].heading),
    rows,
  );
}
