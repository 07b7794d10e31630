import { ok, type Result } from '../../shared/core/result.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readPeople } from '../staff/read.ts';
import { holdersOf, type Holder } from './holders.ts';
import { readRows } from './read.ts';

export type NamedHolder = Pick<Holder, 'personId' | 'state'> & {
  readonly name: string;
  /** The person's page on the learner register, the latest; `null` without one. */
  readonly learnerId: string | null;
};

/** Who holds or studies for one credential, by name. */
export async function listHolders(
  ctx: TrustContext,
  { credential }: { readonly credential: string },
): Promise<Result<readonly NamedHolder[]>> {
  return withTrust(ctx, async (tx) => {
    const learners = await readLearners(tx, ctx.trustId);
    const held = await readRows(tx, ctx.trustId, 'person-credential');
    const holders = holdersOf(learners, held, ctx.today()).filter(
      (holder) => holder.credential === credential,
    );
    const people = await readPeople(
      tx,
      ctx.trustId,
      holders.map(({ personId }) => personId),
    );
    const named = holders.flatMap(({ personId, state }): NamedHolder[] => {
      const person = people.get(personId);
      const learnerId = learners.findLast((learner) => learner.personId === personId)?.id ?? null;
      return person === undefined ? [] : [{ personId, state, name: person.name, learnerId }];
    });
    return ok(named.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')));
  });
}
