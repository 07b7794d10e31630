import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { rowOutcomes } from '../../shared/imports/batch.ts';
import { isImportKind } from '../../shared/imports/kind.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField } from '../components/fields.tsx';
import { Loading } from '../components/Loading.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { kindNames, outcomeName } from './import-words.ts';
import { LayoutList } from './LayoutList.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import './imports.css';
import { TemplateHelp } from './TemplateHelp.tsx';
import { UploadForm } from './UploadForm.tsx';
import { useKindsShown, useMayImport, whoImports } from './use-may-import.ts';

const route = getRouteApi('/house/imports');

/** While a file is being read, the list is asked for again. */
const everyMs = 1_000;

/** Bring a file in: upload, preview of every row with reasons, apply in one step; templates and what came before. */
export function ImportsPage(): ReactElement {
  const { batch } = route.useSearch();
  const { trust, today } = useSession();
  return (
    <PageFrame
      title="Imports"
      meta={
        <>
          Staff data to {longDate(trust.dataCut)}, <strong>{dataAge(trust.dataCut, today)}</strong>
        </>
      }
    >
      {batch === '' ? null : <OpenImport batchId={batch} />}
      <BringIn />
      <Section title="Imports so far">
        <History />
      </Section>
    </PageFrame>
  );
}

function BringIn(): ReactElement {
  const { kind: asked, batch } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = useKindsShown();
  const kind = kinds.find((one) => one === asked) ?? kinds[0] ?? asked;
  const may = useMayImport(kind);
  const { roleName } = useSession();
  const open = (batchId: string): void =>
    void navigate({ search: { kind, batch: batchId, rows: 'all', after: 0 } });
  return (
    <Section title="Bring in a file">
      <Tabs
        label="Kind of file"
        selected={kind}
        onSelect={(key) =>
          void navigate({ search: (held) => ({ ...held, kind: isImportKind(key) ? key : 'staff' }) })
        }
        tabs={kinds.map((key) => ({
          key,
          label: kindNames[key],
          content: (
            <>
              {may ? (
                <UploadForm key={key} kind={key} previewOpen={batch !== ''} onUploaded={open} />
              ) : (
                <p>
                  You are signed in as {roleName}. {whoImports(key)} brings this file in.
                </p>
              )}
              <TemplateHelp kind={key} />
              <LayoutList kind={key} />
            </>
          ),
        }))}
      />
    </Section>
  );
}

function OpenImport({ batchId }: { readonly batchId: string }): ReactElement {
  const { rows, after } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery(trpc.imports.batch.queryOptions({ id: batchId }));
  const kind = data?.kind ?? 'staff';
  const options = [
    { value: 'all' as const, label: 'Every row' },
    ...rowOutcomes.map((outcome) => ({ value: outcome, label: outcomeName(outcome, kind) })),
  ];
  return (
    <>
      <ImportPreview batchId={batchId} />
      {data === undefined || data.counts === null || data.state === 'undone' ? null : (
        <>
          <div className="pt-imports__rows">
            <SelectField
              label="Rows to show"
              value={rows}
              options={options}
              onChange={(chosen) =>
                void navigate({ search: (held) => ({ ...held, rows: chosen, after: 0 }) })
              }
            />
          </div>
          <PreviewRows
            batchId={batchId}
            kind={kind}
            outcome={rows === 'all' ? null : rows}
            after={after}
            onPage={(next) => void navigate({ search: (held) => ({ ...held, after: next }) })}
          />
        </>
      )}
    </>
  );
}

function History(): ReactElement {
  const { data, error } = useQuery(
    trpc.imports.list.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        state.data?.some((held) => held.state === 'reading') === true ? everyMs : false,
    }),
  );
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  return data === undefined ? <Loading what="Reading the imports" /> : <ImportHistory imports={data} />;
}
