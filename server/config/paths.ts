import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './setup-error.ts';

/** The folder of the checkout: the nearest one above this file with a package.json (built files lie in dist/). */
export const checkoutRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new SetupError(`No package.json above ${start}: run this program from its checkout.`);
    folder = above;
  }
  return folder;
}

/** Where the built pages are. */
export const builtPages = join(checkoutRoot, 'dist', 'public');

/**
 * The built JavaScript of a source file, for worker threads: they run without a TypeScript loader, also when tests
 * run the rest from source.
 *
 * @param source path in the checkout, such as 'server/imports/read-file-worker.ts'
 */
export function builtFile(source: string): string {
  const built = join(checkoutRoot, 'dist', source.replace(/\.ts$/, '.js'));
  if (!existsSync(built))
    throw new SetupError(`${built} is not there: build first (node .tools/bootstrap.mjs server).`);
  return built;
}
