import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { againstBudget } from './overview-model.ts';

/** Where this financial year stands against its budget; whoever may not see the budget is shown the way to the cover. */
export function BudgetLine(): ReactElement {
  return useMay('budget.totals') ? <AgainstBudget /> : <Link to={paths.backfill}>Cover to book</Link>;
}

/** It comes after the page, which does not wait for it. */
function AgainstBudget(): ReactElement {
  const { data, isError } = useQuery(trpc.budget.totals.queryOptions());
  const link = <Link to={paths.budget}>Budget</Link>;
  if (isError) return <>The budget could not be worked out. {link}</>;
  return (
    <>
      {data === undefined ? 'Working out the budget…' : againstBudget(data)} {link}
    </>
  );
}
