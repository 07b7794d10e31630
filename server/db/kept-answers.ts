import type { Database } from './kysely-of.ts';
import type { TrustContext, TrustReader } from './with-trust.ts';

/**
 * What the data of a trust is known by: every write adds one entry to the chain of its audit log in its own
 * transaction, so that the head of the chain names one state of all its data. `null` before the first write.
 */
async function stateOf(tx: TrustReader, trustId: string): Promise<string | null> {
  const head = await tx
    .selectFrom('audit_head')
    .select('hash')
    .where('trust_id', '=', trustId)
    .executeTakeFirst();
  return head?.hash ?? null;
}

/**
 * Keeps the last answers to a question that depends on nothing but the data of the trust, the rows somebody may see
 * and the day. Asked again in the same state, the answer is given as it was; after any write it is worked out anew.
 */
export class KeptAnswers<T> {
  readonly #byDatabase = new WeakMap<Database, Map<string, T>>();
  readonly #most: number;

  /** @param most answers kept of one database; the one that was made first goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param tx the snapshot that `work` reads.
   * @returns the answer, and how to keep one that was worked out in this snapshot.
   */
  async find(
    tx: TrustReader,
    ctx: TrustContext,
  ): Promise<{ readonly kept: T | null; readonly keep: (answer: T) => void }> {
    const state = await stateOf(tx, ctx.trustId);
    const answers = this.#byDatabase.get(ctx.database) ?? new Map<string, T>();
    this.#byDatabase.set(ctx.database, answers);
    if (state === null) return { kept: null, keep: () => undefined };
    const key = JSON.stringify([ctx.trustId, state, ctx.today(), ctx.scope]);
    const keep = (answer: T): void => {
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > this.#most && oldest !== undefined) answers.delete(oldest);
    };
    return { kept: answers.get(key) ?? null, keep };
  }
}
