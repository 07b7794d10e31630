import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RowOutcome } from '../../shared/imports/batch.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Loading } from '../components/Loading.tsx';
import { formatNumber } from '../format/numbers.ts';
import { changesBetween, outcomeName, rowLabel } from './import-words.ts';

type PreviewRow = Outputs['imports']['rows']['rows'][number];

type PreviewRowsProps = {
  readonly batchId: string;
  readonly kind: ImportKind;
  readonly outcome: RowOutcome | null;
  readonly after: number;
  readonly onPage: (after: number) => void;
};

function Issues({ issues }: Pick<PreviewRow, 'issues'>): ReactElement {
  return (
    <ul className="pt-plain-list">
      {issues.map(({ column, code, message, refuses }) => (
        <li key={`${column ?? ''} ${code} ${message}`}>
          {refuses ? '' : 'Warning: '}
          {column === null ? '' : `${column}: `}
          {message} <span className="pt-meta">{code}</span>
        </li>
      ))}
    </ul>
  );
}

/** What would change in the row: each cell before and after, only where both are there to compare. */
function Changes({ before, after, outcome }: PreviewRow): ReactElement | null {
  if (outcome !== 'changed') return null;
  return (
    <ul className="pt-plain-list">
      {changesBetween(before, after).map(({ field, before: was, after: is }) => (
        <li key={field}>
          {field}: {was} → {is}
        </li>
      ))}
    </ul>
  );
}

/** Every row of a preview, a page at a time, with what it would change and why it is refused. */
export function PreviewRows({ batchId, kind, outcome, after, onPage }: PreviewRowsProps): ReactElement {
  const { data, error } = useQuery(
    trpc.imports.rows.queryOptions({ id: batchId, outcome, after, limit: 50 }),
  );
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Reading the rows" />;
  return (
    <>
      <DataTable
        caption={
          outcome === null ? 'Every row of the file' : `Rows: ${outcomeName(outcome, kind).toLowerCase()}`
        }
        note={after === 0 ? 'In the order of the file' : `After row ${formatNumber(after)}`}
        rows={data.rows}
        rowKey={({ position }) => String(position)}
        empty="No row of this kind."
        columns={[
          { key: 'line', label: 'Line', numeric: true, value: ({ line }) => line },
          { key: 'outcome', label: 'What happens', value: (row) => outcomeName(row.outcome, kind) },
          { key: 'who', label: 'Row', value: (row) => rowLabel(row.before, row.after) },
          { key: 'changes', label: 'Changes', value: () => '', cell: (row) => <Changes {...row} /> },
          { key: 'issues', label: 'Reasons', value: () => '', cell: (row) => <Issues issues={row.issues} /> },
        ]}
      />
      <p className="pt-actions pt-no-print">
        {after > 0 ? <LinkButton onClick={() => onPage(0)}>First rows</LinkButton> : null}
        {data.next === null ? null : (
          <LinkButton onClick={() => onPage(data.next ?? 0)}>Next 50 rows</LinkButton>
        )}
      </p>
    </>
  );
}
