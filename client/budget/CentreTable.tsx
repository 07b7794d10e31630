import type { ReactElement } from 'react';
import type { BudgetSummary } from '../../shared/budget/budget-summary.ts';
import type { CentreOfBudget } from '../../shared/budget/month-table.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { pounds } from '../format/money.ts';
import { centreName } from './budget-words.ts';
import { centreRows, type CentreRow } from './budget-model.ts';
import { Pound } from './Pound.tsx';

type Sum = 'budget' | 'actual' | 'left';

function sumColumn(
  key: Sum,
  label: string,
  year: FinancialYear,
  of: (row: CentreRow) => CentreOfBudget | null,
): DataColumn<CentreRow> {
  const pence = (row: CentreRow): number | null => of(row)?.[key] ?? null;
  return {
    key: `${key} ${year}`,
    label,
    note: year,
    numeric: true,
    sortable: true,
    value: (row) => {
      const found = pence(row);
      return found === null ? null : found / 100;
    },
    cell: (row) => {
      const found = pence(row);
      return found === null ? '–' : pounds(found);
    },
  };
}

function yearColumns(year: FinancialYear, index: number): DataColumn<CentreRow>[] {
  const of = (row: CentreRow): CentreOfBudget | null => row.byYear[index] ?? null;
  return [
    sumColumn('budget', 'Budget', year, of),
    ...(index === 0 ? [sumColumn('actual', 'Actual', year, of)] : []),
    {
      key: `forecast ${year}`,
      label: 'Forecast',
      note: year,
      numeric: true,
      sortable: true,
      value: (row) => (of(row)?.forecast ?? 0) / 100,
      cell: (row) => <Pound pence={of(row)?.forecast ?? 0} of={{ kind: 'centre', code: row.code, year }} />,
    },
    sumColumn('left', 'Left', year, of),
  ];
}

/** Budget and forecast of every cost centre in both years. */
export function CentreTable({ summary }: { readonly summary: BudgetSummary }): ReactElement {
  return (
    <DataTable<CentreRow>
      caption="Budget and forecast by cost centre"
      note="Where the cost is incurred, before the recharge to who pays; income with the fee it pays"
      rows={centreRows(summary)}
      rowKey={({ code }) => code ?? 'not known'}
      csvName="budget-by-cost-centre.csv"
      pageRows={30}
      foot="Adds up to the same as the months, to the penny. Cover is split by contracted hours, a fee goes whole to the team’s main centre, unless codes below say otherwise."
      columns={[
        { key: 'centre', label: 'Cost centre', value: ({ code }) => centreName(code) },
        ...summary.years.flatMap(yearColumns),
      ]}
    />
  );
}
