import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { catalogueNames, type Credential } from '../../shared/programmes/credentials.ts';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { SelectField } from '../components/fields.tsx';
import { Section } from '../components/PageFrame.tsx';

const route = getRouteApi('/house/catalogue');
const states = { holds: 'Holds', studies: 'Studies for', expired: 'Expired' } as const;

/** Who holds or studies for one credential, for those who may see names. */
export function Holders({ all }: { readonly all: readonly Credential[] }): ReactElement | null {
  const may = useMay('catalogue.holders');
  const { credential: key } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useQuery({
    ...trpc.catalogue.holders.queryOptions({ credential: key }),
    enabled: may && key !== '',
  });
  if (!may) return null;
  const options = [
    { value: '', label: 'Choose a credential' },
    ...all.map(({ key: value, name, catalogue }) => ({
      value,
      label: `${name} (${catalogueNames[catalogue]})`,
    })),
  ];
  return (
    <Section title="Who has it">
      <SelectField
        label="Credential"
        value={key}
        options={options}
        onChange={(credential) =>
          void navigate({
            search: (search) => ({ ...search, credential }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {key === '' ? null : (
        <DataTable
          caption="People who hold or study for it"
          rows={data ?? []}
          rowKey={({ personId }) => personId}
          empty={data === undefined ? 'Reading…' : 'Nobody is recorded.'}
          columns={[
            {
              key: 'name',
              label: 'Name',
              value: ({ name }) => name,
              cell: ({ name, learnerId }) =>
                learnerId === null ? (
                  name
                ) : (
                  <Link to={paths.learner} params={{ learnerId }}>
                    {name}
                  </Link>
                ),
            },
            { key: 'state', label: 'State', value: ({ state }) => states[state] },
          ]}
          pageRows={20}
          csvName="credential-holders.csv"
        />
      )}
    </Section>
  );
}
