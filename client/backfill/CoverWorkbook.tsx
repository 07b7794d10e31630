import type { ReactElement } from 'react';
import { queryClient } from '../app/query-client.ts';
import { trpc } from '../app/trpc.ts';
import { ExcelLink } from '../components/ExcelLink.tsx';
import type { BookContent } from '../components/use-workbook.ts';
import type { CoverPlan } from './cover-model.ts';

/** The whole page as one workbook, with the parameters that the trust's answers rest on. */
export function CoverWorkbook({ shown }: { readonly shown: CoverPlan }): ReactElement {
  const content = async (): Promise<BookContent> => {
    const [{ coverBook }, { parametersInUse }, overrides] = await Promise.all([
      import('./workbook.ts'),
      import('../app/parameters.ts'),
      queryClient.ensureQueryData(trpc.parameters.inUse.queryOptions()),
    ]);
    return coverBook(shown, parametersInUse(overrides));
  };
  return (
    <ExcelLink
      title="Cover to book: what cover costs"
      fileName={`cover-${shown.dataCut}.xlsx`}
      content={content}
    >
      Download Excel
    </ExcelLink>
  );
}
