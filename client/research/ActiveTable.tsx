import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { Suppressed } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { groupingNames, type PeopleSearch } from './people-search.ts';
import { wteValue } from './people-words.ts';
import type { ShownPeople } from './research-model.ts';

type Headcount = ShownPeople['headcounts'][PeopleSearch['by']];
type Group = Headcount['groups'][number];

type ActiveTableProps = {
  readonly headcount: Headcount;
  readonly by: PeopleSearch['by'];
  readonly dataCut: PlainDate;
};

const total = 'All groups';

function shares(groups: readonly Group[]): readonly DataColumn<Group>[] {
  if (groups.every(({ shareBp }) => shareBp === null)) return [];
  return [
    {
      key: 'share',
      label: 'Of those in post',
      numeric: true,
      value: ({ shareBp }) => (shareBp === null ? null : shareBp / 100),
      cell: ({ shareBp }) => (shareBp === null ? '–' : percent(shareBp)),
    },
  ];
}

function columnsOf({ by, headcount }: ActiveTableProps): readonly DataColumn<Group>[] {
  return [
    { key: 'group', label: groupingNames[by], value: ({ group }) => group },
    {
      key: 'people',
      label: 'People',
      numeric: true,
      value: ({ people }) => people,
      cell: ({ people }) => (people === null ? <Suppressed /> : formatNumber(people)),
    },
    {
      key: 'wte',
      label: 'WTE',
      numeric: true,
      value: ({ wteE5 }) => (wteE5 === null ? null : wteValue(wteE5)),
      cell: ({ wteE5 }) => (wteE5 === null ? '–' : formatNumber(wteValue(wteE5), 2)),
    },
    ...shares(headcount.groups),
  ];
}

/** Headcount and WTE by one kind of group; groups of few people are one row together, hidden. */
export function ActiveTable(props: ActiveTableProps): ReactElement {
  const { headcount, by, dataCut } = props;
  const shown = headcount.groups.filter(({ people }) => people !== null);
  const hidden = headcount.groups.length - shown.length;
  const together = { group: plural(hidden, 'group hidden', 'groups hidden'), people: null };
  const rows: readonly Group[] = [
    ...shown,
    ...(hidden === 0 ? [] : [{ ...together, wteE5: null, shareBp: null }]),
    { group: total, people: headcount.people, wteE5: headcount.wteE5, shareBp: null },
  ];
  return (
    <DataTable
      caption={`Research-active people by ${groupingNames[by].toLowerCase()}`}
      note={`People in post on ${longDate(dataCut)}, each counted once`}
      columns={columnsOf(props)}
      rows={rows}
      rowKey={({ group }) => group}
      rowKind={({ group }) => (group === total ? 'total' : 'plain')}
      csvName={`research-active-by-${by}.csv`}
      foot="Somebody who belongs to several groups stands under “More than one”, so that headcounts add up to the people and WTE to theirs. Groups under 5, and as many more as would give one away, are hidden with their WTE and share."
    />
  );
}
