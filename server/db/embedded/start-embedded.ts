import type { ChildProcess } from 'node:child_process';
import { findBinaries } from './binaries.ts';
import { ensureCluster, ownerUrl, startPostgres } from './cluster.ts';
import { claim } from './owner-file.ts';
import { choosePlace } from './place.ts';
import { clearLeftovers, stopChild } from './stop-postgres.ts';

export type EmbeddedDatabase = {
  /** Address of the owner's role. */
  readonly ownerUrl: string;
  /** Folder of its files. */
  readonly folder: string;
  /** Stops PostgreSQL and gives the folder up. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** Told when PostgreSQL ended by itself and is started again. */
  readonly onRestart?: (reason: string) => void;
  /** More settings, for throwaway clusters of tests. */
  readonly settings?: Readonly<Record<string, string>>;
};

const mostRestarts = 5;

/**
 * Starts the PostgreSQL that comes with the product: claim the folder, stop what a killed server left, make the
 * cluster where there is none, start.
 *
 * @throws SetupError with a sentence that says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = choosePlace(options.dataDir);
  const giveUp = claim(place.base);
  try {
    await clearLeftovers(place);
    const binaries = findBinaries(place.base, place.account);
    await ensureCluster(place, binaries);
    const url = ownerUrl(place);
    const start = () => startPostgres(place, binaries, options.settings ?? {});
    const stop = await keepRunning(
      start,
      () => clearLeftovers(place),
      options.onRestart ?? (() => undefined),
    );
    return {
      ownerUrl: url,
      folder: place.base,
      stop: () => stop().finally(giveUp),
    };
  } catch (error) {
    giveUp();
    throw error;
  }
}

/** Starts PostgreSQL again when it ends by itself, a few times; gives back how to stop it for good. */
async function keepRunning(
  start: () => Promise<ChildProcess>,
  clear: () => Promise<void>,
  onRestart: (reason: string) => void,
): Promise<() => Promise<void>> {
  let stopping = false;
  let restarts = 0;
  let restarting: Promise<void> = Promise.resolve();
  let child = await start();
  watch();
  return stop;

  function watch(): void {
    child.once('exit', (code, signal) => {
      restarts += 1;
      if (stopping || restarts > mostRestarts) return;
      onRestart(`The database ended by itself (${signal ?? `code ${code ?? 0}`}); starting it again.`);
      restarting = again().catch((error: unknown) => {
        onRestart(
          `The database could not be started again: ${error instanceof Error ? error.message : 'no reason known'}`,
        );
      });
    });
  }

  async function again(): Promise<void> {
    await clear();
    child = await start();
    watch();
  }

  /** A restart under way is waited for, and the new PostgreSQL stopped. */
  async function stop(): Promise<void> {
    stopping = true;
    await restarting;
    await stopChild(child);
  }
}
