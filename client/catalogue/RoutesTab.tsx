import type { ReactElement } from 'react';
import { awards, type Award } from '../../shared/programmes/awards.ts';
import { routeFacts } from '../../shared/programmes/routes.ts';
import { SourceStatus, statusNames } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';

const shared: readonly DataColumn<Award>[] = [
  { key: 'length', label: 'Length', value: ({ length }) => length },
  { key: 'share', label: 'Share of time', value: ({ share }) => share },
  { key: 'who', label: 'Who may use it', value: ({ who }) => who },
  { key: 'funds', label: 'Who pays what', value: ({ funds }) => funds },
  {
    key: 'status',
    label: 'Standing',
    value: ({ status }) => statusNames[status],
    cell: ({ status }) => <SourceStatus status={status} />,
  },
];

const today: readonly DataColumn<Award>[] = [
  { key: 'name', label: 'Route', value: ({ name }) => name },
  {
    key: 'historic',
    label: 'Called before',
    value: ({ historicNames }) => (historicNames.length === 0 ? null : historicNames.join('; ')),
  },
  ...shared,
];

const others: readonly DataColumn<Award>[] = [
  { key: 'name', label: 'Award', value: ({ name }) => name },
  { key: 'historic', label: 'Also', value: ({ historicNames }) => historicNames.join('; ') || null },
  { key: 'open', label: 'Open', value: ({ open }) => (open ? 'Yes' : 'Closed') },
  { key: 'route', label: 'Counts as', value: ({ route }) => routeFacts[route].name },
  ...shared,
];

/** Every way to become an investigator, with the historic names mapped to those of today. */
export function RoutesTab(): ReactElement {
  const isToday = ({ key, route }: Award): boolean => key === route;
  return (
    <>
      <Section title="Routes of today">
        <DataTable
          caption="Routes of the register"
          columns={today}
          rows={awards.filter(isToday)}
          rowKey={({ key }) => key}
          csvName="routes.csv"
          foot="A register that uses a historic name is read as the route of today."
        />
      </Section>
      <Section title="Other awards, open and closed">
        <DataTable
          caption="Awards that count as one of them"
          columns={others}
          rows={awards.filter((award) => !isToday(award))}
          rowKey={({ key }) => key}
          csvName="awards.csv"
        />
      </Section>
    </>
  );
}
