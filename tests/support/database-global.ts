import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../server/db/prepare-database.ts';
import { startTestCluster } from './cluster.ts';
import { databaseUrl, type TestDatabases } from './database-url.ts';
import { dropDatabase } from './drop-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly databases: TestDatabases;
  }
}

/** Starts one PostgreSQL for the run, with a migrated template that each test file copies; removes all at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const prefix = `pt_test_${Date.now().toString(36)}_${process.pid}`;
  const databases: TestDatabases = { ownerUrl: cluster.ownerUrl, prefix, template: `${prefix}_template` };
  await createDatabase(cluster.ownerUrl, databases.template);
  await prepareDatabase({ ownerUrl: databaseUrl(cluster.ownerUrl, databases.template), appUrl: null });
  project.provide('databases', databases);
  return async () => {
    if (!cluster.throwaway) await dropAll(cluster.ownerUrl, prefix);
    await cluster.stop();
  };
}

export async function createDatabase(ownerUrl: string, name: string): Promise<void> {
  await asOwner(ownerUrl, (client) => client.query(`create database ${name}`));
}

/** Drops every database of a run. */
export async function dropAll(ownerUrl: string, prefix: string): Promise<void> {
  const names: string[] = [];
  await asOwner(ownerUrl, async (client) => {
    const find = 'select datname from pg_database where starts_with(datname, $1)';
    const { rows } = await client.query<{ datname: string }>(find, [prefix]);
    names.push(...rows.map(({ datname }) => datname));
  });
  for (const name of names) await dropDatabase(ownerUrl, name);
}

async function asOwner(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
