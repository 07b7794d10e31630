import type { Transaction } from 'kysely';
import type { Right } from '../../shared/access/rights.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Scope } from '../../shared/access/scope.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { appendAudit } from './append-audit.ts';
import type { JsonValue } from './json.ts';
import type { Database } from './kysely-of.ts';
import type { Tables } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Who asks, for which rows of which trust, and when. Trust, role and scope come from the membership, never from input. */
export type TrustContext = {
  readonly database: Database;
  readonly trustId: string;
  readonly userId: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly sessionHash: string | null;
  readonly requestId: string;
  readonly today: () => PlainDate;
  readonly now: () => Date;
};

/** A transaction that may only read (PostgreSQL refuses anything else in it). */
export type TrustReader = Pick<
  Transaction<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'getExecutor'
>;

/** A transaction that may write; it is accepted wherever a reader is asked for. */
export type TrustWriter = Transaction<Tables>;

/** Under which right something was written, or which step of signing in and setting up it was. */
export type AuditAction =
  | Right
  | 'session.signIn'
  | 'session.signOut'
  | 'trust.open'
  | 'research.record'
  | 'supervisors.record'
  | 'funding.record'
  | 'budget.record'
  | 'access.record';

/** What was written. `before` and `after` never hold names or staff numbers: an audit entry cannot be erased. */
export type AuditFacts = {
  readonly entity: string;
  readonly entityId: string;
  readonly versionBefore?: number;
  readonly versionAfter?: number;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
};

export type AuditNote = (facts: AuditFacts) => void;

export type WriteLimits = { readonly statementMs?: number };

/** Runs `fn` in one read-only snapshot of the rows of one trust that are in the scope of who asks. */
export function withTrust<T>(ctx: TrustContext, fn: (tx: TrustReader) => Promise<T>): Promise<T> {
  assertTrust(ctx);
  const { trustId, userId, scope } = ctx;
  return inTransaction(ctx.database, { access: 'read only', purpose: 'read', trustId, userId, scope }, fn);
}

/**
 * Runs `fn` in one transaction that may write rows of one trust, and appends the one audit entry in it.
 *
 * `fn` says what it wrote by calling `audit` exactly once. When it returns a refusal (`err(…)`) everything is rolled
 * back and no entry is made. `fn` may be run again after a conflict: it has no effects outside the database.
 *
 * @throws Error (everything rolled back) when `audit` was not called exactly once.
 */
export async function withTrustWrite<T>(
  ctx: TrustContext,
  action: AuditAction,
  fn: (tx: TrustWriter, audit: AuditNote) => Promise<T>,
  limits: WriteLimits = {},
): Promise<T> {
  assertTrust(ctx);
  const { trustId, userId, scope } = ctx;
  const settings = { access: 'read write' as const, purpose: action, trustId, userId, scope, ...limits };
  try {
    return await inTransaction(ctx.database, settings, async (tx) => {
      const noted: AuditFacts[] = [];
      const value = await fn(tx, (facts) => void noted.push(facts));
      if (isRefusal(value)) throw new RolledBack(value);
      const [facts] = noted;
      if (facts === undefined || noted.length > 1) {
        throw new Error(`${action}: a write notes exactly one audit entry, this one noted ${noted.length}`);
      }
      await appendAudit(tx, { ...whoAndWhen(ctx), action, ...whatWasWritten(facts) });
      return value;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.value as T;
    throw error;
  }
}

/** Carries a refusal out of the transaction, so that the transaction is rolled back. */
class RolledBack extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super('rolled back');
    this.value = value;
  }
}

function isRefusal(value: unknown): value is Extract<Result<never>, { ok: false }> {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

function whoAndWhen(ctx: TrustContext) {
  return {
    trustId: ctx.trustId,
    at: ctx.now().toISOString(),
    actorId: ctx.userId,
    role: ctx.role,
    sessionHash: ctx.sessionHash,
    requestId: ctx.requestId,
  };
}

function whatWasWritten(facts: AuditFacts) {
  return {
    entity: facts.entity,
    entityId: facts.entityId,
    versionBefore: facts.versionBefore ?? null,
    versionAfter: facts.versionAfter ?? null,
    before: facts.before ?? null,
    after: facts.after ?? null,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Without a setting the policies show no row; a caller that forgot should hear so instead of seeing an empty trust. */
function assertTrust(ctx: TrustContext): void {
  if (!uuid.test(ctx.trustId)) throw new Error('a query needs the trust it is for');
}
