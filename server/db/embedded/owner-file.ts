import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../../config/setup-error.ts';
import { codeOf } from '../database-faults.ts';
import { runOf } from './processes.ts';

type Owner = { readonly pid: number; readonly run: string };

/**
 * Claims a database folder for this process: two servers on one folder would each stop the other's PostgreSQL.
 *
 * The claim names the process and when it started, so that one left by a killed process is recognised even when its
 * number is in use again. It is written aside and linked into place: it is there whole or not at all, and only once.
 *
 * @returns a function that gives the folder up.
 * @throws SetupError when a living process holds the claim.
 */
export function claim(base: string): () => void {
  const file = join(base, 'owner.json');
  const aside = `${file}.${process.pid}`;
  const mine = JSON.stringify({ pid: process.pid, run: runOf(process.pid) });
  writeFileSync(aside, mine, { mode: 0o644 });
  try {
    while (!linked(aside, file)) removeDeadClaim(file, base);
  } finally {
    rmSync(aside, { force: true });
  }
  return () => {
    if (readText(file) === mine) rmSync(file, { force: true });
  };
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function removeDeadClaim(file: string, base: string): void {
  const found = readText(file);
  if (found === null) return;
  refuseLiving(found, base);
  // Moved aside before it is deleted: if another starter took the folder meanwhile, its claim goes back.
  const removed = `${file}.dead.${process.pid}`;
  renameSync(file, removed);
  const taken = readText(removed);
  if (taken !== found) linked(removed, file);
  rmSync(removed, { force: true });
}

function refuseLiving(text: string, base: string): void {
  const owner = parseOwner(text);
  if (owner === null || runOf(owner.pid) !== owner.run) return;
  throw new SetupError(
    `Protected Time is already running on this database (process ${owner.pid}, ${base}). Stop it first, or set DATA_DIR to another folder.`,
  );
}

function parseOwner(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
