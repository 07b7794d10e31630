import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { coverageWords } from '../../shared/research/coverage.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { Answer } from '../components/Answer.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { ActiveTable } from './ActiveTable.tsx';
import { DefinitionForm } from './DefinitionForm.tsx';
import { definitionInWords, definitionOf, definitionSource, wteValue } from './people-words.ts';
import { groupingNames } from './people-search.ts';
import { trendChart } from './recruitment-chart.ts';
import { NoStudies } from './NoStudies.tsx';
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
  const { data } = useSuspenseQuery(trpc.research.people.queryOptions());
  const { today } = useSession();
  const mayEdit = useMay('research.saveSetting');
  const { coverage, headcounts } = data;
  const nobodyKnown = coverage === null && headcounts['staff-group'].people === 0;
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
      {nobodyKnown ? <NoStudies /> : <Answer>{headlineOf(data)}</Answer>}
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
      {nobodyKnown ? null : <Counts shown={data} />}
      <Section title="Time to act">
        {nobodyKnown ? (
          <p>Who holds a role, and so what time it takes, is not known yet.</p>
        ) : (
          <TimeTable shown={data} />
        )}
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

/** People by one kind of group, and over the years. */
function Counts({ shown }: { readonly shown: ShownPeople }): ReactElement {
  const { by } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Section title="By group">
        <div className="pt-no-print pt-research-fields">
          <SelectField
            label="Count people by"
            value={by}
            options={groupings}
            onChange={(next) => void navigate({ search: { by: next }, replace: true, resetScroll: false })}
          />
        </div>
        <ActiveTable headcount={shown.headcounts[by]} by={by} dataCut={shown.dataCut} />
      </Section>
      <Section title="Over the years">
        <Trend shown={shown} />
      </Section>
    </>
  );
}

/** Another version of a setting is another form. */
function keyOf(setting: { readonly id: string; readonly version: number } | null): string {
  return setting === null ? 'usual' : `${setting.id} ${setting.version}`;
}

function headlineOf({ headcounts, notInPost, dataCut, coverage }: ShownPeople): string {
  const { people, wteE5 } = headcounts['staff-group'];
  const far = coverage === null ? '' : `; ${coverageWords(coverage)}`;
  const apart =
    notInPost === 0 ? '' : ` ${plural(notInPost, 'more is', 'more are')} on a log and in no post on the day.`;
  if (people === null || wteE5 === null)
    return `Fewer people are research-active on ${longDate(dataCut)} than may be shown.${apart}`;
  return `${plural(people, 'person is', 'people are')} research-active on ${longDate(dataCut)}: ${formatNumber(wteValue(wteE5), 1)} WTE${far}.${apart}`;
}

function Trend({ shown }: { readonly shown: ShownPeople }): ReactElement {
  const { headline, model } = trendChart(shown.trend);
  return (
    <ColumnsChart
      words={{
        headline,
        subtitle:
          'People on the same day of each year, from the recorded days of the logs, in post today or not',
        note: 'By today’s definition, without learners. What logs held in the past is only as complete as what was entered: an early year may be low because nobody recorded it. Fewer than 5 are hidden.',
        csvName: 'research-active-trend.csv',
      }}
      model={model}
      axisFormat={(value) => formatNumber(value)}
    />
  );
}
