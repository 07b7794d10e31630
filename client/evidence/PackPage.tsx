import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PackChange } from '../../shared/evidence/pack-changes.ts';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { Actions } from '../components/Panel.tsx';
import { dateAndTime } from '../format/dates.ts';
import { DocumentView } from './DocumentView.tsx';
import type { ShownPack } from './evidence-model.ts';
import { Holds, mayBeHad } from './Holds.tsx';
import { PackChecks, PackWorking } from './PackChecks.tsx';
import './evidence.css';

const route = getRouteApi('/house/evidence/$packId');

/** A frozen pack as it was: the document, whether it still holds, what changed, and its files. */
export function PackPage(): ReactElement {
  const { packId } = route.useParams();
  const { data } = useSuspenseQuery(trpc.evidence.pack.queryOptions({ id: packId }));
  const { pack, document, sincePrevious, sinceThen } = data;
  return (
    <PageFrame
      title={document.title}
      meta={
        <>
          {document.line}. Frozen {dateAndTime(pack.madeAt)} by{' '}
          {pack.madeBy ?? 'somebody whose account is gone'}
        </>
      }
    >
      <Holds shown={data} />
      <Files shown={data} />
      <PackChecks shown={data} />
      <DocumentView document={document} />
      <Section title="Working">
        <PackWorking steps={data.steps} />
      </Section>
      <Section title="What changed since the pack before">
        {sincePrevious === null ? (
          <p>This is the first pack.</p>
        ) : (
          <Changes
            caption={`From “${sincePrevious.from.title}” to this pack`}
            changes={sincePrevious.changes}
          />
        )}
      </Section>
      <Section title="What changed in the register since this pack">
        <Changes caption="From this pack to today" changes={sinceThen.changes} />
      </Section>
    </PageFrame>
  );
}

function Files({ shown }: { readonly shown: ShownPack }): ReactElement | null {
  const mayExport = useMay('http:evidence.export');
  const { id } = shown.pack;
  return (
    <Actions>
      {mayExport && mayBeHad(shown) ? (
        <>
          <a className="nhsuk-button pt-button" href={`/api/evidence/${id}/pack.docx`}>
            Download for Word
          </a>
          <a className="nhsuk-button nhsuk-button--secondary pt-button" href={`/api/evidence/${id}/pack.pdf`}>
            Download as PDF
          </a>
        </>
      ) : null}
      <Link to={paths.evidence} search={{ view: 'packs' }}>
        All packs
      </Link>
    </Actions>
  );
}

const kinds: Readonly<Record<PackChange['what'], string>> = {
  figure: 'Figure',
  question: 'Question',
  decision: 'Decision',
  gap: 'Gap',
};

const columns: readonly DataColumn<PackChange>[] = [
  { key: 'name', label: 'What', value: ({ name }) => name },
  { key: 'kind', label: 'Kind', value: ({ what }) => kinds[what] },
  { key: 'before', label: 'Before', value: ({ before }) => before },
  { key: 'after', label: 'After', value: ({ after }) => after, shaded: true },
];

type ChangesProps = { readonly caption: string; readonly changes: readonly PackChange[] };

function Changes({ caption, changes }: ChangesProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={changes}
      rowKey={({ what, name, before, after }) => `${what} ${name} ${before ?? ''} ${after ?? ''}`}
      empty="Nothing changed."
    />
  );
}
