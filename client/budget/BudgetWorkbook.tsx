import type { ReactElement } from 'react';
import { queryClient } from '../app/query-client.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { ExcelLink } from '../components/ExcelLink.tsx';
import type { BookContent } from '../components/use-workbook.ts';

/** The whole page as one workbook; its single lines are asked for when somebody presses. */
export function BudgetWorkbook({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement {
  const { basis, dataCut, summary, teamNames } = shown;
  const content = async (): Promise<BookContent> => {
    const [{ budgetBook }, lines] = await Promise.all([
      import('./workbook.ts'),
      queryClient.fetchQuery(trpc.budget.lines.queryOptions({ basis })),
    ]);
    return budgetBook(summary, teamNames, lines);
  };
  return (
    <ExcelLink title="Budget: two years by line" fileName={`budget-${dataCut}.xlsx`} content={content}>
      Download Excel
    </ExcelLink>
  );
}
