import { createHmac } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { SetupError } from '../config/setup-error.ts';
import { codeOf } from './database-faults.ts';

/** The role that serves requests: no superuser, owns nothing, obeys every policy. Migrations grant to it by name. */
export const appRole = 'wf_app';

/**
 * The address of `wf_app` on the owner's server. Its password is derived from the owner's, so that any number of
 * servers on one database agree on it without storing it.
 *
 * @throws SetupError when the owner's address carries no password to derive from.
 */
export function appUrlFrom(ownerUrl: string): { url: string; password: string } {
  const parts = /^(postgres(?:ql)?:\/\/)[^:@/?]+:([^@/?]+)@(.*)$/.exec(ownerUrl);
  if (parts === null) {
    throw new SetupError(
      `DATABASE_URL has no password, so none can be made for ${appRole}. Write it as postgresql://owner:password@host/database, or give APP_DATABASE_URL.`,
    );
  }
  const [, scheme = '', ownerPassword = '', rest = ''] = parts;
  const password = createHmac('sha256', decodeURIComponent(ownerPassword))
    .update(`role ${appRole}`)
    .digest('hex');
  return { url: `${scheme}${appRole}:${password}@${rest}`, password };
}

/**
 * Makes `wf_app` where it is missing. Two servers that start at once on one cluster may both try: the second finds it
 * there. Without a password (`APP_DATABASE_URL` names another role) it may not sign in and only carries the grants.
 */
export async function ensureAppRole(owner: Kysely<unknown>, password: string | null): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${appRole}`.execute(owner);
  if (rows.length > 0) return;
  const signIn = password === null ? 'nologin' : `login password '${password}'`;
  try {
    await sql`create role ${sql.id(appRole)} nosuperuser nocreatedb nocreaterole nobypassrls ${sql.raw(signIn)}`.execute(
      owner,
    );
  } catch (error) {
    if (['42710', '23505'].includes(codeOf(error))) return;
    if (codeOf(error) !== '42501') throw error;
    throw new SetupError(
      `The role of DATABASE_URL may not make the role ${appRole}. Give it CREATEROLE, or make ${appRole} yourself and give APP_DATABASE_URL.`,
    );
  }
}

/**
 * Makes sure that `wf_app` signs in with the derived password (another owner or a changed password leaves an old one).
 */
export async function ensureAppPassword(
  owner: Kysely<unknown>,
  appUrl: string,
  password: string,
): Promise<void> {
  if (await signsIn(appUrl)) return;
  try {
    await sql`alter role ${sql.id(appRole)} login password ${sql.lit(password)}`.execute(owner);
  } catch (error) {
    // Another server set the same password at the same moment.
    if (await signsIn(appUrl)) return;
    if (codeOf(error) !== '42501') throw error;
    throw new SetupError(
      `The role ${appRole} exists with another password and the role of DATABASE_URL may not change it. Give APP_DATABASE_URL.`,
    );
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Wrong password, or the role may not sign in.
    if (['28P01', '28000'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Refuses a request role that policies would not bind: a superuser, one that bypasses row-level security, an owner of
 * a tenant table, or a member of any such role.
 *
 * @throws SetupError
 */
export async function assertBoundByPolicies(app: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; unbound: boolean; owner: boolean }>`
    select current_user as name,
      exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'member')) as unbound,
      exists (select from pg_class c where c.relrowsecurity and pg_has_role(current_user, c.relowner, 'member')) as owner`.execute(
    app,
  );
  const role = rows[0];
  if (role === undefined || (!role.unbound && !role.owner)) return;
  const why = role.unbound ? 'is a superuser or bypasses row-level security' : 'owns tables of the product';
  throw new SetupError(
    `The role ${role.name} that would serve requests ${why}, so one trust could see another. Give APP_DATABASE_URL a role that is none of these.`,
  );
}
