import { chainStart, entryHash, type AuditEntry } from '../db/audit-chain.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import type { JsonValue } from '../db/json.ts';

/** A chain is whole, or it names the first entry that does not fit. */
export type ChainState =
  | { readonly whole: true; readonly entries: number; readonly head: string }
  | {
      readonly whole: false;
      readonly seq: number;
      readonly reason: 'missing' | 'changed' | 'out of order' | 'head differs';
    };

type Link = { readonly entry: AuditEntry; readonly previousHash: string; readonly hash: string };

const pageSize = 1_000;

/** Recomputes every hash of a trust's audit log. Finds an entry that was changed, removed, moved or added. */
export function verifyChain(ctx: TrustContext): Promise<ChainState> {
  return withTrust(ctx, async (tx) => {
    let head = chainStart;
    let seq = 0;
    for (;;) {
      const links = await linksAfter(tx, seq);
      for (const link of links) {
        const reason = misfit(link, seq, head);
        if (reason !== null) return { whole: false, seq: seq + 1, reason };
        seq = link.entry.seq;
        head = link.hash;
      }
      if (links.length < pageSize) break;
    }
    const kept = await tx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
    const fits = (kept?.seq ?? 0) === seq && (kept?.hash ?? chainStart) === head;
    return fits
      ? { whole: true, entries: seq, head }
      : { whole: false, seq: seq + 1, reason: 'head differs' };
  });
}

function misfit(link: Link, seq: number, head: string): 'missing' | 'changed' | 'out of order' | null {
  if (link.entry.seq !== seq + 1) return 'missing';
  if (link.previousHash !== head) return 'out of order';
  return entryHash(head, link.entry) === link.hash ? null : 'changed';
}

async function linksAfter(tx: TrustReader, seq: number): Promise<Link[]> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(pageSize)
    .execute();
  return rows.map((row) => ({
    previousHash: row.previous_hash,
    hash: row.hash,
    entry: {
      trustId: row.trust_id,
      seq: row.seq,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      role: row.role,
      sessionHash: row.session_hash,
      requestId: row.request_id,
      action: row.action,
      entity: row.entity,
      entityId: row.entity_id,
      versionBefore: row.version_before,
      versionAfter: row.version_after,
      before: row.before satisfies JsonValue,
      after: row.after satisfies JsonValue,
    },
  }));
}
