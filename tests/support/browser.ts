/**
 * For browser tests: pages of the running product in a real Chromium.
 *
 *     const { openPage, keep } = useBrowser();           // at the top of a file
 *     test('…', async () => {
 *       const page = await openPage('/release', { as: 'workforce', width: 390 });
 *       await expectNoAxeViolations(page);
 *       await takePicture(page, 'release-390');
 *     });
 *     const opened = keep(() => openInTrust(…));         // in a describe whose tests leave the page as they find it
 *
 * Pages that are open at the same time have contexts of their own (cookies, storage). A test gets those of the test
 * before, signed out and emptied: a browser that has been here before draws a page in half the time. After each test it
 * fails if a page asked for anything outside the product's address, threw, or wrote an error to its console.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Role } from '../../shared/access/roles.ts';
import { startServerOnCopy } from './browser-server.ts';
import { laterOf } from './later.ts';

export type OpenOptions = {
  /** Signs in as this sample person first; left out, nobody is signed in. */
  readonly as?: Role;
  /** 1280 by default; 390 is a phone. */
  readonly width?: number;
  readonly height?: number;
};

/** An address of the product, or how to find it out with the session of who opens it. */
export type Address = string | ((context: BrowserContext) => Promise<string>);

export type TestBrowser = {
  /** Opens an address of the product and waits until its page is drawn. */
  readonly openPage: (address: Address, options?: OpenOptions) => Promise<Page>;
  /** Opens pages once for all tests of a `describe`, which read the parts of what `open` gives inside tests. */
  readonly keep: <T extends object>(open: () => Promise<T>) => T;
  /** Lets console errors that match pass in the present test: for a test of a refusal. */
  readonly allowConsoleErrors: (pattern: RegExp) => void;
  readonly baseUrl: string;
};

type Watch = { readonly problems: string[]; allowed: RegExp[] };

/** A signed-out page asks who is signed in and hears 401: the browser writes that to the console, and it is no fault. */
const signedOut = /Failed to load resource.*401/;

/**
 * @param own.server true gives the file a server and sample trusts of its own, for tests that change what is held.
 */
export function useBrowser(own: { readonly server?: boolean } = {}): TestBrowser {
  let baseUrl = inject('baseUrl');
  let stopServer = (): Promise<void> => Promise.resolve();
  const watch: Watch = { problems: [], allowed: [] };
  let browser: Browser | null = null;
  const idle: Page[] = [];
  const used: Page[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject('browserEndpoint'));
    if (own.server === true) {
      const server = await startServerOnCopy(inject('databases'));
      baseUrl = server.baseUrl;
      stopServer = server.stop;
    }
  });
  afterEach(async () => {
    for (const page of used.splice(0)) if (await leftAsNew(page, baseUrl)) idle.push(page);
    const unexpected = watch.problems.filter((text) => !watch.allowed.some((pattern) => pattern.test(text)));
    watch.problems.length = 0;
    watch.allowed = [];
    expect(unexpected).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await stopServer();
  });

  return {
    get baseUrl() {
      return baseUrl;
    },
    allowConsoleErrors: (pattern) => {
      watch.allowed.push(pattern);
    },
    keep: (open) => {
      let made: Awaited<ReturnType<typeof open>> | undefined;
      let kept: Page[] = [];
      beforeAll(async () => {
        made = await open();
        kept = used.splice(0);
      });
      afterAll(async () => {
        for (const page of kept) if (await leftAsNew(page, baseUrl)) idle.push(page);
      });
      return laterOf(() => made);
    },
    openPage: async (address, { as, width = 1280, height = 900 } = {}) => {
      if (browser === null) throw new Error('openPage: only inside a test');
      const page = idle.pop() ?? (await newPage(browser, baseUrl, watch));
      used.push(page);
      await page.setViewportSize({ width, height });
      if (as !== undefined) await signIn(page.context(), baseUrl, as);
      await page.goto(typeof address === 'string' ? address : await address(page.context()));
      await settled(page);
      return page;
    },
  };
}

async function newPage(browser: Browser, baseUrl: string, watch: Watch): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  watchContext(context, baseUrl, watch);
  return context.newPage();
}

/** Takes back all that a test may have done to a page, or closes it. @returns whether it can be used again. */
async function leftAsNew(page: Page, baseUrl: string): Promise<boolean> {
  const context = page.context();
  const blank = `${baseUrl}/blank`;
  try {
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.emulateMedia({ media: null });
    // Of the same address, so that storage can be emptied, and nothing runs there: what was under way ends here.
    await page.route(blank, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
    );
    await page.goto(blank);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.clearCookies();
    return true;
  } catch {
    await context.close();
    return false;
  }
}

/** What holds of a page on a screen and on a phone: the same page, made narrower, so that it loads once. */
export async function atBothWidths(page: Page, check: (width: number) => Promise<void>): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // Charts draw themselves again for the new width.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await settled(page);
    await check(width);
  }
}

/** A page is drawn when it has its heading, and nothing on it says that something is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.pt-loading, .pt-progress') === null);
}

async function signIn(context: BrowserContext, baseUrl: string, as: Role): Promise<void> {
  const answer = await context.request.post('/api/sign-in', { data: { as }, headers: { origin: baseUrl } });
  if (!answer.ok())
    throw new Error(`Signing in as ${as} answered ${answer.status()}: ${await answer.text()}`);
}

function watchContext(context: BrowserContext, baseUrl: string, { problems }: Watch): void {
  context.on('request', (request) => {
    const url = request.url();
    const own =
      url.startsWith(`${baseUrl}/`) || url.startsWith('data:') || url.startsWith(`blob:${baseUrl}/`);
    if (!own) problems.push(`a request left the machine: ${url}`);
  });
  context.on('weberror', (error) => problems.push(`the page threw: ${error.error().message}`));
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !signedOut.test(text)) problems.push(`the console says: ${text}`);
  });
}

/** The rules of WCAG 2.2 at level AA, over the whole page. */
const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rows of a big grid or table are drawn alike: the first stand for the rest, which would take axe a quarter of a minute.
 * Hidden, they keep their place, and axe passes them over at once; excluded by its own means, each costs it a search.
 */
const furtherRows =
  '[role="grid"] [role="row"]:nth-child(n + 6):not(:focus-within), tbody > tr:nth-child(n + 9):not(:focus-within)';

/** Fails with each broken rule of accessibility and the elements that break it. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // No page has a frame, so nothing needs to be gathered in a blank page of its own; that halves the time.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(accessibilityRules);
  await hideFurtherRows(page, true);
  const { violations } = await axe.analyze();
  await hideFurtherRows(page, false);
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    on: nodes.map((node) => node.html.slice(0, 160)),
  }));
  expect(found).toEqual([]);
}

async function hideFurtherRows(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(
    ([rows, hide]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${rows} { visibility: hidden !important; }`);
      document.adoptedStyleSheets = hide ? [sheet] : [];
    },
    [furtherRows, hidden] as const,
  );
}

/**
 * Takes a picture of the whole page into `.pictures/`, which is not committed: to be looked at, not compared, so it is
 * only taken when asked for with `PICTURES=1`.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] !== '1') return;
  const path = fileURLToPath(new URL(`../../.pictures/${name}.png`, import.meta.url));
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

/** Clicks what starts a download and reads the file: its name and its text. */
export async function downloadedBy(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/** The width of what is drawn: wider than the window means that the page scrolls sideways. */
export async function drawnWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Nothing of the page is wider than the window, and axe finds nothing, at both widths; each is pictured. */
export async function expectSoundAtBothWidths(page: Page, picture: string): Promise<void> {
  await atBothWidths(page, async (width) => {
    expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
    await expectNoAxeViolations(page);
    await takePicture(page, `${picture}-${width}`);
  });
}
