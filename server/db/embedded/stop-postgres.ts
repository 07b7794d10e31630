import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from '../../config/setup-error.ts';
import { codeOf } from '../database-faults.ts';
import type { Place } from './place.ts';
import { serversIn } from './processes.ts';

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; the last resort is recovered from at the next start. */
const ways = [
  { signal: 'SIGINT', milliseconds: 8_000 },
  { signal: 'SIGQUIT', milliseconds: 3_000 },
  { signal: 'SIGKILL', milliseconds: 3_000 },
] as const;

/** Stops the PostgreSQL we started. */
export async function stopChild(child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  for (const { signal, milliseconds } of ways) {
    if (gone()) return;
    child.kill(signal);
    await until(gone, milliseconds);
  }
}

/**
 * Stops what a killed server left behind in this folder and removes the files that would keep PostgreSQL from
 * starting: a `postmaster.pid` whose number now belongs to another process, or that is empty or rubbish, is fatal.
 */
export async function clearLeftovers(place: Place): Promise<void> {
  if (existsSync(place.cluster)) await stopOrphans(place);
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
  for (const name of readdirSync(place.socket)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(place.socket, name), { force: true });
  }
}

async function stopOrphans(place: Place): Promise<void> {
  const parent = Number.parseInt(textOf(join(place.cluster, 'postmaster.pid')), 10);
  const gone = () => serversIn(place.cluster).length === 0;
  for (const { signal, milliseconds } of ways) {
    const left = serversIn(place.cluster);
    if (left.length === 0) return;
    // Backends whose parent died end by themselves; they are only killed when they do not.
    const told = signal === 'SIGKILL' ? left : left.filter((pid) => pid === parent);
    for (const pid of told) sendSignal(pid, signal);
    await until(gone, milliseconds);
  }
  if (!gone())
    throw new SetupError(`A PostgreSQL in ${place.base} does not stop. End its processes, then start again.`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

async function until(condition: () => boolean, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!condition() && Date.now() < deadline) await pause(10);
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
