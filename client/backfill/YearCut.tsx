import type { ReactElement } from 'react';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { pounds } from '../format/money.ts';
import { bareHours, rungHours, rungsOf, sumOver, type YearColumn } from './cover-model.ts';
import { Pound } from './Pound.tsx';

export type YearCutProps = {
  readonly summary: BackfillSummary;
  readonly columns: readonly YearColumn[];
  readonly foot: string;
};

type Row = ReturnType<typeof rungsOf>[number] | 'cost';

/** Hours down the ladder and the pounds under them, years side by side; unfilled hours stand right above the cost. */
export function YearCut({ summary, columns, foot }: YearCutProps): ReactElement {
  const amount = (row: Row, column: YearColumn): number =>
    row === 'cost'
      ? sumOver(summary.byYear, column, ({ costPence }) => costPence)
      : sumOver(summary.ladder, column, row.of);
  const yearColumn = (column: YearColumn): DataColumn<Row> => ({
    key: column.key,
    label: column.label,
    ...(column.note === undefined ? {} : { note: column.note }),
    numeric: true,
    shaded: column.years.length > 1,
    value: (row) => (row === 'cost' ? amount(row, column) / 100 : bareHours(row, amount(row, column))),
    cell: (row) => {
      if (row !== 'cost') return rungHours(row, amount(row, column));
      const [year] = column.years;
      const pence = amount(row, column);
      return year === undefined || column.years.length > 1 ? (
        pounds(pence)
      ) : (
        <Pound pence={pence} of={{ kind: 'year', year }} />
      );
    },
  });
  return (
    <DataTable<Row>
      caption="Hours and cover cost by financial year"
      note="Whole trust; hours, then pounds. Financial years run from 1 April to 31 March."
      rows={[...rungsOf(summary), 'cost']}
      rowKey={(row) => (row === 'cost' ? row : row.key)}
      rowKind={(row) => (row === 'cost' ? 'total' : row.key === 'unfilled' ? 'shaded' : 'plain')}
      csvName="cover-by-financial-year.csv"
      foot={foot}
      columns={[
        {
          key: 'row',
          label: 'Hours and pounds',
          value: (row) => (row === 'cost' ? 'Cover cost' : row.label),
        },
        ...columns.map(yearColumn),
      ]}
    />
  );
}
