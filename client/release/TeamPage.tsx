import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useParameters } from '../app/parameters.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { useModelAnswer } from '../app/use-model-answer.ts';
import { QuestionLayout } from '../components/FoldingPanel.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { askedInWords } from './asked-words.ts';
import { questionOf } from './question.ts';
import { QuestionPanel } from './QuestionPanel.tsx';
import { teamInWords } from './team-text.ts';
import { TeamResults } from './TeamResults.tsx';
import { teamView, type ShownTeam } from './team-view.ts';
import { useTeamSearch } from './use-team-search.ts';
import './release.css';

const route = getRouteApi('/house/release/$teamId');

/** One team: who is released, and the ward question, answered while typing. */
export function TeamPage(): ReactElement {
  const { teamId } = route.useParams();
  const { data } = useSuspenseQuery(trpc.release.team.queryOptions({ teamId }));
  return <TeamQuestion key={teamId} team={data} />;
}

function TeamQuestion({ team }: { readonly team: ShownTeam }): ReactElement {
  const { plan, dataCut, courses } = team;
  const { search, change, setFixed, reset } = useTeamSearch(dataCut, courses);
  const parameters = useParameters();
  const question = questionOf(search, dataCut, parameters, courses);
  const { answer, updating, error } = useModelAnswer('team', {
    plan,
    question,
    dataCut,
    basis: search.basis,
  });
  const view = answer === null ? null : teamView(team, answer, search.fixed, parameters);
  return (
    <PageFrame title={plan.team.name} meta={<TeamMeta team={team} />}>
      <QuestionLayout
        title="What if we release…"
        foldedTitle="Change the question"
        asked={view === null ? '' : askedInWords(view)}
        panel={
          <QuestionPanel
            search={search}
            question={question}
            onChange={change}
            team={team}
            rates={answer?.answer.rates ?? []}
            onReset={reset}
          />
        }
      >
        <TeamResults
          team={team}
          view={view}
          asked={answer}
          updating={updating}
          error={error}
          week={search.week}
          onFix={setFixed}
          onAskOne={() => change({ learners: 1 })}
        />
      </QuestionLayout>
      <p className="pt-meta pt-release-foot">
        Money is {search.basis === 'trust' ? 'the trust’s own cost' : 'whole NHS cost'}. The answer holds if
        everyone stays on their course; study days that fall on leave are made up.
      </p>
    </PageFrame>
  );
}

function TeamMeta({ team }: { readonly team: ShownTeam }): ReactElement {
  const { today } = useSession();
  return (
    <>
      {teamInWords(team)}. Data to {longDate(team.dataCut)}, <strong>{dataAge(team.dataCut, today)}</strong>
    </>
  );
}
