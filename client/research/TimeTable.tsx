import type { ReactElement } from 'react';
import { delegationRoleNames } from '../../shared/research/delegation.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import type { ShownPeople } from './research-model.ts';

type Row = ShownPeople['time'][number];

function hoursOf(minutes: number | null): number | null {
  return minutes === null ? null : Math.round((minutes * 100) / 60) / 100;
}

function hoursColumn(
  key: string,
  label: string,
  note: string,
  of: (row: Row) => number | null,
): DataColumn<Row> {
  return {
    key,
    label,
    note,
    numeric: true,
    value: (row) => hoursOf(of(row)),
    cell: (row) => {
      const value = hoursOf(of(row));
      return value === null ? <NotKnown what="hours not known" /> : formatNumber(value, 2);
    },
  };
}

const columns: readonly DataColumn<Row>[] = [
  { key: 'role', label: 'Role', value: ({ role }) => delegationRoleNames[role] },
  { key: 'people', label: 'People', numeric: true, value: ({ people }) => people },
  hoursColumn('hours', 'Time for one', 'hours a week', ({ weeklyMinutes }) => weeklyMinutes),
  {
    key: 'funded',
    label: 'Funded by',
    value: ({ fundedBy }) => fundedBy,
    cell: ({ fundedBy }) => fundedBy ?? <NotKnown what="funding not known" />,
  },
  hoursColumn('needed', 'Time for all', 'hours a week', ({ neededMinutes }) => neededMinutes),
  {
    key: 'gains',
    label: 'Gained in 12 months',
    numeric: true,
    value: ({ gains }) => gains,
  },
  {
    key: 'forGains',
    label: 'Time for those gained',
    note: 'hours a week',
    numeric: true,
    value: ({ gainsMinutes }) => hoursOf(gainsMinutes),
    cell: ({ gains, gainsMinutes }) => {
      if (gains === null) return '–';
      return gainsMinutes === null ? (
        <NotKnown what="hours not known" />
      ) : (
        formatNumber(hoursOf(gainsMinutes) ?? 0, 2)
      );
    },
  },
  {
    key: 'agreed',
    label: 'Time agreed',
    note: 'hours a week, of how many people',
    numeric: true,
    value: ({ agreedMinutes }) => hoursOf(agreedMinutes),
    cell: ({ agreedMinutes, agreedPeople }) =>
      agreedPeople === 0 ? (
        <NotKnown what="no agreement recorded" />
      ) : (
        `${formatNumber(hoursOf(agreedMinutes) ?? 0, 2)}, of ${agreedPeople}`
      ),
  },
];

/** What time each role takes and who pays for it, beside the people in it and those gained within a year. */
export function TimeTable({ shown }: { readonly shown: ShownPeople }): ReactElement {
  const { roleTime } = shown;
  return (
    <DataTable
      caption="Time to act, by role"
      note={
        roleTime === null
          ? 'What time a role takes is not known: nobody has settled it'
          : `Time for one as settled from ${longDate(roleTime.effectiveFrom)} by ${roleTime.owner}`
      }
      columns={columns}
      rows={shown.time}
      rowKey={({ role }) => role}
      csvName="time-to-act.csv"
      foot="People by the highest role held on the day. Gained: first ever named in the role within the 12 months before; known of Principal and Co-Investigators. A gain without time is a name on a log: the time agreed is what managers signed for."
    />
  );
}
