import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { ColumnsRead } from './ColumnsRead.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { ApplyPanel } from './ApplyPanel.tsx';
import { kindNames, outcomeName, previewSentence, stateNames } from './import-words.ts';
import { StopReading } from './StopReading.tsx';
import { UndoPanel } from './UndoPanel.tsx';
import { UndoneImport } from './UndoneImport.tsx';

type ImportView = Outputs['imports']['batch'];

/** While a file is being read the page asks again; leaving and coming back shows the same import. */
const everyMs = 700;

function Counts({ batch }: { readonly batch: ImportView }): ReactElement | null {
  const { counts, kind } = batch;
  if (counts === null) return null;
  const figures = [
    { label: outcomeName('new', kind), value: counts.new },
    { label: outcomeName('changed', kind), value: counts.changed },
    { label: outcomeName('unchanged', kind), value: counts.unchanged },
    { label: kind === 'staff' ? 'Proposed leavers' : outcomeName('leaver', kind), value: counts.leavers },
    { label: outcomeName('rejected', kind), value: counts.rejected },
  ];
  return (
    <FigureStrip
      label="What applying the file would do"
      figures={figures.map(({ label, value }) => ({ label, value: formatNumber(value) }))}
    />
  );
}

function FileNotes({ batch }: { readonly batch: ImportView }): ReactElement | null {
  if (batch.fileIssues.length === 0) return null;
  return (
    <ul className="pt-plain-list">
      {batch.fileIssues.map(({ code, message }) => (
        <li key={`${code} ${message}`}>
          {message} <span className="pt-meta">{code}</span>
        </li>
      ))}
    </ul>
  );
}

function Body({ batch }: { readonly batch: ImportView }): ReactElement {
  const { state, progress, counts, kind, reason, undo } = batch;
  if (state === 'reading') {
    const known =
      progress === null || progress.total === null ? {} : { done: progress.done, total: progress.total };
    return (
      <>
        <Loading what="Reading and comparing the file" unit="rows" {...known} />
        <StopReading batch={batch} />
      </>
    );
  }
  if (state === 'refused' || state === 'failed') {
    return (
      <ErrorSummary
        title="This file was not taken"
        problems={[{ text: reason ?? 'The file could not be read.' }]}
      />
    );
  }
  if (undo !== null) return <UndoneImport batchId={batch.id} undo={undo} />;
  return (
    <>
      {counts === null ? null : <Answer>{previewSentence(kind, counts)}</Answer>}
      <Counts batch={batch} />
      <FileNotes batch={batch} />
      <ColumnsRead batch={batch} />
      {counts !== null && counts.rejected > 0 ? (
        <p>
          <a href={`/api/imports/${batch.id}/rejected.csv`} download>
            Download the rejected rows with their reasons
          </a>
        </p>
      ) : null}
      {state === 'previewed' ? <ApplyPanel batch={batch} /> : null}
      <UndoPanel batch={batch} />
    </>
  );
}

/** One import: its progress while it is read, then what it would change, then what became of it. */
export function ImportPreview({ batchId }: { readonly batchId: string }): ReactElement {
  const { data, error } = useQuery(
    trpc.imports.batch.queryOptions(
      { id: batchId },
      { refetchInterval: ({ state }) => (state.data?.state === 'reading' ? everyMs : false) },
    ),
  );
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Opening the import" />;
  return (
    <Section title={`${kindNames[data.kind]}: ${stateNames[data.state].toLowerCase()}`}>
      <p className="pt-meta">
        Data to {longDate(data.dataDate)}. {data.uploadedBy === null ? '' : `Uploaded by ${data.uploadedBy}.`}
      </p>
      <Body batch={data} />
    </Section>
  );
}
