import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import type { ShownCatalogue } from './catalogue-model.ts';
import { OwnRows } from './OwnRows.tsx';
import type { Course } from './row-draft.ts';

type Fee = ShownCatalogue['fees'][number];

function dated(key: string, label: string, of: (fee: Fee) => PlainDate | null): DataColumn<Fee> {
  const cell = (fee: Fee): string => {
    const day = of(fee);
    return day === null ? 'Not known, enter yours' : longDate(day);
  };
  return { key, label, value: of, cell };
}

const columns: readonly DataColumn<Fee>[] = [
  { key: 'year', label: 'Academic year', value: ({ academicYear }) => academicYear },
  {
    key: 'fee',
    label: 'Fee',
    numeric: true,
    value: ({ feePence }) => feePence / 100,
    cell: ({ feePence }) => pounds(feePence),
  },
  dated('invoiced', 'Invoiced on', ({ invoicedOn }) => invoicedOn),
  dated('liable', 'Owed from', ({ liableFrom }) => liableFrom),
  dated('refund', 'Last day of refund', ({ refundUntil }) => refundUntil),
  { key: 'source', label: 'Source', value: ({ source }) => source },
];

/** The fee of one course by year, as the trust entered it; it counts for learners without a fee of their own. */
export function CourseFees(props: { readonly shown: ShownCatalogue; readonly course: Course }): ReactElement {
  const { shown, course } = props;
  const rows = shown.fees.filter((row) => row.university === course.university && row.stage === course.stage);
  return (
    <>
      <h3>Fees</h3>
      <DataTable
        caption="Fees of this course"
        note="Counts for each learner of that year who has no fee of their own"
        rows={rows}
        rowKey={({ id }) => id}
        csvName="course-fees.csv"
        empty="No fee is published: not known, enter yours."
        columns={columns}
      />
      <OwnRows
        kind="programme-fee"
        what="a fee of this course"
        course={course}
        rows={rows}
        nameOf={(row) => ('academicYear' in row ? row.academicYear : row.id)}
      />
    </>
  );
}
