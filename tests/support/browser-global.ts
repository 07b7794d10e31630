import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserDoesNotStart, installedBrowser, packagedBrowser } from './browser-find.ts';
import { startServer, startServerOnCopy } from './browser-server.ts';
import { startTestCluster, temporaryFolder } from './cluster.ts';
import { createDatabase, dropAll } from './database-global.ts';
import { databaseUrl, type TestDatabases } from './database-url.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running product: "http://127.0.0.1:41234". */
    readonly baseUrl: string;
    /** Where tests reach the one browser of the run. */
    readonly browserEndpoint: string;
  }
}

/** A browser that talks to nobody but the page: its own background requests would hide or fake one of ours. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
] as const;

/**
 * Starts one browser, and one real server with sample trusts for all browser tests of the run that change nothing;
 * the others copy its database as it was. Removes all at the end.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder('protected-time-browser-');
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
  const undoAll = async (): Promise<void> => {
    for (const one of [...undo].reverse()) await one();
  };
  try {
    const browser = await startBrowser(folder);
    undo.push(() => browser.close());
    const databases = await sampleDatabases(join(folder, 'data'), undo);
    const server = await startServerOnCopy(databases);
    undo.push(server.stop);
    project.provide('databases', databases);
    project.provide('browserEndpoint', browser.wsEndpoint());
    project.provide('baseUrl', server.baseUrl);
    return undoAll;
  } catch (error) {
    await undoAll();
    throw error;
  }
}

/** A PostgreSQL of the run's own, in which the program has loaded its sample trusts, as on the first start anywhere. */
async function sampleDatabases(dataDir: string, undo: (() => Promise<void>)[]): Promise<TestDatabases> {
  const cluster = await startTestCluster();
  const { ownerUrl } = cluster;
  undo.push(cluster.stop);
  const prefix = `pt_browser_${Date.now().toString(36)}_${process.pid}`;
  const template = `${prefix}_sample`;
  undo.push(() => (cluster.throwaway ? Promise.resolve() : dropAll(ownerUrl, prefix)));
  await createDatabase(ownerUrl, template);
  const loading = await startServer(dataDir, databaseUrl(ownerUrl, template));
  await loading.stop();
  return { ownerUrl, prefix, template };
}

async function startBrowser(folder: string): Promise<BrowserServer> {
  const executablePath = installedBrowser() ?? (await packagedBrowser(folder));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    return await chromium.launchServer({ executablePath, headless: true, args: [...quiet, ...asRoot] });
  } catch (error) {
    throw browserDoesNotStart(executablePath, error);
  }
}
