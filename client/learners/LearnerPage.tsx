import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { stateNames } from '../../shared/learners/lifecycle.ts';
import { missingNames } from '../../shared/learners/agreement.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Columns, PageFrame, Section } from '../components/PageFrame.tsx';
import { dataAge, longDate, longMonth } from '../format/dates.ts';
import { listInWords } from '../format/numbers.ts';
import { AgreementPart } from './AgreementPart.tsx';
import { CoursePart } from './CoursePart.tsx';
import { CredentialsPart } from './CredentialsPart.tsx';
import { DatesPart } from './DatesPart.tsx';
import { EligibilityTable } from './EligibilityTable.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { learnerInWords, standingFacts, timelineInWords, type ShownLearner } from './learner-words.ts';
import './learners.css';
import { MoversPart } from './MoversPart.tsx';
import { NextStep } from './NextStep.tsx';
import { PromisePart } from './PromisePart.tsx';
import { ReadinessPart } from './ReadinessPart.tsx';
import { UndoStep } from './UndoStep.tsx';

const route = getRouteApi('/house/learners/$learnerId');

/** One learner in one stage: where the person stands, what was agreed, what may follow. */
export function LearnerPage(): ReactElement {
  const { learnerId } = route.useParams();
  const { data } = useSuspenseQuery(trpc.learners.show.queryOptions({ learnerId }));
  const { data: person } = useSuspenseQuery(
    trpc.catalogue.person.queryOptions({ personId: data.learner.personId }),
  );
  return (
    <PageFrame title={data.name} meta={<Meta shown={data} />}>
      <Answer live>{learnerInWords(data)}</Answer>
      {data.missing.length === 0 ? null : (
        <p>
          <strong>Missing:</strong> {listInWords(data.missing.map((item) => missingNames[item]))}.
        </p>
      )}
      <MoversPart shown={data} />
      <FigureStrip label="Three facts, never added" figures={standingFacts(data)} />
      <Columns>
        <Section title="The way so far">
          <Timeline shown={data} />
        </Section>
        <Section title="Next step">
          <Steps shown={data} />
        </Section>
      </Columns>
      <Section title="Eligibility">
        <EligibilityTable shown={data} />
      </Section>
      <Section title="The promise">
        <PromisePart shown={data} />
      </Section>
      <Section title="Days to keep">
        <DatesPart shown={data} />
      </Section>
      <Section title="Agreement, fee and funding">
        <AgreementPart shown={data} />
      </Section>
      <Section title="Course and contacts">
        <CoursePart shown={data} person={person} />
      </Section>
      <Section title="Readiness">
        <ReadinessPart shown={data} />
      </Section>
      <Section title="Credentials and roles">
        <CredentialsPart person={person} />
      </Section>
      <Section title="History">
        <HistoryTable shown={data} />
      </Section>
    </PageFrame>
  );
}

function Meta({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const { today } = useSession();
  const maySeeAll = useMay('learners.register');
  const maySeeTeams = useMay('release.team');
  const { dataCut, learner, teamId, team } = shown;
  return (
    <>
      {maySeeAll ? (
        <>
          <Link to={paths.learners}>All learners</Link>.{' '}
        </>
      ) : null}
      {longMonth(learner.intakeMonth)} intake.{' '}
      {teamId === null ? (
        'In no team'
      ) : !maySeeTeams ? (
        (team ?? 'Team')
      ) : (
        <Link to={paths.team} params={{ teamId }}>
          {team ?? 'Team'}
        </Link>
      )}
      . Staff file to {longDate(dataCut)}, <strong>{dataAge(dataCut, today)}</strong>
    </>
  );
}

function Timeline({ shown }: { readonly shown: ShownLearner }): ReactElement {
  return (
    <>
      <ol className="pt-learners__steps">
        {timelineInWords(shown).map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ol>
      {shown.otherRows.length === 0 ? null : (
        <>
          <p>Other stages of the same person:</p>
          <ul>
            {shown.otherRows.map(({ id, programme, state }) => (
              <li key={id}>
                <Link to={paths.learner} params={{ learnerId: id }}>
                  {programme}
                </Link>
                , {stateNames[state].toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Steps({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const may = useMay('learners.move');
  const { roleName } = useSession();
  if (!may)
    return <p>You are signed in as {roleName}. A workforce manager or the administrator records steps.</p>;
  return (
    <>
      <NextStep shown={shown} />
      <UndoStep shown={shown} />
    </>
  );
}
