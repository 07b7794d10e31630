import type { ReactElement } from 'react';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { shortDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { formatNumber } from '../format/numbers.ts';
import { chance } from '../format/shares.ts';
import { fileNameOf } from './team-text.ts';
import type { TeamView } from './team-view.ts';
import { weekRows, type WeekRow } from './weeks-table.ts';

function hoursColumn(
  key: keyof WeekRow,
  label: string,
  value: (row: WeekRow) => number | null,
): DataColumn<WeekRow> {
  return {
    key,
    label,
    numeric: true,
    value,
    cell: (row) => {
      const hours = value(row);
      return hours === null ? <NotKnown /> : formatNumber(hours, 1);
    },
  };
}

const columns: readonly DataColumn<WeekRow>[] = [
  {
    key: 'monday',
    label: 'Week of',
    value: ({ monday }) => monday,
    cell: ({ monday }) => <span className="pt-release-nowrap">{shortDate(monday)}</span>,
  },
  hoursColumn('released', 'Released', ({ released }) => released),
  hoursColumn('toCover', 'To cover', ({ toCover }) => toCover),
  hoursColumn('filled', 'Filled', ({ filled }) => filled),
  hoursColumn('nobodyFills', 'Nobody fills', ({ nobodyFills }) => nobodyFills),
  hoursColumn('withCover', 'Available with cover', ({ withCover }) => withCover),
  hoursColumn('aboveWithoutRelease', 'Above minimum with nobody released', (row) => row.aboveWithoutRelease),
  hoursColumn('aboveWithoutCover', 'Above minimum without cover', (row) => row.aboveWithoutCover),
  hoursColumn('aboveWithCover', 'Above minimum with cover', (row) => row.aboveWithCover),
  hoursColumn('shifts', 'That in shifts', ({ shifts }) => shifts),
  {
    key: 'chance',
    label: 'Chance of being short',
    numeric: true,
    value: ({ chanceShort }) => chanceShort,
    cell: ({ chanceShort }) => (chanceShort === null ? <NotKnown /> : chance(chanceShort)),
  },
  {
    key: 'cost',
    label: 'Cover cost (£)',
    numeric: true,
    value: ({ costPounds }) => costPounds,
    cell: ({ costPounds }) => pounds(Math.round(costPounds * 100)),
  },
  {
    key: 'standing',
    label: 'Standing',
    value: ({ standing }) => standing,
    cell: ({ standing, isShort }) => (
      <span className="pt-release-nowrap">{isShort ? <strong>{standing}</strong> : standing}</span>
    ),
  },
];

/** Every week with its hours, margins, chance and cost. */
export function AllWeeks({ view }: { readonly view: TeamView }): ReactElement | null {
  const rows = weekRows(view);
  if (rows.length === 0) return null;
  const { name } = view.team.plan.team;
  return (
    <Disclosure look="ruled" summary={`All ${rows.length} weeks as a table`}>
      <DataTable
        caption={`${name}, ${rows.length} weeks`}
        note="Hours a week; a minus sign is below the planned minimum"
        columns={columns}
        rows={rows}
        rowKey={({ monday }) => monday}
        zebra
        csvName={`${fileNameOf(name)}-all-weeks.csv`}
      />
    </Disclosure>
  );
}
