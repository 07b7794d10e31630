import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { ok, err, type Result } from '../../shared/core/result.ts';
import type { KeptRow } from '../../shared/programmes/catalogue-rows.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readTrust } from '../trust/read.ts';
import { countHolders, holdersOf, type HolderCount } from './holders.ts';
import { readRows } from './read.ts';

/** The trust's own rows, and how many people hold or study for each credential. */
export type ShownCatalogue = {
  readonly dataCut: PlainDate;
  readonly terms: readonly KeptRow<'programme-terms'>[];
  readonly modules: readonly KeptRow<'programme-module'>[];
  readonly fees: readonly KeptRow<'programme-fee'>[];
  readonly contacts: readonly KeptRow<'network-contact'>[];
  readonly credentials: readonly KeptRow<'own-credential'>[];
  readonly awards: readonly KeptRow<'route-award'>[];
  readonly holders: readonly HolderCount[];
};

/** The trust's part of the catalogue; the shipped part is in the program. */
export async function showCatalogue(ctx: TrustContext): Promise<Result<ShownCatalogue>> {
  const { trustId } = ctx;
  return withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, trustId);
    if (trust === null) return err('not-found', 'There is no such trust.');
    const held = await readRows(tx, trustId, 'person-credential');
    return ok({
      dataCut: trust.dataCut,
      terms: await readRows(tx, trustId, 'programme-terms'),
      modules: await readRows(tx, trustId, 'programme-module'),
      fees: await readRows(tx, trustId, 'programme-fee'),
      contacts: await readRows(tx, trustId, 'network-contact'),
      credentials: await readRows(tx, trustId, 'own-credential'),
      awards: await readRows(tx, trustId, 'route-award'),
      holders: countHolders(holdersOf(await readLearners(tx, trustId), held, ctx.today())),
    });
  });
}
