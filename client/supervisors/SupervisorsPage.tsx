import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { PageFrame, Section } from '../components/PageFrame.tsx';
import { EmptyState, Panel } from '../components/Panel.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { EditSupervisor } from './EditSupervisor.tsx';
import { IntakesTable } from './IntakesTable.tsx';
import { SupervisorForm } from './SupervisorForm.tsx';
import { expiryInWords, slotsHeadline, type ShownSupervisors } from './supervisors-model.ts';
import { SupervisorsTable } from './SupervisorsTable.tsx';

/** Who may supervise, slots used against slots, and which intakes are short. */
export function SupervisorsPage(): ReactElement {
  const mayEdit = useMay('supervisors.save');
  const { data } = useSuspenseQuery(trpc.supervisors.list.queryOptions());
  return (
    <PageFrame title="Supervisors" meta={<DataLine shown={data} />}>
      {data.supervisors.length === 0 ? <NoSupervisors shown={data} /> : <Supervisors shown={data} />}
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary="Add a supervisor">
            <SupervisorForm from={data.dataCut} />
          </Disclosure>
          {data.supervisors.length === 0 ? null : (
            <Disclosure summary="Change a supervisor">
              <EditSupervisor shown={data} />
            </Disclosure>
          )}
        </div>
      ) : null}
    </PageFrame>
  );
}

function DataLine({ shown: { dataCut, supervisors } }: { readonly shown: ShownSupervisors }): ReactElement {
  const { today } = useSession();
  return (
    <>
      {plural(supervisors.length, 'supervisor')}. Register to {longDate(dataCut)},{' '}
      <strong>{dataAge(dataCut, today)}</strong>
    </>
  );
}

function NoSupervisors({ shown }: { readonly shown: ShownSupervisors }): ReactElement {
  const needed = shown.intakes[0]?.needed ?? 0;
  return (
    <EmptyState
      title="No supervisors yet"
      why={`Slots are not known until the people who may supervise are entered. ${plural(needed, 'learner needs', 'learners need')} a slot this month.`}
      action={<span>A workforce manager, a research director or the administrator can add the first.</span>}
      sample="With supervisors this page says, for example, “September 2027 needs 18 slots; 14 exist.”"
    />
  );
}

function Supervisors({ shown }: { readonly shown: ShownSupervisors }): ReactElement {
  return (
    <>
      <Answer>{slotsHeadline(shown)}</Answer>
      <Expiring shown={shown} />
      <Section title="Slots by intake">
        <IntakesTable shown={shown} />
      </Section>
      <Section title="Who may supervise">
        <SupervisorsTable shown={shown} />
      </Section>
    </>
  );
}

function Expiring({ shown }: { readonly shown: ShownSupervisors }): ReactElement | null {
  const due = shown.expiring.flatMap((id) => shown.supervisors.filter((one) => one.id === id));
  if (due.length === 0) return null;
  return (
    <Panel kind="outlined" title="Letters that run out within six months">
      <ul>
        {due.map((one) => (
          <li key={one.id}>
            {one.name}: {expiryInWords(one, shown.dataCut)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
