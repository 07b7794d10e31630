import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Journal } from '../../shared/budget/journal.ts';
import { sumOf } from '../../shared/budget/line.ts';
import type { Outputs } from '../app/trpc.ts';
import { SelectField } from '../components/fields.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { longDate, longMonth } from '../format/dates.ts';
import { poundsAndPence } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { accountNames, journalNames, sourceName } from './budget-words.ts';
import { CopyRows } from './CopyRows.tsx';
import { journalRows, journalText, type JournalRow } from './journal-rows.ts';

const route = getRouteApi('/house/budget');

/** The journals of a month's end: last month's booked back, what stands now, and the recharge; both sides of each. */
export function MonthEndPack({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { monthEnd, months, deMinimis } = shown.summary;
  const { month, journals, below } = monthEnd;
  const rows = journalRows(journals);
  return (
    <Section title="Month end">
      <SelectField
        label="End of"
        value={month}
        options={months.map((one) => ({ value: one.month, label: longMonth(one.month) }))}
        onChange={(end) => void navigate({ search: { ...search, end }, replace: true, resetScroll: false })}
      />
      <p>
        {packInWords(journals)} {belowInWords(below, deMinimis)} The de minimis is{' '}
        {shown.deMinimisUse.status === 'assumption' ? 'an assumption' : 'the trust’s'} from{' '}
        {longDate(shown.deMinimisUse.effectiveFrom)}, set under Assumptions.
      </p>
      <DataTable<JournalRow>
        caption={`Journals, ${longMonth(month)}`}
        note="Pounds and pence; each journal has two lines"
        rows={rows}
        rowKey={({ key }) => key}
        csvName={`journals-${month}.csv`}
        csv={journalText(journals, month)}
        empty="Nothing to book."
        pageRows={30}
        columns={[
          { key: 'journal', label: 'Journal', value: nameOf, cell: NameCell },
          { key: 'code', label: 'Code', value: ({ line }) => line.code ?? 'not entered' },
          { key: 'account', label: 'Account', value: ({ line }) => accountNames[line.account] },
          money('debit', 'Debit'),
          money('credit', 'Credit'),
        ]}
      />
      <CopyRows table={journalText(journals, month)} what="Copy the journals" />
    </Section>
  );
}

function nameOf({ journal }: JournalRow): string {
  return `${journal.isReversal ? 'Books back: ' : ''}${journalNames[journal.kind]}`;
}

function NameCell(row: JournalRow): ReactElement {
  const { source } = row.journal;
  return (
    <>
      {nameOf(row)}
      {source === null ? null : <span className="pt-meta pt-table__note">{sourceName(source)}</span>}
    </>
  );
}

function money(side: 'debit' | 'credit', label: string) {
  return {
    key: side,
    label,
    numeric: true,
    value: ({ line }: JournalRow) => line[side] / 100,
    cell: ({ line }: JournalRow) => (line[side] === 0 ? '' : poundsAndPence(line[side])),
  };
}

function packInWords(journals: readonly Journal[]): string {
  const debits = sumOf(journals, ({ pence }) => pence);
  const back = journals.filter(({ isReversal }) => isReversal).length;
  return (
    `${plural(journals.length, 'journal')}, ${poundsAndPence(debits)} on each side: ${back} book last month’s back. ` +
    'The recharge takes from one code what it gives to another, and is nil over the trust.'
  );
}

function belowInWords(below: readonly Journal[], deMinimis: number): string {
  if (below.length === 0) return `None is below ${poundsAndPence(deMinimis)}.`;
  const sum = poundsAndPence(sumOf(below, ({ pence }) => pence));
  return `${plural(below.length, 'more')} below ${poundsAndPence(deMinimis)} (${sum} in all) are not booked.`;
}
