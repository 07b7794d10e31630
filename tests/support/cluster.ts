import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../server/db/embedded/start-embedded.ts';
import { runOf } from '../../server/db/embedded/processes.ts';
import { clearLeftovers } from '../../server/db/embedded/stop-postgres.ts';

const prefix = 'protected-time-test-';

/** Never for the product: what a throwaway cluster writes need not survive a crash. */
const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

export type TestCluster = {
  readonly ownerUrl: string;
  /** It goes with everything in it; otherwise the databases of the run must be dropped one by one. */
  readonly throwaway: boolean;
  readonly stop: () => Promise<void>;
};

/** One PostgreSQL for a whole run: the product's own, in a folder of its own, or the server of TEST_DATABASE_URL. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '')
    return { ownerUrl: given, throwaway: false, stop: () => Promise.resolve() };
  await removeAbandoned();
  const dataDir = temporaryFolder(prefix);
  const embedded = await startEmbedded({ dataDir, settings: throwaway });
  return {
    ownerUrl: embedded.ownerUrl,
    throwaway: true,
    stop: async () => {
      await embedded.stop();
      rmSync(embedded.folder, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder that every account of the machine may enter, as an ordinary checkout is. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  chmodSync(folder, 0o755);
  return folder;
}

/** Clusters of runs that were killed: stopped and removed, once their test runner is gone. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const base = join(tmpdir(), name, 'postgres');
    const owner = join(base, 'owner.json');
    if (!existsSync(owner)) continue;
    const { pid, run } = JSON.parse(readFileSync(owner, 'utf8')) as { pid: number; run: string };
    if (runOf(pid) === run) continue;
    await clearLeftovers({ account: null, base, cluster: join(base, 'cluster'), socket: join(base, 'run') });
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
