import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { dueWorking, type ShownActivity } from './research-model.ts';

type Row = ShownActivity['behind'][number];

const text = (key: string, label: string, of: (row: Row) => string | null): DataColumn<Row> => ({
  key,
  label,
  value: of,
  cell: (row) => of(row) ?? <NotKnown />,
});

const columns: readonly DataColumn<Row>[] = [
  {
    key: 'study',
    label: 'Study',
    value: ({ reference }) => reference,
    cell: ({ id, reference, title }) => (
      <>
        <Link to={paths.study} params={{ studyId: id }} hash="recruitment">
          {reference}
        </Link>
        <span className="pt-meta pt-table__note">{title}</span>
      </>
    ),
  },
  { key: 'target', label: 'Target', numeric: true, value: ({ target }) => target },
  { key: 'due', label: 'Due by now', numeric: true, value: ({ due }) => due },
  { key: 'recruited', label: 'Recruited', numeric: true, value: ({ recruited }) => recruited },
  { key: 'short', label: 'Short', numeric: true, value: ({ due, recruited }) => due - recruited },
  {
    key: 'working',
    label: 'Due: target × share of window',
    note: 'days gone by ÷ all days',
    value: dueWorking,
    oneLine: true,
  },
  text('reason', 'Reason', ({ behindReason }) => behindReason),
  text('action', 'Action', ({ behindAction }) => behindAction),
  text('owner', 'Owner', ({ behindOwner }) => behindOwner),
  {
    key: 'by',
    label: 'By',
    value: ({ behindDue }) => behindDue,
    cell: ({ behindDue }) => (behindDue === null ? <NotKnown /> : shortDate(behindDue)),
    oneLine: true,
  },
];

/** Studies that recruited less than their share, the furthest behind first, each with what is done about it. */
export function BehindTable({ shown }: { readonly shown: ShownActivity }): ReactElement {
  const { recruitment, behind } = shown;
  const [first] = behind;
  const unknown = recruitment['no-goal'] + recruitment['not-known'];
  return (
    <DataTable
      caption="Studies behind target"
      note={`Open and suspended studies${first === undefined ? '' : `, at ${longDate(first.judgedOn)}`}: ${recruitment.behind} behind, ${recruitment['on-target']} on target, ${recruitment['not-started']} not started, ${unknown} not known`}
      columns={columns}
      rows={behind}
      rowKey={({ id }) => id}
      csvName="studies-behind-target.csv"
      pageRows={50}
      empty="No study with a target, a window and its months recorded is behind."
      foot={`The rule: behind is fewer recruited than target × share of the recruitment window gone by, in days, at the end of the last whole month. Not known: ${plural(recruitment['no-goal'], 'study has', 'studies have')} no target or window, ${plural(recruitment['not-known'], 'lacks', 'lack')} months.`}
    />
  );
}
