import { useRouter } from '@tanstack/react-router';
import { useCallback, type ReactElement, type ReactNode } from 'react';
import { WorkbookContext, type WorkbookSource } from '../components/workbook-source.ts';
import { queryClient } from './query-client.ts';
import { useSession } from './session.ts';
import { trpc } from './trpc.ts';

/** Lets every table under it be downloaded as a workbook that says which page, filters and parameters it came from. */
export function WorkbookProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const router = useRouter();
  const session = useSession();
  const source: WorkbookSource = useCallback(
    async (codes) => {
      const [{ aboutPage }, { parametersInUse }, overrides] = await Promise.all([
        import('./workbook-about.ts'),
        import('./parameters.ts'),
        queryClient.ensureQueryData(trpc.parameters.inUse.queryOptions()),
      ]);
      const { pathname } = router.state.location;
      return aboutPage({
        title: document.title.replace(/ – Protected Time$/, ''),
        address: window.location.href,
        pathname,
        search: router.state.matches.at(-1)?.search ?? {},
        session,
        parameters: parametersInUse(overrides),
        codes,
      });
    },
    [router, session],
  );
  return <WorkbookContext value={source}>{children}</WorkbookContext>;
}
