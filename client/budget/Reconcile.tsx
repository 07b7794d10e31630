import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { sumOf } from '../../shared/budget/line.ts';
import type { ReconcileRow } from '../../shared/budget/reconcile.ts';
import type { Outputs } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { Beside } from '../components/WorkingFrame.tsx';
import { longMonth } from '../format/dates.ts';
import { pounds, poundsChange } from '../format/money.ts';
import { listInWords, plural } from '../format/numbers.ts';
import { BudgetWorkingPanel } from './BudgetWorkingPanel.tsx';
import { centreName, reconcileNames } from './budget-words.ts';
import { Pound } from './Pound.tsx';
import { readWorkingKey } from './working-key.ts';

const route = getRouteApi('/house/budget');

/** Bank shifts worked beside the ledger's lines, by cost centre and month; what is unexplained stays in sight. */
export function Reconcile({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement {
  const search = route.useSearch();
  const rows = shown.summary.reconcile;
  const of = search.working === null ? null : readWorkingKey(search.working);
  const open = of?.kind === 'reconcile' ? of : null;
  return (
    <Section title="The ledger beside our shifts">
      <p>
        {reconcileInWords(rows)} {notYetInWords(shown.summary.withoutLedger)}
      </p>
      {rows.length === 0 ? null : (
        <Beside
          working={
            open === null ? null : (
              <BudgetWorkingPanel key={search.working} of={open} names={shown.teamNames} />
            )
          }
        >
          <ReconcileTable rows={rows} />
        </Beside>
      )}
    </Section>
  );
}

function reconcileInWords(rows: readonly ReconcileRow[]): string {
  if (rows.length === 0) return 'No ledger line of this year was imported yet.';
  const apart = rows.filter(({ state }) => state !== 'matched');
  const left = sumOf(rows, ({ unexplained }) => unexplained);
  return (
    `${plural(rows.length - apart.length, 'row')} of ${rows.length} match to the penny. The ledger has ` +
    `${pounds(Math.abs(left))} ${left < 0 ? 'less' : 'more'} than the bank shifts: that is unexplained. All bank ` +
    'shifts are held against it, whatever their reason; only those for study count above.'
  );
}

function notYetInWords(months: Outputs['budget']['show']['summary']['withoutLedger']): string {
  if (months.length === 0) return '';
  const listed = months.map(({ month, pence }) => `${longMonth(month)} (${pounds(pence)} worked)`);
  return `Nothing of the ledger was imported for ${listInWords(listed)}: not known, and in no row.`;
}

const noState = { costCentre: null, month: null } as const;

type Row = ReconcileRow | (Omit<ReconcileRow, 'month' | 'state'> & typeof noState & { readonly state: null });

function ReconcileTable({ rows }: { readonly rows: readonly ReconcileRow[] }): ReactElement {
  const sum = (of: (row: ReconcileRow) => number): number => sumOf(rows, of);
  const total: Row = {
    ...noState,
    state: null,
    ours: sum(({ ours }) => ours),
    theirs: sum(({ theirs }) => theirs),
    unexplained: sum(({ unexplained }) => unexplained),
  };
  const ranked = [...rows].sort((a, b) => Math.abs(b.unexplained) - Math.abs(a.unexplained));
  return (
    <DataTable<Row>
      caption="Bank shifts and ledger by cost centre and month"
      note="Largest difference first"
      rows={[total, ...ranked]}
      rowKey={({ costCentre, month }) => `${month} ${costCentre}`}
      rowKind={({ state }) => (state === null ? 'total' : 'plain')}
      csvName="reconciliation.csv"
      pageRows={20}
      columns={[
        {
          key: 'centre',
          label: 'Cost centre',
          value: ({ costCentre, state }) => (state === null ? 'All' : centreName(costCentre)),
        },
        { key: 'month', label: 'Month', value: ({ month }) => (month === null ? '' : longMonth(month)) },
        { key: 'state', label: 'State', value: ({ state }) => (state === null ? '' : reconcileNames[state]) },
        money('ours', 'Bank shifts', ({ ours }) => ours),
        money('theirs', 'Ledger', ({ theirs }) => theirs),
        {
          ...money('unexplained', 'Unexplained', ({ unexplained }) => unexplained),
          cell: (row) =>
            row.state === null ? (
              poundsChange(row.unexplained)
            ) : (
              <Pound
                pence={row.unexplained}
                of={{ kind: 'reconcile', code: row.costCentre, month: row.month }}
              />
            ),
        },
      ]}
    />
  );
}

function money(key: string, label: string, of: (row: Row) => number) {
  return {
    key,
    label,
    numeric: true,
    value: (row: Row) => of(row) / 100,
    cell: (row: Row) => pounds(of(row)),
  };
}
