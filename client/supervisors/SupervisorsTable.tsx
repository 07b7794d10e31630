import type { ReactElement } from 'react';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { letterInWords, originOf, type ShownSupervisor, type ShownSupervisors } from './supervisors-model.ts';

const columns: readonly DataColumn<ShownSupervisor>[] = [
  { key: 'name', label: 'Name', sortable: true, value: ({ name }) => name },
  { key: 'from', label: 'Employer', sortable: true, value: originOf },
  { key: 'letter', label: 'Contract or letter', value: letterInWords },
  { key: 'used', label: 'Slots used', numeric: true, sortable: true, value: ({ used }) => used },
  { key: 'slots', label: 'Slots', numeric: true, sortable: true, value: ({ counted }) => counted },
  {
    key: 'free',
    label: 'Free',
    numeric: true,
    sortable: true,
    value: ({ counted, used }) => counted - used,
    cell: ({ counted, used }) => (used > counted ? `${used - counted} too many` : counted - used),
  },
  {
    key: 'active',
    label: 'Active to',
    value: ({ activeTo }) => activeTo,
    cell: ({ activeTo }) => (activeTo === null ? 'No end' : shortDate(activeTo)),
    oneLine: true,
  },
];

/** Everybody who may supervise, with slots used against slots on the day of the data. */
export function SupervisorsTable({ shown }: { readonly shown: ShownSupervisors }): ReactElement {
  return (
    <DataTable
      caption="Supervisors and their slots"
      note={`On ${longDate(shown.dataCut)}; slots of somebody whose letter has run out do not count`}
      columns={columns}
      rows={shown.supervisors}
      rowKey={({ id }) => id}
      csvName="supervisors.csv"
    />
  );
}
