import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides, type Override } from '../../shared/parameters/override.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A trust's own value with who holds it and why, in force or ended. */
export type HeldOverride = Override & {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly reviewOn: PlainDate;
  readonly note: string;
  /** ISO instants in UTC; names are `null` where the account is gone. */
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  /** The row this one took the place of. */
  readonly replaces: string | null;
};

/** The trust's own values in force. */
export async function readOverrides(tx: TrustReader, trustId: string): Promise<readonly Override[]> {
  const rows = await tx
    .selectFrom('parameter_override')
    .select(['code', 'effective_from', 'value', 'low', 'high', 'source', 'status'])
    .where('trust_id', '=', trustId)
    .where('ended_at', 'is', null)
    .orderBy('code')
    .orderBy('effective_from')
    .execute();
  return rows.map(({ effective_from: effectiveFrom, ...row }) => ({ ...row, effectiveFrom }));
}

/**
 * The parameters a trust's answers rest on: the published set with the trust's own values in place. A trust with none
 * is given the published set itself, which is built once.
 */
export async function readParameterSet(tx: TrustReader, trustId: string): Promise<ParameterSet> {
  return withOverrides(publishedParameters, await readOverrides(tx, trustId));
}

/** Every own value of the trust, those that ended among them, newest first. */
export async function readHeldOverrides(tx: TrustReader, trustId: string): Promise<readonly HeldOverride[]> {
  const rows = await tx
    .selectFrom('parameter_override as p')
    .leftJoin('user_account as c', 'c.user_id', 'p.created_by')
    .leftJoin('user_account as e', 'e.user_id', 'p.ended_by')
    .selectAll('p')
    .select(['c.name as created_name', 'e.name as ended_name'])
    .where('p.trust_id', '=', trustId)
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    code: row.code,
    effectiveFrom: row.effective_from,
    value: row.value,
    low: row.low,
    high: row.high,
    source: row.source,
    status: row.status,
    owner: row.owner,
    reviewOn: row.review_on,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_name,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_name,
    replaces: row.replaces,
  }));
}
