import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { installedBrowser } from '../support/browser-find.ts';
import { startServer } from '../support/browser-server.ts';
import { temporaryFolder } from '../support/cluster.ts';

/*
 * From input to painted chart while a lever is dragged in Chromium, on the large sample trust. Prints median and 95th
 * percentile in milliseconds; machines drift, so that nothing is asserted about them. With a server and a browser of
 * its own, after `node .tools/bootstrap.mjs server client`.
 */

/** Steps of the lever; the first few warm up. */
const [steps, warmUp] = [60, 10];

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Moves the lever, and waits each time until the changed chart has been painted. */
function drag(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label^="PIs who keep the role"]');
    const picture = document.querySelector('.pt-chart__picture');
    if (slider === null || picture === null) throw new Error('no lever or no chart');
    const measured: number[] = [];
    for (let step = 0; step < count; step += 1) {
      const painted = new Promise<number>((resolve) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          // Two frames on, what was changed has been painted.
          requestAnimationFrame(() => requestAnimationFrame((now) => resolve(now)));
        });
        watch.observe(picture, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      const from = performance.now();
      // Past the copy of the value that the page's own library keeps, as a hand on the slider is.
      Reflect.set(HTMLInputElement.prototype, 'value', String(60 + ((step * 7) % 37)), slider);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      measured.push((await painted) - from);
    }
    return measured;
  }, steps);
}

test('a lever in movement: from input to painted chart', async () => {
  const folder = temporaryFolder('protected-time-lever-');
  const server = await startServer(join(folder, 'data'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const executablePath = installedBrowser();
  const browser = await chromium.launch({
    args: asRoot,
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const origin = { origin: server.baseUrl };
    await context.request.post(`${server.baseUrl}/api/sign-in`, {
      data: { as: 'research' },
      headers: origin,
    });
    const page = await context.newPage();
    await page.goto(`${server.baseUrl}/pipeline`);
    await page.getByRole('heading', { name: /moves the answer most$/ }).waitFor({ timeout: 120_000 });
    const sorted = (await drag(page)).slice(warmUp).sort((a, b) => a - b);
    const [median, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)].map(Math.round);
    console.log(JSON.stringify({ name: 'lever-drag-large-trust', median_ms: median, p95_ms: p95 }));
    expect(sorted).toHaveLength(steps - warmUp);
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
