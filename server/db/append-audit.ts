import type { Transaction } from 'kysely';
import { chainStart, entryHash, type AuditEntry } from './audit-chain.ts';
import type { Tables } from './schema.ts';

type NewEntry = Omit<AuditEntry, 'seq'>;

/**
 * Appends one entry to the chain of its trust. The head row is locked until the transaction ends, so two writers of
 * one trust queue here and nowhere else: it is therefore the last thing a transaction does.
 */
export async function appendAudit(tx: Transaction<Tables>, entry: NewEntry): Promise<void> {
  const head = await lockedHead(tx, entry.trustId);
  const full: AuditEntry = { ...entry, seq: head.seq + 1 };
  const hash = entryHash(head.hash, full);
  await tx
    .insertInto('audit_entry')
    .values({
      trust_id: full.trustId,
      seq: full.seq,
      at: new Date(full.at),
      actor_id: full.actorId,
      role: full.role,
      session_hash: full.sessionHash,
      request_id: full.requestId,
      action: full.action,
      entity: full.entity,
      entity_id: full.entityId,
      version_before: full.versionBefore,
      version_after: full.versionAfter,
      before: full.before === null ? null : JSON.stringify(full.before),
      after: full.after === null ? null : JSON.stringify(full.after),
      previous_hash: head.hash,
      hash,
    })
    .execute();
  await tx
    .updateTable('audit_head')
    .set({ seq: full.seq, hash })
    .where('trust_id', '=', full.trustId)
    .execute();
}

async function lockedHead(tx: Transaction<Tables>, trustId: string): Promise<{ seq: number; hash: string }> {
  await tx
    .insertInto('audit_head')
    .values({ trust_id: trustId, seq: 0, hash: chainStart })
    .onConflict((conflict) => conflict.column('trust_id').doNothing())
    .execute();
  return tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('trust_id', '=', trustId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
