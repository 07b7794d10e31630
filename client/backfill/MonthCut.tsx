import type { ReactElement } from 'react';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { DataTable } from '../components/DataTable.tsx';
import { longMonth } from '../format/dates.ts';
import { everyMonth } from './cover-model.ts';
import { monthRows, type MonthRow } from './cuts.ts';
import { Pound } from './Pound.tsx';

type CutProps = { readonly summary: BackfillSummary; readonly foot: string };

function monthLabel(row: MonthRow): string {
  if (row.kind === 'month') return longMonth(row.month);
  return row.kind === 'group' ? row.year : `All of ${row.year}`;
}

/** Cover by month of the release days, each financial year with its sum. */
export function MonthCut({ summary, foot }: CutProps): ReactElement {
  return (
    <DataTable<MonthRow>
      caption="Cover cost by month"
      note="By the days of release"
      rows={monthRows(summary)}
      rowKey={({ key }) => key}
      rowKind={({ kind }) => (kind === 'month' ? 'plain' : kind)}
      csvName="cover-by-month.csv"
      csv={{
        headings: ['Month', 'Cover cost (£)'],
        rows: everyMonth(summary.byMonth).map(({ month, costPence }) => [month, costPence / 100]),
        sums: ['Cover cost (£)'],
      }}
      foot={foot}
      columns={[
        { key: 'month', label: 'Month', value: monthLabel },
        {
          key: 'cost',
          label: 'Cover cost',
          numeric: true,
          value: ({ costPence }) => costPence,
          cell: (row) => (
            <Pound
              pence={row.costPence}
              of={
                row.kind === 'month' ? { kind: 'month', month: row.month } : { kind: 'year', year: row.year }
              }
            />
          ),
        },
      ]}
    />
  );
}
