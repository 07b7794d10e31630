import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { studyStatusNames, type Study } from '../../shared/research/study.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { EndForm } from './EndForm.tsx';
import { EntryForm } from './EntryForm.tsx';
import { PeopleOnLog } from './PeopleOnLog.tsx';
import { PiWarnings } from './PiWarnings.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import { RecruitmentPart } from './RecruitmentPart.tsx';
import { StudyFacts } from './StudyFacts.tsx';
import { StudyForm } from './StudyForm.tsx';
import { studyHeadline, type ShownStudy } from './study-words.ts';

const route = getRouteApi('/house/research/$studyId');

/** One study: what is known of it, and everybody on its delegation log. */
export function StudyPage(): ReactElement {
  const { studyId } = route.useParams();
  const { data } = useSuspenseQuery(trpc.research.study.queryOptions({ studyId }));
  const { today } = useSession();
  const mayEdit = useMay('research.saveStudy');
  const { study, dataCut } = data;
  return (
    <PageFrame
      title={study.title}
      meta={
        <>
          {study.reference}, {studyStatusNames[study.status].toLowerCase()}. Register to {longDate(dataCut)},{' '}
          <strong>{dataAge(dataCut, today)}</strong>
        </>
      }
    >
      <Answer>{studyHeadline(data)}</Answer>
      <Section title="People on the delegation log" id="log">
        <PiWarnings entries={data.entries} />
        <PeopleOnLog shown={data} />
        {mayEdit ? <LogForms shown={data} /> : null}
      </Section>
      <Section title="Recruitment" id="recruitment">
        <RecruitmentPart shown={data} />
      </Section>
      <Section title="About the study" id="about">
        <StudyFacts study={study} />
        {mayEdit ? <EditStudy study={study} /> : null}
      </Section>
      <p className="pt-no-print">
        <Link to={paths.research}>All studies</Link>
      </p>
    </PageFrame>
  );
}

function LogForms({ shown: { study, entries } }: { readonly shown: ShownStudy }): ReactElement | null {
  if (!study.delegationLogHeld) return null;
  const inForce = entries.filter(({ held }) => held);
  const leads = inForce.filter(({ role }) => role === 'pi');
  return (
    <div className="pt-no-print">
      <Disclosure summary="Add somebody to the log">
        <EntryForm studyId={study.id} />
      </Disclosure>
      {inForce.length === 0 ? null : (
        <Disclosure summary="End a role">
          <EndForm entries={inForce} />
        </Disclosure>
      )}
      {leads.length === 0 ? null : (
        <Disclosure summary="Ask to hand the study over">
          <HandOverForm leads={leads} />
        </Disclosure>
      )}
    </div>
  );
}

/** Closed after a save, so that the page shows what was saved; another version is another form. */
function EditStudy({ study }: { readonly study: Study }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <div className="pt-no-print">
      <Disclosure summary="Edit the study" open={open} onToggle={setOpen}>
        <StudyForm key={study.version} study={study} onSaved={() => setOpen(false)} />
      </Disclosure>
    </div>
  );
}
