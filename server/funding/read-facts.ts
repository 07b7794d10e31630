import type { Assignment } from '../../shared/staff/staff.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readAgreements } from '../learners/read-history.ts';
import { readLearners } from '../learners/read.ts';
import type { Plan } from '../scenario/read.ts';
import { readPeople } from '../staff/read.ts';
import type { CaseFacts } from './cases.ts';
import { readAwards, readRounds } from './read.ts';

/** Everything the cases of a trust are made from; of several posts, the one with most hours. */
export async function readCaseFacts(tx: TrustReader, trustId: string, { placed }: Plan): Promise<CaseFacts> {
  const learners = await readLearners(tx, trustId);
  const wanted = new Set(learners.map(({ personId }) => personId));
  const posts = new Map<string, Assignment>();
  for (const { assignment } of placed) {
    const { personId, contractedHoursX100 } = assignment;
    const held = posts.get(personId);
    if (wanted.has(personId) && (held === undefined || held.contractedHoursX100 < contractedHoursX100))
      posts.set(personId, assignment);
  }
  return {
    learners,
    posts,
    people: await readPeople(tx, trustId, [...wanted]),
    agreements: await readAgreements(tx, trustId),
    awards: await readAwards(tx, trustId),
    rounds: await readRounds(tx, trustId),
  };
}
