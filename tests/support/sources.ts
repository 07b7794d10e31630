import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Paths of all files under a folder of the checkout, from the checkout. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

export function textOf(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

/** The texts of all test files of some rooms of `tests/`, one after the other. */
export function testTexts(...rooms: readonly string[]): string {
  return rooms
    .flatMap((room) => filesUnder(`tests/${room}`))
    .filter((path) => path.endsWith('.test.ts'))
    .map(textOf)
    .join('\n');
}
