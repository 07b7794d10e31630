import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfAward, type AwardFields } from '../../shared/funding/award.ts';
import { faultsOfRound, type RoundFields } from '../../shared/funding/bursary-rules.ts';
import { faultsOfSource, type SourceTerms } from '../../shared/funding/source.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { insertAward, insertRound, insertSource } from './store.ts';

/** What is known of the money for courses of a trust, all at once. */
export type FundingRegister = {
  readonly sources: readonly SourceTerms[];
  readonly rounds: readonly RoundFields[];
  readonly awards: readonly AwardFields[];
};

type Counts = { readonly sources: number; readonly rounds: number; readonly awards: number };

/**
 * Records sources, rounds and awards, all or nothing.
 *
 * Refused with `bad-input` when one cannot be, `already-applied` when one is there or stands twice.
 */
export async function recordFunding(ctx: TrustContext, register: FundingRegister): Promise<Result<Counts>> {
  const { sources, rounds, awards } = register;
  const [fault] = [
    ...sources.flatMap(faultsOfSource),
    ...rounds.flatMap(faultsOfRound),
    ...awards.flatMap((award) => faultsOfAward(award, ctx.today())),
  ];
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'funding.record', async (tx, audit): Promise<Result<Counts>> => {
    const added: boolean[] = [];
    for (const terms of sources) added.push(await insertSource(tx, ctx.trustId, newId(), terms));
    for (const round of rounds) added.push(await insertRound(tx, ctx.trustId, newId(), round));
    for (const award of awards) added.push(await insertAward(tx, ctx.trustId, newId(), award));
    if (added.includes(false))
      return err('already-applied', 'A source, a round or an award is recorded already.');
    const counts = { sources: sources.length, rounds: rounds.length, awards: awards.length };
    audit({ entity: 'funding', entityId: ctx.trustId, after: counts });
    return ok(counts);
  });
}
