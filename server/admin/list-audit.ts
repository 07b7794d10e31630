import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readAudit, type AuditLine, type AuditPageRequest } from './read.ts';

export type AuditPage = {
  readonly entries: readonly AuditLine[];
  /** What to ask for next as `before`; null at the beginning of the log. */
  readonly next: number | null;
};

/** One page of the audit log, newest first. */
export async function listAudit(ctx: TrustContext, page: AuditPageRequest): Promise<AuditPage> {
  const entries = await withTrust(ctx, (tx) => readAudit(tx, ctx.trustId, page));
  const last = entries.at(-1);
  return { entries, next: last === undefined || last.seq === 1 ? null : last.seq };
}
