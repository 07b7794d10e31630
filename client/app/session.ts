import { useSuspenseQuery } from '@tanstack/react-query';
import type { Right } from '../../shared/access/rights.ts';
import { postJson } from './http.ts';
import { navigationFor, type NavPage } from './navigation.ts';
import { paths } from './paths.ts';
import { trpc, type Outputs } from './trpc.ts';

/** Who is signed in, as what, in which trust; `today` is the server's day. */
export type Session = Outputs['session']['current'];

/** The session, on every page behind sign-in: the route above has loaded it. */
export function useSession(): Session {
  return useSuspenseQuery(trpc.session.current.queryOptions()).data;
}

/** Whether the person may do something: for showing a button. The server asks again. */
export function useMay(right: Right): boolean {
  return useSession().rights.includes(right);
}

/**
 * Where somebody begins who may not open Overview: a learner on the own page, others on the first page they may open.
 * `null` for whoever may open nothing but Overview.
 */
export function ownStart({ rights, ownLearnerId }: Session): OwnStart | null {
  if (rights.includes('overview.summary')) return null;
  if (ownLearnerId !== null) return { to: paths.learner, params: { learnerId: ownLearnerId } };
  const [first] = navigationFor(rights);
  return first === undefined ? null : { to: first.to };
}

type OwnStart =
  | { readonly to: typeof paths.learner; readonly params: { readonly learnerId: string } }
  | { readonly to: NavPage['to'] };

/**
 * Signs in as a sample person and opens the wanted address.
 *
 * A whole page load, here and below: nothing of the person or trust before stays in memory.
 *
 * @throws HttpRefusal with the words to show.
 */
export async function signInAs(key: string, wanted: string): Promise<void> {
  await postJson('/api/sign-in', { as: key });
  window.location.assign(safeAddress(wanted));
}

export async function signOut(): Promise<void> {
  await postJson('/api/sign-out', {});
  window.location.assign(paths.signIn);
}

/** Leaves for sign-in, and comes back to the present address afterwards. */
export function askToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`${paths.signIn}?to=${encodeURIComponent(pathname + search)}`);
}

/** Only an address of this product: never another host, however it is written. */
export function safeAddress(wanted: string): string {
  return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith(paths.signIn) ? wanted : paths.overview;
}
