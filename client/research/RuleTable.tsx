import type { ReactElement } from 'react';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { whoMayLead } from './research-model.ts';
import type { ShownActivity } from './research-model.ts';

type Row = ShownActivity['byRule'][number];

function counted(of: (row: Row) => number | null): Pick<DataColumn<Row>, 'value' | 'cell'> {
  return { value: of, cell: (row) => of(row) ?? <NotKnown what="who is ready is not recorded" /> };
}

const columns: readonly DataColumn<Row>[] = [
  { key: 'who', label: 'Who may be PI', value: whoMayLead },
  { key: 'openings', label: 'Openings', numeric: true, value: ({ openings }) => openings },
  {
    key: 'mayLead',
    label: 'People ready who may',
    numeric: true,
    ...counted(({ mayLead }) => mayLead),
  },
  { key: 'gap', label: 'To grow', numeric: true, shaded: true, ...counted(({ gap }) => gap) },
];

/** The same openings by the rule of who may be PI, against people ready in any specialty. */
export function RuleTable({ shown }: { readonly shown: ShownActivity }): ReactElement {
  return (
    <DataTable
      caption="Openings by who may be PI"
      note="By the dated rule of the type of study, the widest gap first"
      columns={columns}
      rows={shown.byRule}
      rowKey={whoMayLead}
      csvName="openings-by-rule.csv"
      empty="No study wants a PI within 12 months."
      foot="Somebody may lead under several rules, so people are not added. Whether they know the specialty is in the table above."
    />
  );
}
