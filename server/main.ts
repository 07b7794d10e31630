import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { House } from './auth/context.ts';
import { makeClock } from './config/clock.ts';
import { isLoopback, readConfig, type Config } from './config/config.ts';
import { makeDataFolder } from './config/data-folder.ts';
import { builtPages } from './config/paths.ts';
import { makeProgress, type Progress } from './config/progress.ts';
import { SetupError } from './config/setup-error.ts';
import { listenForStop, type StopSignal } from './config/stop-signal.ts';
import { closeDatabase, openDatabase, type Database } from './db/database.ts';
import { faultOf } from './db/database-faults.ts';
import { startEmbedded, type EmbeddedDatabase } from './db/embedded/start-embedded.ts';
import { prepareDatabase } from './db/prepare-database.ts';
import { featureJobs } from './feature-jobs.ts';
import { featureRoutes } from './feature-routes.ts';
import { buildApp } from './http/build-app.ts';
import { listen, stopListening } from './http/listen.ts';
import { startJobs, type RunningJobs } from './jobs/start-jobs.ts';
import { makeLogger } from './http/logging.ts';
import { loadSampleTrusts } from './sample/load-sample-trusts.ts';

/** Thrown to leave the start when somebody asks to stop in the middle of it. */
class StopAsked extends Error {}

/** What is running so far; a stop may come in the middle of the start. */
type Running = {
  app?: FastifyInstance;
  jobs?: RunningJobs;
  database?: Database;
  embedded?: EmbeddedDatabase;
};

async function main(): Promise<number> {
  const progress = makeProgress((text) => process.stdout.write(text));
  // Whoever reads our output may go away before we do.
  process.stdout.on('error', () => undefined);
  const stop = listenForStop();
  const running: Running = {};
  try {
    const config = readConfig(process.env);
    const log = makeLogger(config.logLevel);
    surviveFaults(stop, log);
    makeDataFolder(config.dataDir);
    await start(config, log, progress, stop, running);
    const exitCode = await stop.whenAsked;
    progress.say('Stopping …');
    return exitCode;
  } catch (error) {
    if (error instanceof StopAsked) return 0;
    progress.say(
      error instanceof SetupError ? error.message : `The server could not start.\n${stackOf(error)}`,
    );
    return 1;
  } finally {
    await stopAll(running);
  }
}

async function start(
  config: Config,
  log: Logger,
  progress: Progress,
  stop: StopSignal,
  running: Running,
): Promise<void> {
  let house: House | null = null;
  const app = await buildApp({
    config,
    log,
    house: () => house,
    pages: builtPages,
    featureRoutes: featureRoutes(config),
  });
  running.app = app;
  const address = await listen(app, config);
  const made = await openHouse(config, log, progress, stop, running);
  if (config.sampleSignIn) await loadSamples(made, progress, stop);
  running.jobs = startJobs(made, featureJobs, (error) => log.error({ err: error }, 'a job failed'));
  house = made;
  warnAboutSignIn(config, progress);
  progress.say(`Protected Time is ready at ${address}`);
}

async function openHouse(
  config: Config,
  log: Logger,
  progress: Progress,
  stop: StopSignal,
  running: Running,
): Promise<House> {
  const ownerUrl = config.databaseUrl ?? (await startOwnDatabase(config, progress, running));
  leaveIfAsked(stop);
  const { appUrl } = await progress.step('Migrating', () =>
    whenReachable(() => prepareDatabase({ ownerUrl, appUrl: config.appDatabaseUrl }), progress, stop),
  );
  leaveIfAsked(stop);
  const database = openDatabase({
    url: appUrl,
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  running.database = database;
  return { database, clock: makeClock(config.today) };
}

async function startOwnDatabase(config: Config, progress: Progress, running: Running): Promise<string> {
  const embedded = await progress.step('Starting the database', () =>
    startEmbedded({ dataDir: config.dataDir, onRestart: progress.say }),
  );
  running.embedded = embedded;
  return embedded.ownerUrl;
}

/** Requests under way finish first, while their database is still there. */
async function stopAll({ app, jobs, database, embedded }: Running): Promise<void> {
  if (app !== undefined) await stopListening(app);
  // A job that cannot be given back in time is taken by another process when its lease has run out.
  if (jobs !== undefined) await Promise.race([jobs.stop(), pause(2_000)]);
  // A step of the start that was cut short may still hold a connection; PostgreSQL ends it when it stops.
  if (database !== undefined) await Promise.race([closeDatabase(database), pause(2_000)]);
  await embedded?.stop();
}

/** A database on another machine may come up after us: it is waited for, until somebody asks to stop. */
async function whenReachable<T>(work: () => Promise<T>, progress: Progress, stop: StopSignal): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (faultOf(error) !== 'unavailable') throw error;
      leaveIfAsked(stop);
      if (tries === 0) progress.say('The database does not answer yet; waiting for it (Ctrl-C stops).');
      await Promise.race([pause(1_000), stop.whenAsked]);
    }
  }
}

async function loadSamples(house: House, progress: Progress, stop: StopSignal): Promise<void> {
  const loading = progress.step('Loading the sample trusts', () =>
    loadSampleTrusts(house.database, progress.say),
  );
  // When it is cut short its own failure says nothing new.
  loading.catch(() => undefined);
  await Promise.race([loading, stop.whenAsked]);
  leaveIfAsked(stop);
}

function leaveIfAsked(stop: StopSignal): void {
  if (stop.asked()) throw new StopAsked();
}

function warnAboutSignIn(config: Config, progress: Progress): void {
  if (!config.sampleSignIn) {
    progress.say('Nobody can sign in: SAMPLE_SIGN_IN is off, and there is no other way to sign in yet.');
  } else if (!isLoopback(config.host)) {
    progress.say('SAMPLE_SIGN_IN is on: whoever can reach this server gets in without a password.');
  }
}

/** A fault that nobody caught is logged; one that leaves the process in doubt stops it in order, with exit code 1. */
function surviveFaults(stop: StopSignal, log: Logger): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left unhandled'));
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'a fault was left uncaught');
    stop.ask(1);
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

void main().then((exitCode) => process.exit(exitCode));
