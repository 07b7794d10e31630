import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/db/new-id.ts';
import { useDatabase } from '../support/database.ts';
import { fillEveryTable } from '../support/rows.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

/** Tables that belong to no single trust, each with why. Everything else holds a trust's rows. */
const systemTables: Readonly<Record<string, string>> = {
  user_account: 'a person may belong to several trusts, and is found before a trust is known',
  session: 'a session is found by its token, before a trust is known',
  job_ticket: 'a worker finds work of any trust; a ticket holds ids, times and counts alone',
  schema_migration: 'the schema is the database’s own',
};
/** Tables of trusts whose rows a person also sees of their other trusts, so that they can switch. */
const seenByMembers = ['trust', 'membership'];

const db = useDatabase();
let tenantTables: string[] = [];
let a: TestTrust;
let b: TestTrust;

beforeAll(async () => {
  ({ a, b } = await openTestTrusts(db.database));
  await fillEveryTable(db, a);
  await fillEveryTable(db, b);
  const rows = await db.asOwner<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
  );
  tenantTables = rows.map(({ name }) => name).filter((name) => !(name in systemTables));
});

describe('every table of the catalogue', () => {
  test('is a tenant table or on the written list', () => {
    expect(tenantTables).toEqual(
      expect.arrayContaining(['trust', 'person', 'assignment', 'import_row', 'audit_entry']),
    );
    expect(tenantTables.length).toBeGreaterThanOrEqual(13);
  });

  test('of a trust has row-level security enabled and forced', async () => {
    const rows = await db.asOwner<{ name: string }>(
      `select relname as name from pg_class where relname = any($1) and not (relrowsecurity and relforcerowsecurity)`,
      [tenantTables],
    );
    expect(rows).toEqual([]);
  });

  test('of a trust has a policy for every command that checks what is written against the setting', async () => {
    const rows = await db.asOwner<{ name: string }>(
      `select tablename as name from pg_policies
       where cmd = 'ALL' and qual like '%trust_id = %app.trust_id%' and with_check = qual`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(tenantTables);
  });

  test('has no other policy that lets rows through than for reading one’s own memberships', async () => {
    const rows = await db.asOwner<{ name: string; cmd: string }>(
      `select tablename as name, cmd from pg_policies where cmd <> 'ALL' and permissive = 'PERMISSIVE' order by 1`,
    );
    expect(rows).toEqual(seenByMembers.toSorted().map((name) => ({ name, cmd: 'SELECT' })));
  });

  test('of a trust has trust_id first in its primary key', async () => {
    const rows = await db.asOwner<{ name: string; first: string }>(
      `select c.relname as name, att.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute att on att.attrelid = c.oid and att.attnum = i.indkey[0]
       where i.indisprimary and c.relname = any($1) order by 1`,
      [tenantTables],
    );
    expect(rows).toEqual(tenantTables.map((name) => ({ name, first: 'trust_id' })));
  });

  test('of a trust refers to others by trust_id first, on both sides', async () => {
    const rows = await db.asOwner<{ name: string; own: string; other: string; referred: string }>(
      `select c.relname as name, r.relname as referred, own.attname as own, other.attname as other
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
       join pg_attribute own on own.attrelid = c.oid and own.attnum = k.conkey[1]
       join pg_attribute other on other.attrelid = r.oid and other.attnum = k.confkey[1]
       where k.contype = 'f' and c.relname = any($1) and r.relname = any($1)`,
      [tenantTables],
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ own, other }) => own !== 'trust_id' || other !== 'trust_id')).toEqual([]);
  });

  test('is no materialised view, view or security definer function, which would show every trust', async () => {
    const views = await db.asOwner(
      `select relname from pg_class where relkind in ('m', 'v') and relnamespace = 'public'::regnamespace`,
    );
    const functions = await db.asOwner(
      `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    );
    expect([views, functions]).toEqual([[], []]);
  });

  test('belongs to the owner and never to the role that serves requests', async () => {
    const rows = await db.asOwner(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relowner = 'wf_app'::regrole`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the role that serves requests', () => {
  test('sees no row of any tenant table without a setting', async () => {
    for (const table of tenantTables)
      expect([table, await db.asApp({}, `select * from ${table}`)]).toEqual([table, []]);
  });

  test('sees, in each of two trusts, the rows of that one alone, in every tenant table', async () => {
    for (const trust of [a, b]) {
      for (const table of tenantTables) {
        const seen = await db.asApp({ trustId: trust.id }, `select distinct trust_id from ${table}`);
        expect([table, seen]).toEqual([table, [{ trust_id: trust.id }]]);
      }
    }
  });

  test('cannot move a row of any tenant table to another trust', async () => {
    for (const table of tenantTables) {
      const move = db.asApp({ trustId: a.id }, `update ${table} set trust_id = '${b.id}'`);
      await expect(move, table).rejects.toThrow(/row-level security|permission denied/);
    }
  });

  test('sees, as a person in trust A, beside A only the names and memberships of their other trusts', async () => {
    const { userId } = a.as('finance');
    for (const table of tenantTables) {
      const all = `select distinct trust_id from ${table}`;
      const seen = await db.asApp<{ trust_id: string }>({ trustId: a.id, userId }, all);
      const others = seen.filter((row) => row.trust_id !== a.id);
      expect([table, others]).toEqual([table, seenByMembers.includes(table) ? [{ trust_id: b.id }] : []]);
    }
  });

  test('cannot write a row for trust B while in trust A', async () => {
    const insert = `insert into team (trust_id, id, name, type) values ('${b.id}', '${newId()}', 'x', 'not-rostered')`;
    await expect(db.asApp({ trustId: a.id }, insert)).rejects.toThrow(/row-level security/);
  });

  test('cannot point a row of A at a row of B', async () => {
    const [{ id } = { id: '' }] = await db.asApp<{ id: string }>({ trustId: b.id }, 'select id from person');
    const steal = db.asApp({ trustId: a.id }, `update assignment set person_id = '${id}'`);
    await expect(steal).rejects.toThrow(/foreign key/);
  });

  test.each([
    ['change an audit entry', `update audit_entry set action = 'x'`],
    ['delete an audit entry', `delete from audit_entry`],
    ['empty a table', `truncate audit_entry`],
    ['switch policies off', `alter table person disable row level security`],
    ['ignore policies', `set row_security = off; select * from person`],
    ['make a table', `create table mine (x int)`],
    ['delete a trust', `delete from trust`],
    ['delete an account', `delete from user_account`],
    ['become the owner', `set role protected_time`],
    ['read the migrations', `select * from schema_migration`],
  ])('cannot %s', async (_what, statement) => {
    await expect(db.asApp({ trustId: a.id }, statement)).rejects.toThrow(
      /permission denied|must be owner|row-level security|does not exist/,
    );
  });
});
