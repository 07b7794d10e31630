import './catalogue.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { trpc } from '../app/trpc.ts';
import { PageFrame } from '../components/PageFrame.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { plural } from '../format/numbers.ts';
import type { ShownCatalogue } from './catalogue-model.ts';
import { CredentialsTab } from './CredentialsTab.tsx';
import { NetworksTab } from './NetworksTab.tsx';
import { ProgrammesTab } from './ProgrammesTab.tsx';
import { RoutesTab } from './RoutesTab.tsx';
import { catalogueSearch } from './search.ts';

const route = getRouteApi('/house/catalogue');
const tabs = catalogueSearch.fields.tab.options;

/** Courses, routes, credentials and networks: what is published, with its source, and what the trust entered. */
export function CataloguePage(): ReactElement {
  const { data } = useSuspenseQuery(trpc.catalogue.show.queryOptions());
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (key: string): void => {
    const next = tabs.find((one) => one === key);
    if (next !== undefined) void navigate({ search: (search) => ({ ...search, tab: next }), replace: true });
  };
  return (
    <PageFrame title="Catalogue" meta={ownInWords(data)}>
      <div className="pt-catalogue">
        <Tabs
          label="Programmes, routes, credentials and networks"
          selected={tab}
          onSelect={open}
          tabs={[
            { key: 'programmes', label: 'Programmes', content: <ProgrammesTab shown={data} /> },
            { key: 'routes', label: 'Routes', content: <RoutesTab shown={data} /> },
            { key: 'credentials', label: 'Credentials', content: <CredentialsTab shown={data} /> },
            { key: 'networks', label: 'Networks', content: <NetworksTab shown={data} /> },
          ]}
        />
      </div>
    </PageFrame>
  );
}

function ownInWords({ terms, modules, fees, contacts, credentials, awards }: ShownCatalogue): string {
  const own =
    terms.length + modules.length + fees.length + contacts.length + credentials.length + awards.length;
  return `What is published, each with its source, and ${plural(own, 'row')} of the trust’s own.`;
}
