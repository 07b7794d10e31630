import type { ReactElement } from 'react';
import type { BudgetSums } from '../../shared/budget/month-table.ts';
import type { BudgetSummary } from '../../shared/budget/budget-summary.ts';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longMonth } from '../format/dates.ts';
import { axisPounds, pounds } from '../format/money.ts';
import { monthChart, monthRows, type MonthRow } from './budget-model.ts';
import { Pound } from './Pound.tsx';

type Sum = 'budget' | 'actual' | 'notKnown' | 'ahead' | 'left' | 'committed' | 'cash';

function column(key: Sum, label: string, note?: string): DataColumn<MonthRow> {
  const value = (row: BudgetSums): number | null => row[key];
  return {
    key,
    label,
    numeric: true,
    ...(note === undefined ? {} : { note }),
    value: (row) => {
      const pence = value(row);
      return pence === null ? null : pence / 100;
    },
    cell: (row) => {
      const pence = value(row);
      return pence === null ? '–' : pounds(pence);
    },
  };
}

const forecast: DataColumn<MonthRow> = {
  key: 'forecast',
  label: 'Forecast',
  numeric: true,
  value: (row) => row.forecast / 100,
  cell: (row) => (
    <Pound
      pence={row.forecast}
      of={row.kind === 'month' ? { kind: 'month', month: row.month } : { kind: 'year', year: row.year }}
    />
  ),
};

/** Two years by month, on accruals with cash beside. */
export function MonthTable({ summary }: { readonly summary: BudgetSummary }): ReactElement {
  const { headline, model } = monthChart(summary);
  const notKnown = summary.months.some((month) => month.notKnown !== 0);
  return (
    <>
      <ColumnsChart
        words={{
          headline,
          subtitle: 'Forecast cost before income, whole trust, on accruals',
          csvName: 'budget-by-month-chart.csv',
        }}
        model={model}
        axisFormat={axisPounds}
      />
      <DataTable<MonthRow>
        caption="Budget, actual and forecast by month"
        note="Cover and course fees less income, on accruals; cash when the money moves"
        rows={monthRows(summary)}
        rowKey={({ key }) => key}
        rowKind={({ kind }) => (kind === 'total' ? 'total' : 'plain')}
        csvName="budget-by-month.csv"
        foot="Forecast = actual + still to come. Committed (booked with the bank, courses that have begun) is part of what is to come. A minus is income above cost."
        columns={[
          {
            key: 'month',
            label: 'Month',
            value: (row) => (row.kind === 'month' ? longMonth(row.month) : `All of ${row.year}`),
          },
          column('budget', 'Budget'),
          column('actual', 'Actual'),
          ...(notKnown ? [column('notKnown', 'Planned', 'no shifts imported')] : []),
          column('ahead', 'Still to come'),
          forecast,
          column('left', 'Left of budget'),
          column('committed', 'Committed'),
          column('cash', 'Cash'),
        ]}
      />
    </>
  );
}
