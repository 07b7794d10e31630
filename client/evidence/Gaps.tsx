import type { ReactElement } from 'react';
import { useSession } from '../app/session.ts';
import { StatusBadge } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import { gapsOf, type HeldStatement, type ListedGap } from './evidence-model.ts';

const columns = (today: string): readonly DataColumn<ListedGap>[] => [
  { key: 'gap', label: 'Gap', value: ({ gap }) => gap },
  { key: 'code', label: 'Question', value: ({ code }) => code, sortable: true },
  { key: 'action', label: 'Action', value: ({ action }) => action },
  {
    key: 'by',
    label: 'By',
    value: ({ by }) => by,
    cell: ({ by }) => (
      <>
        {shortDate(by)} {by < today ? <StatusBadge kind="old">Day has passed</StatusBadge> : null}
      </>
    ),
    oneLine: true,
    sortable: true,
  },
  { key: 'owner', label: 'Owner', value: ({ owner }) => owner, sortable: true },
];

/** Everything the pack says is missing, the soonest action first. */
export function Gaps({ statements }: { readonly statements: readonly HeldStatement[] }): ReactElement {
  const { today } = useSession();
  return (
    <DataTable
      caption="Gaps"
      note="Said in the pack as they are, with what is done about each"
      columns={columns(today)}
      rows={gapsOf(statements)}
      rowKey={({ key }) => key}
      csvName="evidence-gaps.csv"
      empty="No gap is recorded. A pack without one is seldom believed: add them under the questions."
    />
  );
}
