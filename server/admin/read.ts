import { asRole } from '../../shared/access/roles.ts';
import type { Membership } from '../../shared/access/scope.ts';
import type { JsonValue } from '../db/json.ts';
import type { TrustReader } from '../db/with-trust.ts';

export type TrustUser = Omit<Membership, 'personId'> & {
  readonly id: string;
  readonly name: string;
  /** The name in the staff file of the person a learner is linked to. */
  readonly person: string | null;
  readonly disabled: boolean;
  readonly version: number;
};

/** The people of a trust, by name. */
export async function readUsers(tx: TrustReader, trustId: string): Promise<readonly TrustUser[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('user_account', 'user_account.user_id', 'membership.user_id')
    .leftJoin('person', (join) =>
      join
        .onRef('person.trust_id', '=', 'membership.trust_id')
        .onRef('person.id', '=', 'membership.person_id'),
    )
    .select(['user_account.user_id', 'user_account.name', 'user_account.disabled_at', 'membership.role'])
    .select(['membership.divisions', 'membership.version', 'person.first_name', 'person.last_name'])
    .where('membership.trust_id', '=', trustId)
    .where('membership.ended_at', 'is', null)
    .orderBy('user_account.name')
    .execute();
  return rows.map((row) => ({
    id: row.user_id,
    name: row.name,
    role: asRole(row.role),
    divisions: row.divisions,
    person: row.last_name === null ? null : `${row.first_name ?? ''} ${row.last_name}`,
    disabled: row.disabled_at !== null,
    version: row.version,
  }));
}

/** What a member may do and see; `null` for somebody who does not belong to the trust. */
export async function readMembership(
  tx: TrustReader,
  trustId: string,
  userId: string,
): Promise<(Membership & { readonly version: number }) | null> {
  const row = await tx
    .selectFrom('membership')
    .select(['role', 'divisions', 'person_id', 'version'])
    .where('trust_id', '=', trustId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { divisions, person_id: personId, version } = row;
  return { role: asRole(row.role), divisions, personId, version };
}

/** The divisions that teams of the trust belong to, by name. */
export async function readDivisions(tx: TrustReader, trustId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('team')
    .select('division')
    .distinct()
    .where('trust_id', '=', trustId)
    .where('division', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('division')
    .execute();
  return rows.flatMap(({ division }) => (division === null ? [] : [division]));
}

export type AuditLine = {
  readonly seq: number;
  /** ISO instant in UTC. */
  readonly at: string;
  /** Name of who did it; null when the account is gone. */
  readonly who: string | null;
  readonly role: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly versionBefore: number | null;
  readonly versionAfter: number | null;
  readonly before: JsonValue;
  readonly after: JsonValue;
};

export type AuditPageRequest = { readonly before: number | null; readonly limit: number };

/** Entries of the audit log, newest first, from just below `before`. */
export async function readAudit(
  tx: TrustReader,
  trustId: string,
  page: AuditPageRequest,
): Promise<readonly AuditLine[]> {
  const rows = await tx
    .selectFrom('audit_entry as e')
    .leftJoin('user_account as u', 'u.user_id', 'e.actor_id')
    .select(['e.seq', 'e.at', 'u.name as who', 'e.role', 'e.action', 'e.entity', 'e.entity_id'])
    .select(['e.version_before', 'e.version_after', 'e.before', 'e.after'])
    .where('e.trust_id', '=', trustId)
    .$if(page.before !== null, (query) => query.where('e.seq', '<', page.before ?? 0))
    .orderBy('e.seq', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    who: row.who,
    role: row.role,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    versionBefore: row.version_before,
    versionAfter: row.version_after,
    before: row.before,
    after: row.after,
  }));
}
