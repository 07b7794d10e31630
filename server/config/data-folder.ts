import { chmodSync, mkdirSync } from 'node:fs';

/**
 * Makes the data folder, before anything puts a file there. What lies in it is closed to others; the folder itself is
 * open when we are root, since PostgreSQL, which then runs under another account, has to pass through it.
 */
export function makeDataFolder(folder: string): void {
  const mode = process.getuid?.() === 0 ? 0o755 : 0o700;
  const isNew = mkdirSync(folder, { recursive: true, mode }) !== undefined;
  if (isNew) chmodSync(folder, mode);
}
