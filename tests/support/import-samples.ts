import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The bytes of one of the odd files with a known answer (`tests/examples/imports`). */
export function sampleImportFile(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../examples/imports/${name}`, import.meta.url)));
}
