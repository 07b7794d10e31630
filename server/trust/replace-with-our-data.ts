import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readTrust } from './read.ts';
import { deleteData, markOwnData, type RowCounts } from './store.ts';

/** Time limit of one statement: a large trust has some ten thousand people and their staged files. */
const statementMs = 60_000;

/**
 * Empties a synthetic trust so that its own data can be imported: every row of its data goes, in one transaction; the
 * trust, its members and its audit log stay. A trust that already holds its own data is never emptied.
 *
 * @param input.confirmation the name of the trust, typed by the person.
 */
export async function replaceWithOurData(
  ctx: TrustContext,
  input: { readonly confirmation: string },
): Promise<Result<{ readonly deleted: RowCounts }>> {
  return withTrustWrite(
    ctx,
    'trust.replaceWithOurData',
    async (tx, audit) => {
      const trust = await readTrust(tx, ctx.trustId);
      if (trust === null) return err('not-found', 'There is no such trust.');
      if (input.confirmation.trim() !== trust.name) {
        return err(
          'needs-confirmation',
          'Type the name of the trust exactly as it is shown; nothing was changed.',
        );
      }
      const version = await markOwnData(tx, ctx.trustId);
      if (version === null) {
        return err('already-applied', 'This trust already holds its own data; nothing was removed.');
      }
      const deleted = await deleteData(tx, ctx.trustId);
      audit({
        entity: 'trust',
        entityId: ctx.trustId,
        versionBefore: version - 1,
        versionAfter: version,
        before: { synthetic: true, rows: deleted },
        after: { synthetic: false },
      });
      return ok({ deleted });
    },
    { statementMs },
  );
}
