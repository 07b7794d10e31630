import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  deliveryNetworks,
  frameworkContacts,
  networkServices,
  type NetworkContact,
} from '../../shared/programmes/network-contact.ts';
import { courses } from '../../shared/programmes/universities.ts';
import { specialtiesOn } from '../../shared/research/specialties.ts';
import { useSession } from '../app/session.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import type { ShownCatalogue } from './catalogue-model.ts';
import { OwnRows } from './OwnRows.tsx';

const route = getRouteApi('/house/catalogue');

const columns: readonly DataColumn<NetworkContact>[] = [
  { key: 'name', label: 'Network or contact', value: ({ name }) => name },
  {
    key: 'of',
    label: 'Of',
    value: ({ university, region, specialty }) =>
      [university === null ? null : courses[university].name, region, specialty]
        .filter((one) => one !== null)
        .join(', ') || 'The framework',
  },
  { key: 'email', label: 'Email', value: ({ email }) => email },
  { key: 'phone', label: 'Telephone', value: ({ phone }) => phone },
  { key: 'note', label: 'Note', value: ({ note }) => note },
];

/** Contacts by university, the twelve delivery networks, the specialties, and the trust's own contacts. */
export function NetworksTab({ shown }: { readonly shown: ShownCatalogue }): ReactElement {
  const { university, stage } = route.useSearch();
  return (
    <>
      <Section title="The trust’s own networks and contacts">
        <DataTable
          caption="Own networks and contacts"
          note="Shown on the page of each learner they are for"
          rows={shown.contacts}
          rowKey={({ id }) => id}
          empty="None yet."
          columns={columns}
          csvName="own-networks.csv"
        />
        <OwnRows
          kind="network-contact"
          what="a network or contact"
          course={{ university, stage }}
          rows={shown.contacts}
          nameOf={(row) => ('name' in row ? row.name : row.id)}
        />
      </Section>
      <Section title="The framework and its universities">
        <DataTable
          caption="Contacts of the framework"
          rows={frameworkContacts}
          rowKey={({ name }) => name}
          columns={columns}
          csvName="framework-contacts.csv"
          foot={`Source: ${frameworkContacts[0]?.source ?? 'not known'}.`}
        />
      </Section>
      <Section title="Delivery networks">
        <DataTable
          caption="Twelve regional research delivery networks"
          note="Since October 2024. Addresses are not published in one place: enter yours above"
          rows={deliveryNetworks}
          rowKey={({ name }) => name}
          columns={columns}
          csvName="delivery-networks.csv"
          foot={`Source: ${deliveryNetworks[0]?.source ?? 'not known'}; those whose host is not known are recalled.`}
        />
      </Section>
      <Specialties />
    </>
  );
}

function Specialties(): ReactElement {
  const { today } = useSession();
  const { names, note } = specialtiesOn(today);
  return (
    <Section title="Specialties and what networks do">
      <DataTable
        caption="Specialties"
        note={`On ${longDate(today)}`}
        rows={names}
        rowKey={(name) => name}
        csvName="specialties.csv"
        foot={note}
        columns={[{ key: 'name', label: 'Specialty', value: (name) => name }]}
      />
      <DataTable
        caption="What a network does for a study"
        rows={networkServices}
        rowKey={({ service }) => service}
        csvName="network-services.csv"
        columns={[
          { key: 'service', label: 'Service', value: ({ service }) => service },
          { key: 'here', label: 'Where it shows here', value: ({ here }) => here },
        ]}
      />
    </Section>
  );
}
