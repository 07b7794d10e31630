import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../server/trpc/app-router.ts';
import { queryClient } from './query-client.ts';

/** Queries go by POST too, so that what is asked for stays out of addresses and logs. */
const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api/trpc', methodOverride: 'POST', maxItems: 20 })],
});

/** `useQuery(trpc.session.current.queryOptions())`, `useMutation(trpc.trust.switch.mutationOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });

/** What each procedure answers: `Outputs['release']['grid']`. */
export type Outputs = inferRouterOutputs<AppRouter>;
