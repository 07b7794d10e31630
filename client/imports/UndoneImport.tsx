import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { sumOfRecords, type UndoCounts } from '../../shared/imports/batch.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Loading } from '../components/Loading.tsx';
import { formatNumber } from '../format/numbers.ts';
import { entityNames, keptReasons, undoSentence } from './import-words.ts';

type UndoneImportProps = { readonly batchId: string; readonly undo: UndoCounts };

/** What undoing an import did: how much went back, and the list of what was kept with the reason of each. */
export function UndoneImport({ batchId, undo }: UndoneImportProps): ReactElement {
  return (
    <>
      <Answer>{undoSentence(undo)}</Answer>
      {sumOfRecords(undo.kept) === 0 ? null : <KeptRecords batchId={batchId} />}
    </>
  );
}

function KeptRecords({ batchId }: { readonly batchId: string }): ReactElement {
  const [after, setAfter] = useState(0);
  const { data, error } = useQuery(trpc.imports.kept.queryOptions({ id: batchId, after, limit: 50 }));
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Reading what was kept" />;
  return (
    <>
      <DataTable
        caption="Kept as they are now"
        note={after === 0 ? 'By name' : `After record ${formatNumber(after)}`}
        rows={data.records}
        rowKey={({ id }) => id}
        columns={[
          { key: 'label', label: 'Record', value: ({ label }) => label },
          { key: 'entity', label: 'Of', value: ({ entity }) => entityNames[entity].one },
          { key: 'reason', label: 'Why', value: ({ reason }) => keptReasons[reason] },
        ]}
      />
      <p className="pt-actions pt-no-print">
        {after > 0 ? <LinkButton onClick={() => setAfter(0)}>First records</LinkButton> : null}
        {data.next === null ? null : (
          <LinkButton onClick={() => setAfter(data.next ?? 0)}>Next 50 records</LinkButton>
        )}
      </p>
    </>
  );
}
