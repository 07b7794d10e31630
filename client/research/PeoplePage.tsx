import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { Suppressed } from '../components/badges.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { ActiveTable } from './ActiveTable.tsx';
import { DefinitionForm } from './DefinitionForm.tsx';
import { definitionInWords, definitionOf, definitionSource, wteValue } from './people-words.ts';
import { groupingNames } from './people-search.ts';
import type { ShownPeople } from './research-model.ts';
import { RoleTimeForm } from './RoleTimeForm.tsx';
import { TimeTable } from './TimeTable.tsx';

const route = getRouteApi('/house/research/people');

const groupings = Object.entries(groupingNames).map(([value, label]) => ({
  value: value as keyof typeof groupingNames,
  label,
}));

/** Research-active people by the trust's own definition, their trend, and the time their roles take. */
export function PeoplePage(): ReactElement {
  const { by } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(trpc.research.people.queryOptions());
  const { today } = useSession();
  const mayEdit = useMay('research.saveSetting');
  return (
    <PageFrame
      title="Research-active people"
      meta={
        <>
          Delegation logs and staff file to {longDate(data.dataCut)},{' '}
          <strong>{dataAge(data.dataCut, today)}</strong>
        </>
      }
    >
      <Answer>{headlineOf(data)}</Answer>
      <p>
        {definitionInWords(definitionOf(data))} <span className="pt-meta">{definitionSource(data)}</span>
      </p>
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary="Change the definition">
            <DefinitionForm key={keyOf(data.definition)} shown={data} />
          </Disclosure>
        </div>
      ) : null}
      <Section title="By group">
        <div className="pt-no-print pt-research-fields">
          <SelectField
            label="Count people by"
            value={by}
            options={groupings}
            onChange={(next) => void navigate({ search: { by: next }, replace: true, resetScroll: false })}
          />
        </div>
        <ActiveTable headcount={data.headcounts[by]} by={by} dataCut={data.dataCut} />
      </Section>
      <Section title="Over the years">
        <TrendTable shown={data} />
      </Section>
      <Section title="Time to act">
        <TimeTable shown={data} />
        {mayEdit ? (
          <div className="pt-no-print">
            <Disclosure summary="Settle the time for each role">
              <RoleTimeForm key={keyOf(data.roleTime)} shown={data} />
            </Disclosure>
          </div>
        ) : null}
      </Section>
      <p className="pt-no-print">
        <Link to={paths.research}>Research activity</Link>
      </p>
    </PageFrame>
  );
}

/** Another version of a setting is another form. */
function keyOf(setting: { readonly id: string; readonly version: number } | null): string {
  return setting === null ? 'usual' : `${setting.id} ${setting.version}`;
}

function headlineOf({ headcounts, notInPost, dataCut }: ShownPeople): string {
  const { people, wteE5 } = headcounts['staff-group'];
  const apart =
    notInPost === 0 ? '' : ` ${plural(notInPost, 'more is', 'more are')} on a log and in no post on the day.`;
  if (people === null || wteE5 === null)
    return `Fewer people are research-active on ${longDate(dataCut)} than may be shown.${apart}`;
  return `${plural(people, 'person is', 'people are')} research-active on ${longDate(dataCut)}: ${formatNumber(wteValue(wteE5), 1)} WTE.${apart}`;
}

function TrendTable({ shown }: { readonly shown: ShownPeople }): ReactElement {
  return (
    <DataTable
      caption="Research-active people on the same day of each year"
      note="From the recorded days of the logs, in post today or not"
      columns={[
        {
          key: 'date',
          label: 'Day',
          value: ({ date }: ShownPeople['trend'][number]) => date,
          cell: ({ date }) => longDate(date),
          oneLine: true,
        },
        {
          key: 'people',
          label: 'People',
          numeric: true,
          value: ({ people }) => people,
          cell: ({ people }) => (people === null ? <Suppressed /> : formatNumber(people)),
        },
      ]}
      rows={shown.trend}
      rowKey={({ date }) => date}
      csvName="research-active-trend.csv"
      foot="By today’s definition, without learners. What logs held in the past is only as complete as what was entered: an early year may be low because nobody recorded it."
    />
  );
}
