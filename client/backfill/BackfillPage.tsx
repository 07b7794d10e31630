import './backfill.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { asError } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Loading } from '../components/Loading.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { dataAge, dateRange, longDate } from '../format/dates.ts';
import { Cover } from './Cover.tsx';
import { planSpan } from './cover-model.ts';
import { CoverWorkbook } from './CoverWorkbook.tsx';

const route = getRouteApi('/house/backfill');
const title = 'Cover to book';

/** What cover costs, cut every way, and which shifts to book now. */
export function BackfillPage(): ReactElement {
  const { basis } = route.useSearch();
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.backfill.summary.queryOptions({ basis }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) throw asError(error);
  if (data === undefined) {
    return (
      <PageFrame title={title}>
        <Loading what="Working out the cover of every team" />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={title}
      meta={<DataLine shown={data} />}
      actions={data.summary.byTeam.length === 0 || isPlaceholderData ? null : <CoverWorkbook shown={data} />}
    >
      {data.summary.byTeam.length === 0 ? (
        <NobodyReleased />
      ) : (
        <Cover shown={data} updating={isPlaceholderData} />
      )}
    </PageFrame>
  );
}

function DataLine({ shown }: { readonly shown: Outputs['backfill']['summary'] }): ReactNode {
  const { today } = useSession();
  const span = planSpan(shown.summary);
  const weeks = span === null ? '' : `Weeks of ${dateRange(span.from, span.to)}. `;
  return (
    <>
      {weeks}Staff, team and learner sheets to {longDate(shown.dataCut)},{' '}
      <strong>{dataAge(shown.dataCut, today)}</strong>
    </>
  );
}

function NobodyReleased(): ReactElement {
  return (
    <EmptyState
      title="Nobody is released yet"
      why="No learner of a team has agreed hours ahead, so there is nothing to cover and nothing to book."
      action={<ImportsLink>Import the team and learner sheets</ImportsLink>}
      sample="You will see shifts to book by team and week, cover cost by month, cost centre and team, and the fees ledger beside it. What a ward would need can be asked before: open a team under Teams by week."
    />
  );
}
