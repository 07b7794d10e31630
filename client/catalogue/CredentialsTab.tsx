import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  catalogueNames,
  credentialCatalogues,
  credentials,
  findCredentials,
  ownCredential,
  type Credential,
  type CredentialCatalogue,
} from '../../shared/programmes/credentials.ts';
import { TextField } from '../components/fields.tsx';
import { Section } from '../components/PageFrame.tsx';
import { plural } from '../format/numbers.ts';
import type { ShownCatalogue } from './catalogue-model.ts';
import { CredentialsTable } from './CredentialsTable.tsx';
import { OwnRows } from './OwnRows.tsx';
import { Holders } from './Holders.tsx';

const route = getRouteApi('/house/catalogue');

const notes: Readonly<Record<CredentialCatalogue, string>> = {
  framework: 'University awards for those who deliver research',
  gmc: 'Approved by the regulator, or once on its way',
  centre: 'Areas in the order of Health Education England’s list of 2020 to 2021',
  own: 'Entered here',
};

/** Three catalogues kept apart, and the trust's own; one search over them all. */
export function CredentialsTab({ shown }: { readonly shown: ShownCatalogue }): ReactElement {
  const { find, university, stage } = route.useSearch();
  const navigate = route.useNavigate();
  const all: readonly Credential[] = [...credentials, ...shown.credentials.map(ownCredential)];
  const found = findCredentials(all, find);
  return (
    <>
      <TextField
        label="Search"
        hint="Name, area, owner, type or status"
        value={find}
        onChange={(text) =>
          void navigate({ search: (search) => ({ ...search, find: text.slice(0, 60) }), replace: true })
        }
      />
      <p role="status">
        {plural(found.length, 'credential')} of {all.length}.
      </p>
      {credentialCatalogues.map((catalogue) => {
        const rows = found.filter((one) => one.catalogue === catalogue);
        return rows.length === 0 && catalogue !== 'own' ? null : (
          <Section key={catalogue} title={catalogueNames[catalogue]}>
            <CredentialsTable
              caption={catalogueNames[catalogue]}
              note={notes[catalogue]}
              rows={rows}
              holders={shown.holders}
              csvName={`credentials-${catalogue}.csv`}
            />
          </Section>
        );
      })}
      <OwnRows
        kind="own-credential"
        what="a credential of the trust"
        course={{ university, stage }}
        rows={shown.credentials}
        nameOf={(row) => ('name' in row ? row.name : row.id)}
      />
      <Holders all={all} />
    </>
  );
}
