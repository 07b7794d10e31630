import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { asError } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Loading } from '../components/Loading.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { Budget } from './Budget.tsx';

const route = getRouteApi('/house/budget');
const title = 'Budget';

/** Budget, actual, committed and forecast of two financial years, the ledger beside them, and the month end. */
export function BudgetPage(): ReactElement {
  const { basis, end } = route.useSearch();
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.budget.show.queryOptions({ basis, month: end }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) throw asError(error);
  if (data === undefined) {
    return (
      <PageFrame title={title}>
        <Loading what="Working out the budget" />
      </PageFrame>
    );
  }
  const { teams, centres, reconcile } = data.summary;
  const isEmpty = teams.length === 0 && centres.length === 0 && reconcile.length === 0;
  return (
    <PageFrame title={title} meta={<DataLine shown={data} />}>
      {isEmpty ? <NothingYet /> : <Budget shown={data} updating={isPlaceholderData} />}
    </PageFrame>
  );
}

function DataLine({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement {
  const { today } = useSession();
  return (
    <>
      {shown.summary.years.join(' and ')}. Register to {longDate(shown.dataCut)},{' '}
      <strong>{dataAge(shown.dataCut, today)}</strong>
    </>
  );
}

function NothingYet(): ReactElement {
  return (
    <EmptyState
      title="No money yet"
      why="No learner of a team has agreed hours or a fee, and no bank shift or ledger line was imported."
      action={<ImportsLink>Import the learner sheet, the bank shifts and the ledger lines</ImportsLink>}
      sample="You will see both financial years by month, cost centre and source of income, the ledger beside our shifts, and the journals of the month’s end."
    />
  );
}
