import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { awardsWith, type KnownAward } from '../../shared/programmes/own-award.ts';
import { routeFacts } from '../../shared/programmes/routes.ts';
import { useMay } from '../app/session.ts';
import { SourceStatus, statusNames } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { Section } from '../components/PageFrame.tsx';
import type { ShownCatalogue } from './catalogue-model.ts';
import { OneRow } from './OwnRows.tsx';
import { draftOfRow, type Course } from './row-draft.ts';

const route = getRouteApi('/house/catalogue');

type Known = KnownAward<ShownCatalogue['awards'][number]>;

const shared: readonly DataColumn<Known>[] = [
  { key: 'open', label: 'Open', value: ({ open }) => (open ? 'Yes' : 'Closed') },
  { key: 'length', label: 'Length', value: ({ length }) => length },
  { key: 'share', label: 'Share of time', value: ({ share }) => share },
  { key: 'who', label: 'Who may use it', value: ({ who }) => who },
  { key: 'funds', label: 'Who pays what', value: ({ funds }) => funds },
  {
    key: 'source',
    label: 'Source and standing',
    value: ({ own, status, source }) => (own === null ? `${source}. ${statusNames[status]}` : source),
    cell: ({ own, status, source }) => (
      <>
        {source} {own === null ? <SourceStatus status={status} /> : null}
      </>
    ),
  },
];

const today: readonly DataColumn<Known>[] = [
  { key: 'name', label: 'Route', value: ({ name }) => name },
  {
    key: 'historic',
    label: 'Called before',
    value: ({ historicNames }) => (historicNames.length === 0 ? null : historicNames.join('; ')),
  },
  ...shared,
];

const others: readonly DataColumn<Known>[] = [
  { key: 'name', label: 'Award', value: ({ name }) => name },
  { key: 'historic', label: 'Also', value: ({ historicNames }) => historicNames.join('; ') || null },
  { key: 'route', label: 'Counts as', value: (award) => routeFacts[award.route].name },
  ...shared,
];

/** Every way to become an investigator, with the historic names mapped to those of today; the trust may say more. */
export function RoutesTab({ shown }: { readonly shown: ShownCatalogue }): ReactElement {
  const all = awardsWith(shown.awards);
  const isToday = ({ key, route: counted }: Known): boolean => key === counted;
  return (
    <>
      <Section title="Routes of today">
        <DataTable
          caption="Routes of the register"
          columns={today}
          rows={all.filter(isToday)}
          rowKey={({ key }) => key}
          csvName="routes.csv"
          foot="A learner file that uses a historic name is read as the route of today; a name of your own is given its route in the layout of the file."
        />
      </Section>
      <Section title="Other awards, open and closed">
        <DataTable
          caption="Awards that count as one of them"
          columns={others}
          rows={all.filter((award) => !isToday(award))}
          rowKey={({ key }) => key}
          csvName="awards.csv"
        />
      </Section>
      <AwardForms all={all} />
    </>
  );
}

/** Change a shipped route or award in the trust's own words, or add one. Shown to those who keep the catalogue. */
function AwardForms({ all }: { readonly all: readonly Known[] }): ReactElement | null {
  const { university, stage } = route.useSearch();
  const may = useMay('catalogue.save');
  const [chosen, setChosen] = useState('');
  if (!may) return null;
  const award = all.find(({ key }) => key === chosen);
  const course = { university, stage };
  return (
    <div className="pt-no-print">
      <Disclosure summary="Add an award or a scheme">
        <OneRow key={all.length} kind="route-award" course={course} unseen={{ award: null }} />
      </Disclosure>
      <Disclosure summary="Change a route or an award">
        <SelectField
          label="Which"
          value={chosen}
          options={[
            { value: '', label: 'Choose one' },
            ...all.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={setChosen}
        />
        {award === undefined ? null : (
          <OneAward key={`${award.key} ${award.own?.version ?? 0}`} award={award} course={course} />
        )}
      </Disclosure>
    </div>
  );
}

type OneAwardProps = { readonly award: Known; readonly course: Course };

function OneAward({ award: { own, ...shipped }, course }: OneAwardProps): ReactElement {
  if (own !== null)
    return (
      <OneRow
        kind="route-award"
        course={course}
        row={own}
        unseen={{ award: own.award }}
        removeWords={own.award === null ? 'Remove' : 'Back to what is published'}
      />
    );
  const first = draftOfRow('route-award', { ...shipped, open: shipped.open ? 'yes' : 'no', source: null });
  return <OneRow kind="route-award" course={course} first={first} unseen={{ award: shipped.key }} />;
}
