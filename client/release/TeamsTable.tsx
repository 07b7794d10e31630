import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { formatNumber } from '../format/numbers.ts';
import { isJudged, type TeamWeeksByStanding } from './grid-view.ts';

type TeamsTableProps = { readonly standings: readonly TeamWeeksByStanding[]; readonly weekCount: number };

function countColumn(
  key: 'afterCover' | 'newlyShort' | 'withoutRelease' | 'close',
  label: string,
): DataColumn<TeamWeeksByStanding> {
  const value = (row: TeamWeeksByStanding): number | null => (isJudged(row.team) ? row[key].length : null);
  return {
    key,
    label,
    numeric: true,
    sortable: true,
    value,
    cell: (row) => {
      const count = value(row);
      return count === null ? <NotKnown /> : formatNumber(count);
    },
  };
}

const columns: readonly DataColumn<TeamWeeksByStanding>[] = [
  {
    key: 'team',
    label: 'Team',
    sortable: true,
    value: ({ team }) => team.name,
    cell: ({ team }) => (
      <Link to={paths.team} params={{ teamId: team.id }}>
        {team.name}
      </Link>
    ),
  },
  { key: 'division', label: 'Division', sortable: true, value: ({ team }) => team.division },
  { key: 'learners', label: 'Learners', numeric: true, sortable: true, value: ({ team }) => team.learners },
  countColumn('newlyShort', 'Weeks newly short'),
  countColumn('afterCover', 'Still short after cover'),
  countColumn('withoutRelease', 'Short with nobody released'),
  countColumn('close', 'Close'),
  {
    key: 'tightest',
    label: 'Hours above minimum in the tightest week',
    numeric: true,
    sortable: true,
    value: ({ tightest }) => (tightest === null ? null : tightest.minutes / 60),
    cell: ({ tightest }) => (tightest === null ? <NotKnown /> : hours(tightest.minutes)),
  },
  {
    key: 'week',
    label: 'Tightest week',
    sortable: true,
    value: ({ tightest }) => tightest?.monday ?? null,
    cell: ({ tightest }) =>
      tightest === null ? '–' : <span className="pt-release-nowrap">{shortDate(tightest.monday)}</span>,
  },
];

/** The grid as a table: a row a team, with its weeks counted by how they stand. The CSV of the grid holds every week. */
export function TeamsTable({ standings, weekCount }: TeamsTableProps): ReactElement {
  return (
    <DataTable
      caption="Teams and their weeks"
      note={`Weeks of the ${weekCount} shown, after cover at the team’s fill`}
      columns={columns}
      rows={standings}
      rowKey={({ team }) => team.id}
      zebra
      csvName="teams.csv"
    />
  );
}
