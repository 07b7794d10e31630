import type { ReactElement } from 'react';
import type { BudgetSummary } from '../../shared/budget/budget-summary.ts';
import type { SourceInKind } from '../../shared/budget/in-kind.ts';
import type { SourceOfIncome } from '../../shared/budget/month-table.ts';
import { DataTable } from '../components/DataTable.tsx';
import { pounds } from '../format/money.ts';
import { sourceName } from './budget-words.ts';
import { Pound } from './Pound.tsx';

/** What others pay straight to the university: beside our books, in none of their sums. */
export function InKindTable({ summary }: { readonly summary: BudgetSummary }): ReactElement | null {
  if (summary.inKind.length === 0) return null;
  return (
    <DataTable<SourceInKind>
      caption="Support in kind"
      note="Paid straight to the university: not our income, in no journal and no figure above"
      rows={summary.inKind}
      rowKey={({ source, year }) => JSON.stringify([source, year])}
      csvName="support-in-kind.csv"
      columns={[
        { key: 'source', label: 'Source', value: ({ source }) => sourceName(source) },
        { key: 'year', label: 'Year', value: ({ year }) => year },
        {
          key: 'pence',
          label: 'Of the year',
          numeric: true,
          value: ({ pence }) => pence / 100,
          cell: ({ pence }) => pounds(pence),
        },
      ]}
    />
  );
}

/** What pays for the courses, by source and year: earned on accruals, and when the money moves. */
export function IncomeTable({ summary }: { readonly summary: BudgetSummary }): ReactElement {
  return (
    <DataTable<SourceOfIncome>
      caption="Income by source"
      note="Earned straight line over the months of the course it pays"
      rows={summary.income}
      rowKey={({ source, fundingCode, year }) => JSON.stringify([source, fundingCode, year])}
      csvName="income-by-source.csv"
      empty="No learner has a fee that somebody else pays."
      columns={[
        { key: 'source', label: 'Source', value: ({ source }) => sourceName(source) },
        { key: 'code', label: 'Funding code', value: ({ fundingCode }) => fundingCode ?? 'not entered' },
        { key: 'year', label: 'Year', value: ({ year }) => year },
        money('earned', 'Earned to date', ({ earned }) => earned),
        money('toCome', 'Still to earn', ({ toCome }) => toCome),
        {
          ...money('whole', 'In the year', ({ earned, toCome }) => earned + toCome),
          cell: ({ earned, toCome, source, year }) => (
            <Pound pence={earned + toCome} of={{ kind: 'source', source, year }} />
          ),
        },
        money('cash', 'Cash', ({ cash }) => cash),
      ]}
    />
  );
}

function money(key: string, label: string, of: (row: SourceOfIncome) => number) {
  return {
    key,
    label,
    numeric: true,
    value: (row: SourceOfIncome) => of(row) / 100,
    cell: (row: SourceOfIncome) => pounds(of(row)),
  };
}
