import type { ReactElement } from 'react';
import type { SlotsOfMonth } from '../../shared/learners/supervisor-slots.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longMonth } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import type { ShownSupervisors } from './supervisors-model.ts';

const columns: readonly DataColumn<SlotsOfMonth>[] = [
  {
    key: 'month',
    label: 'Month',
    value: ({ month }) => month,
    cell: ({ month }) => longMonth(month),
    oneLine: true,
  },
  { key: 'needed', label: 'Slots needed', numeric: true, value: ({ needed }) => needed },
  { key: 'exist', label: 'Slots that exist', numeric: true, value: ({ exist }) => exist },
  { key: 'short', label: 'Short', numeric: true, value: ({ short }) => short },
  {
    key: 'without',
    label: 'Learners without a supervisor',
    numeric: true,
    value: ({ withoutSupervisor }) => withoutSupervisor,
  },
  { key: 'all', label: 'Needed if all who ask come', numeric: true, value: ({ ifAllCome }) => ifAllCome },
];

/** The month of the data and every intake after it that is on the register. */
export function IntakesTable({ shown }: { readonly shown: ShownSupervisors }): ReactElement {
  const elsewhere =
    shown.namedElsewhere === 0
      ? ''
      : ` ${plural(shown.namedElsewhere, 'learner has', 'learners have')} a supervisor on the register who is not on this list.`;
  return (
    <DataTable
      caption="Supervisor slots"
      note="The month of the data and each intake on the register, and where slots differ by term each term, on the first day of the month"
      columns={columns}
      rows={shown.intakes}
      rowKey={({ month }) => month}
      rowKind={({ short }) => (short > 0 ? 'shaded' : 'plain')}
      csvName="supervisor-slots.csv"
      foot={`Needed: learners of the framework with a place, on course or interrupted, from intake to the end of the stage. Interest and applications are in the last column only.${elsewhere}`}
    />
  );
}
