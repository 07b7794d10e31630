import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf } from './error-text.ts';

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Calls back when the server says that nobody is signed in any more. @returns how to stop listening. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

function watch(error: unknown): void {
  if (codeOf(error) === 'not-signed-in') signedOutListeners.forEach((listener) => listener());
}

/** A refusal will be the same the next time; a server that cannot be reached may be back. */
function mayRetry(failures: number, error: unknown): boolean {
  const code = codeOf(error);
  return failures < 2 && (code === null || code === 'unavailable');
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: mayRetry, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
