import type { BursaryCase } from '../../shared/funding/uptake.ts';
import type { TrustReader } from '../db/with-trust.ts';
import type { Plan } from '../scenario/read.ts';
import { casesOf } from './cases.ts';
import { readCaseFacts } from './read-facts.ts';

/** Every bursary case of a trust, as uptake is counted over, without the names. */
export async function readBursaryCases(
  tx: TrustReader,
  trustId: string,
  plan: Plan,
): Promise<readonly BursaryCase[]> {
  const cases = casesOf(await readCaseFacts(tx, trustId, plan));
  return cases.map(({ learnerId, round, eligible, placeOffered, award, feePence }) => ({
    ...{ learnerId, round, eligible, placeOffered, award, feePence },
  }));
}
