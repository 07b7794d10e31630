import type { ReactElement, ReactNode } from 'react';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { pounds } from '../format/money.ts';
import { headingOfYears, sumOver, type YearColumn } from './cover-model.ts';
import type { YearsOfCost } from './cuts.ts';
import { Pound } from './Pound.tsx';
import type { WorkingOf } from './working-key.ts';

type CutRow = YearsOfCost & {
  readonly workingOf: (year: FinancialYear) => WorkingOf;
  readonly name?: ReactNode;
  readonly refused?: boolean;
};

type CutByYearProps = {
  readonly caption: string;
  readonly note: string;
  readonly csvName: string;
  readonly heading: string;
  readonly allLabel: string;
  readonly rows: readonly CutRow[];
  readonly columns: readonly YearColumn[];
  readonly foot: string;
};

type Row = CutRow | 'all';

/** Pounds by financial year, a row for each, with their sum; a pound opens its working. */
export function CutByYear({
  caption,
  note,
  csvName,
  heading,
  allLabel,
  rows,
  columns,
  foot,
}: CutByYearProps): ReactElement {
  const pence = (row: Row, column: YearColumn): number =>
    (row === 'all' ? rows : [row]).reduce(
      (sum, one) => sum + sumOver(one.byYear, column, ({ costPence }) => costPence),
      0,
    );
  const yearColumn = (column: YearColumn): DataColumn<Row> => ({
    key: column.key,
    label: column.label,
    ...(column.note === undefined ? {} : { note: column.note }),
    numeric: true,
    shaded: column.years.length > 1,
    value: (row) => pence(row, column) / 100,
    cell: (row) => {
      if (row !== 'all' && row.refused === true) return <NotKnown what="could not be worked out" />;
      const [year] = column.years;
      const amount = pence(row, column);
      if (year === undefined || column.years.length > 1) return pounds(amount);
      return <Pound pence={amount} of={row === 'all' ? { kind: 'year', year } : row.workingOf(year)} />;
    },
  });
  return (
    <DataTable<Row>
      caption={caption}
      note={note}
      rows={[...rows, 'all']}
      rowKey={(row) => (row === 'all' ? row : row.key)}
      rowKind={(row) => (row === 'all' ? 'total' : 'plain')}
      csvName={csvName}
      csv={{
        headings: [heading, ...columns.map(headingOfYears)],
        sums: columns.map(headingOfYears),
        rows: rows.map((row) => [
          row.label,
          ...columns.map((column) => (row.refused === true ? null : pence(row, column) / 100)),
        ]),
      }}
      foot={foot}
      columns={[
        {
          key: 'row',
          label: heading,
          value: (row) => (row === 'all' ? allLabel : row.label),
          cell: (row) => (row === 'all' ? allLabel : (row.name ?? row.label)),
        },
        ...columns.map(yearColumn),
      ]}
    />
  );
}
