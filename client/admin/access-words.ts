import type { Outputs } from '../app/trpc.ts';
import { listInWords } from '../format/numbers.ts';

export type ListedUser = Outputs['admin']['users']['users'][number];

/** What of the trust somebody sees, in words. */
export function seesInWords({ role, divisions, person }: ListedUser): string {
  if (role === 'learner')
    return person === null ? 'Nothing: not linked to a person yet' : `Their own page, as ${person}`;
  return divisions.length === 0 ? 'The whole trust' : listInWords(divisions);
}
