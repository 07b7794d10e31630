import type { ReactElement } from 'react';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { longMonth } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { feesBeyond, feesRows, type FeesRow } from './fees-model.ts';
import { Pound } from './Pound.tsx';
import { WithWorking } from './WithWorking.tsx';

type FeesLedgerProps = { readonly summary: BackfillSummary; readonly years: readonly FinancialYear[] };

type Amount = 'accruedPence' | 'invoicedPence' | 'prepaidPence';

/** Fees less what funds them, a ledger of their own: never added into cover. */
export function FeesLedger({ summary, years }: FeesLedgerProps): ReactElement {
  const beyond = feesBeyond(summary, years);
  return (
    <Section title="Fees less funding: a ledger of its own">
      <p>
        Not in any cover figure above. A bursary pays fees, never cover. Whole financial years, also the
        months before the data cut.{' '}
        {summary.feesNotKnown === 0 ? '' : `Without ${summary.feesNotKnown} fees that nobody has entered.`}
      </p>
      <WithWorking summary={summary} kinds={['fees']}>
        <DataTable<FeesRow>
          caption="Fees less funding, by month"
          note="On accruals: straight line over the course. Invoiced: in its first month. A minus: funded beyond the fee, or used before it is invoiced."
          rows={feesRows(summary, years)}
          rowKey={({ key }) => key}
          rowKind={({ kind }) => (kind === 'group' || kind === 'total' ? kind : 'plain')}
          csvName="fees-ledger.csv"
          csv={csvOf(summary, years)}
          foot={
            beyond === 0
              ? 'Nothing is accrued after these years.'
              : `${pounds(beyond)} more is accrued after these years.`
          }
          columns={[
            { key: 'month', label: 'Month', value: labelOf },
            {
              key: 'accrued',
              label: 'On accruals',
              numeric: true,
              value: amountOf('accruedPence'),
              cell: AccruedCell,
            },
            {
              key: 'invoiced',
              label: 'Invoiced',
              numeric: true,
              value: amountOf('invoicedPence'),
              cell: cellOf('invoicedPence'),
            },
            {
              key: 'prepaid',
              label: 'Prepaid at month end',
              numeric: true,
              value: amountOf('prepaidPence'),
              cell: cellOf('prepaidPence'),
            },
          ]}
        />
      </WithWorking>
    </Section>
  );
}

function labelOf(row: FeesRow): string {
  switch (row.kind) {
    case 'group':
      return row.year;
    case 'opening':
      return 'Brought forward';
    case 'month':
      return longMonth(row.month);
    case 'total':
      return `All of ${row.year}`;
  }
}

function amount(row: FeesRow, which: Amount): number | null {
  if (row.kind === 'group') return null;
  if (row.kind === 'opening') return which === 'prepaidPence' ? row.prepaidPence : null;
  return row[which];
}

function amountOf(which: Amount): (row: FeesRow) => number | null {
  return (row) => amount(row, which);
}

function cellOf(which: Amount): (row: FeesRow) => string {
  return (row) => {
    const pence = amount(row, which);
    return pence === null ? '–' : pounds(pence);
  };
}

function AccruedCell(row: FeesRow): ReactElement | string {
  if (row.kind !== 'total') return cellOf('accruedPence')(row);
  return <Pound pence={row.accruedPence} of={{ kind: 'fees', year: row.year }} />;
}

function csvOf(summary: BackfillSummary, years: readonly FinancialYear[]) {
  return {
    headings: ['Month', 'On accruals (£)', 'Invoiced (£)', 'Prepaid at month end (£)'],
    sums: ['On accruals (£)', 'Invoiced (£)'],
    rows: feesRows(summary, years).flatMap((row) =>
      row.kind === 'month'
        ? [[row.month, row.accruedPence / 100, row.invoicedPence / 100, row.prepaidPence / 100]]
        : [],
    ),
  };
}
