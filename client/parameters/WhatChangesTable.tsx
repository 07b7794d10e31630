import type { ReactElement } from 'react';
import { DataTable } from '../components/DataTable.tsx';
import { changeInWords, changeRows, figureInWords, type WhatChanges } from './what-changes-table.ts';

/** The plan without the value and with it, and the difference. */
export function WhatChangesTable({ changes }: { readonly changes: WhatChanges }): ReactElement {
  return (
    <DataTable
      caption="What it changes"
      note="Trust cost, by financial year, over the weeks of the plan; an hour of cover is priced at the values of its day. People are means of the projection. Nothing is saved yet."
      rows={changeRows(changes)}
      rowKey={({ key }) => key}
      csvName="what-changes.csv"
      columns={[
        { key: 'label', label: 'Figure', value: ({ label }) => label },
        {
          key: 'before',
          label: 'Now',
          numeric: true,
          value: ({ before, reads }) => bare(before, reads),
          cell: ({ before, reads }) => figureInWords(before, reads),
        },
        {
          key: 'after',
          label: 'With this value',
          numeric: true,
          value: ({ after, reads }) => bare(after, reads),
          cell: ({ after, reads }) => figureInWords(after, reads),
        },
        {
          key: 'change',
          label: 'Difference',
          numeric: true,
          shaded: true,
          value: ({ before, after, reads }) =>
            before === null || after === null ? null : bare(after - before, reads),
          cell: changeInWords,
        },
      ]}
    />
  );
}

/** Pounds, for a spreadsheet. */
function bare(value: number | null, reads: string): number | null {
  return value !== null && reads === 'pounds' ? value / 100 : value;
}
