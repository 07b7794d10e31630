import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMay, useSession } from '../app/session.ts';
import { paths } from '../app/paths.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { ActivityParts } from './ActivityParts.tsx';
import { LossesTable } from './LossesTable.tsx';
import { NoStudies } from './NoStudies.tsx';
import { headline, type ShownResearch } from './research-model.ts';
import { StudyForm } from './StudyForm.tsx';
import { StudiesList } from './StudiesList.tsx';

const route = getRouteApi('/house/research');

/** Who is named on which studies, which are behind, where to grow, and which studies lose their Principal Investigator within a year. */
export function ResearchPage(): ReactElement {
  const mayAdd = useMay('research.saveStudy');
  const { data } = useSuspenseQuery(trpc.research.summary.queryOptions());
  return (
    <PageFrame title="Research activity" meta={<DataLine shown={data} />}>
      {data.studies === 0 ? <NoStudies /> : <Activity shown={data} />}
      {mayAdd ? <AddStudy /> : null}
    </PageFrame>
  );
}

function DataLine({ shown: { dataCut } }: { readonly shown: ShownResearch }): ReactElement {
  const { today } = useSession();
  return (
    <>
      Delegation logs and staff file to {longDate(dataCut)}, <strong>{dataAge(dataCut, today)}</strong>
    </>
  );
}

function Activity({ shown }: { readonly shown: ShownResearch }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayAct = useMay('research.activity');
  return (
    <>
      <Answer>{headline(shown)}</Answer>
      <NamedNotes shown={shown} />
      {mayAct ? <ActivityParts /> : null}
      <Section title="Studies about to lose their PI">
        <LossesTable shown={shown} />
      </Section>
      <Section title="Studies" id="studies">
        <StudiesList
          search={search}
          onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        />
      </Section>
    </>
  );
}

/** How far "named" reaches, and the way to the counts by group. */
function NamedNotes({ shown }: { readonly shown: ShownResearch }): ReactElement {
  const { notInPost } = shown.headcount;
  const mayCount = useMay('research.people');
  return (
    <p>
      “Named” is read from delegation logs alone: people on studies whose log is not held are not known.
      {notInPost === 0
        ? ''
        : ` Counted apart: ${plural(notInPost, 'person', 'people')} on a log and in no post on the day.`}{' '}
      {mayCount ? <Link to={paths.researchPeople}>Research-active people and time to act</Link> : null}
    </p>
  );
}

function AddStudy(): ReactElement {
  const navigate = useNavigate();
  return (
    <div className="pt-no-print">
      <Disclosure summary="Add a study">
        <StudyForm onSaved={(studyId) => void navigate({ to: paths.study, params: { studyId } })} />
      </Disclosure>
    </div>
  );
}
