import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkoutRoot } from '../../server/config/paths.ts';
import { appUrlFrom } from '../../server/db/app-role.ts';
import { migrate } from '../../server/db/migrate.ts';
import { migrations, type Migration } from '../../server/db/migrations-list.ts';
import { prepareDatabase } from '../../server/db/prepare-database.ts';
import { databaseUrl } from '../support/database-url.ts';

const { ownerUrl: serverUrl, prefix } = inject('databases');
const server = new Client({ connectionString: serverUrl });
const open: Kysely<unknown>[] = [];
let made = 0;

beforeAll(() => server.connect());
afterAll(async () => {
  await Promise.all(open.map((db) => db.destroy()));
  await server.end();
});

async function emptyDatabase(): Promise<string> {
  made += 1;
  const name = `${prefix}_migrate_${process.pid}_${made}`;
  await server.query(`create database ${name}`);
  return databaseUrl(serverUrl, name);
}

function connect(url: string): Kysely<unknown> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
  });
  open.push(db);
  return db;
}

const tables = async (db: Kysely<unknown>) => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(db);
  return rows.map(({ name }) => name);
};

const table = (name: string): Migration => ({
  name: `20260101T0000_${name}`,
  up: async (db) => void (await sql`create table ${sql.table(name)} (x int)`.execute(db)),
});

describe('migrations', () => {
  test('are listed oldest first, and the list is the folder', () => {
    const files = readdirSync(join(checkoutRoot, 'migrations')).filter((file) => /^\d.*\.ts$/.test(file));
    expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  });

  test('run once: a second start changes nothing', async () => {
    const url = await emptyDatabase();
    const first = await prepareDatabase({ ownerUrl: url, appUrl: null });
    expect(first.applied).toEqual(migrations.map(({ name }) => name));
    expect((await prepareDatabase({ ownerUrl: url, appUrl: null })).applied).toEqual([]);
  });

  test('run once between two servers that start together', async () => {
    const url = await emptyDatabase();
    const started = await Promise.all([1, 2, 3].map(() => prepareDatabase({ ownerUrl: url, appUrl: null })));
    expect(started.flatMap(({ applied }) => applied).sort()).toEqual(migrations.map(({ name }) => name));
  });

  test('that fail half-way leave the schema as it was, and are done once they are mended', async () => {
    const db = connect(await emptyDatabase());
    const broken: Migration = {
      name: '20260101T0000_b',
      up: async (tx) => {
        await sql`create table b (x int)`.execute(tx);
        throw new Error('half-way');
      },
    };
    await expect(migrate(db, [table('a'), broken, table('c')])).rejects.toThrow('half-way');
    expect(await tables(db)).toEqual(['a', 'schema_migration']);
    expect(await migrate(db, [table('a'), table('b'), table('c')])).toEqual([
      '20260101T0000_b',
      '20260101T0000_c',
    ]);
    expect(await tables(db)).toEqual(['a', 'b', 'c', 'schema_migration']);
  });

  test('of a newer program do not keep an older one from starting', async () => {
    const db = connect(await emptyDatabase());
    await migrate(db, [table('a'), table('b')]);
    expect(await migrate(db, [table('a')])).toEqual([]);
  });
});

describe('the role that serves requests', () => {
  test('has a password derived from the owner’s, so that servers agree and nobody stores it', () => {
    const url = appUrlFrom('postgresql://owner:p%40ss@/db?host=%2Frun&port=5432');
    expect(url.url).toBe(`postgresql://wf_app:${url.password}@/db?host=%2Frun&port=5432`);
    expect(url.password).toMatch(/^[0-9a-f]{64}$/);
    expect(appUrlFrom('postgres://other:p%40ss@h/x').password).toBe(url.password);
    expect(appUrlFrom('postgres://owner:other@h/x').password).not.toBe(url.password);
    expect(() => appUrlFrom('postgres://owner@h/x')).toThrow(/APP_DATABASE_URL/);
  });

  test('is refused when it owns the tables', async () => {
    const url = await emptyDatabase();
    await expect(prepareDatabase({ ownerUrl: url, appUrl: url })).rejects.toThrow(
      /owns tables of the product/,
    );
  });

  test('with a wrong password is refused with words that name the variable', async () => {
    const url = await emptyDatabase();
    const wrong = url.replace(/\/\/[^@]*@/, '//wf_app:wrong@');
    await expect(prepareDatabase({ ownerUrl: url, appUrl: wrong })).rejects.toThrow(
      /password of APP_DATABASE_URL/,
    );
    const nowhere = databaseUrl(url, 'no_such_database');
    await expect(prepareDatabase({ ownerUrl: nowhere, appUrl: null })).rejects.toThrow(
      /DATABASE_URL names does not exist/,
    );
  });
});
