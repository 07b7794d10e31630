import type { ReactElement } from 'react';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import { DataTable } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { poundsAndPence } from '../format/money.ts';

/** The rate rows behind planned weeks: what an hour costs in each year, with source and date. */
export function BudgetRates({ rates }: { readonly rates: readonly RateUsed[] }): ReactElement {
  return (
    <DataTable
      caption="Rates"
      note="Pounds an hour, with on-costs"
      rows={rates}
      rowKey={({ financialYear, from, rung }) => `${financialYear} ${from ?? ''} ${rung ?? ''}`}
      columns={[
        {
          key: 'year',
          label: 'Year',
          value: ({ financialYear, from }) =>
            from === undefined ? financialYear : `${financialYear}, from ${longDate(from)}`,
        },
        {
          key: 'rate',
          label: 'An hour',
          numeric: true,
          value: ({ pence }) => pence / 100,
          cell: ({ pence }) => poundsAndPence(pence),
        },
        { key: 'source', label: 'Source', value: sourceOf },
      ]}
    />
  );
}

/** "Basic pay £19.20 + Employer NI £2.13, from 1 April 2026 (published)". */
function sourceOf({ origin, status, lines }: RateUsed): string {
  if (origin === 'typed') return 'Typed in the team sheet';
  const parts = lines.map(({ label, pence }) => `${label} ${poundsAndPence(pence)}`).join(' + ');
  const from = lines
    .flatMap(({ uses }) => uses.map(({ effectiveFrom }) => effectiveFrom))
    .sort()
    .at(-1);
  return `${parts}${from === undefined ? '' : `, from ${longDate(from)}`} (${status ?? 'typed'})`;
}
