import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { settled, takePicture, useBrowser } from '../support/browser.ts';

const { openPage, keep } = useBrowser();

/** What has the focus, as a screen reader would say it, and its place in the grid. */
function focused(page: Page): Promise<{ text: string; row: number; column: number }> {
  return page.evaluate(() => {
    const cell = document.activeElement;
    return {
      text: cell?.getAttribute('aria-label') ?? cell?.textContent ?? '',
      row: Number(cell?.closest('[role="row"]')?.getAttribute('aria-rowindex')),
      column: Number(cell?.getAttribute('aria-colindex')),
    };
  });
}

async function enterGrid(page: Page): Promise<void> {
  await page.getByRole('grid').locator('[tabindex="0"]').focus();
}

/** Each goes on where the one before left the focus. */
describe('the grid of teams by week', () => {
  const kept = keep(async () => ({ page: await openPage('/release', { as: 'workforce' }) }));

  test('says how many rows and columns it has, and holds only the cells on screen', async () => {
    const { page } = kept;
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe('121');
    expect(await grid.getAttribute('aria-colcount')).toBe('107');
    expect(await grid.getByRole('gridcell').count()).toBeLessThan(1_500);
  });

  test('arrows, Home, End and Ctrl move the focus to cells that are then on screen', async () => {
    const { page } = kept;
    await enterGrid(page);
    expect(await focused(page)).toMatchObject({ row: 2, column: 1 });
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => focused(page)).toMatchObject({ row: 3, column: 4 });
    await page.keyboard.press('Control+End');
    await expect.poll(() => focused(page)).toMatchObject({ row: 121, column: 107 });
    const inSight = await page.evaluate(() => {
      const cell = document.activeElement?.getBoundingClientRect();
      const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect();
      return (
        cell !== undefined &&
        grid !== undefined &&
        cell.right <= grid.right + 1 &&
        cell.bottom <= grid.bottom + 1
      );
    });
    expect(inSight).toBe(true);
    await page.keyboard.press('Control+Home');
    await expect.poll(() => focused(page)).toMatchObject({ row: 2, column: 1 });
  });

  test('the focus survives being scrolled far away', async () => {
    const { page } = kept;
    await enterGrid(page);
    await page.keyboard.press('Control+Home');
    await expect.poll(() => focused(page)).toMatchObject({ row: 2, column: 1 });
    await page.keyboard.press('ArrowDown');
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 3_000, left: 3_000 }));
    await page.waitForTimeout(300);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatchObject({ row: 4, column: 1 });
  });

  test('N goes to the next week that is short because of release, and the cell says by how much', async () => {
    const { page } = kept;
    await enterGrid(page);
    await page.keyboard.press('n');
    await expect
      .poll(async () => (await focused(page)).text)
      .toMatch(/week of .* hours below the planned minimum, short because of release$/);
    const first = await focused(page);
    await page.getByRole('button', { name: 'Next short week' }).click();
    await expect
      .poll(async () => (await focused(page)).column > first.column || (await focused(page)).row > first.row)
      .toBe(true);
  });

  test('? lists the keys and Esc hides them', async () => {
    const { page } = kept;
    await enterGrid(page);
    await page.keyboard.press('?');
    await page.getByText('next week that is short because of release').waitFor();
    await takePicture(page, 'grid-keys-1280');
    await page.keyboard.press('Escape');
    await page.getByText('next week that is short because of release').waitFor({ state: 'detached' });
  });

  test('Enter on a team opens it', async () => {
    const { page } = kept;
    await enterGrid(page);
    await page.keyboard.press('Control+Home');
    await expect.poll(() => focused(page)).toMatchObject({ row: 2, column: 1 });
    const { text } = await focused(page);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/release/'));
    await settled(page);
    expect(await page.locator('h1').textContent()).toContain(text);
  });

  test('at 390 it opens at a week that is short, with the name alone beside it', async () => {
    const page = await openPage('/release', { as: 'workforce', width: 390 });
    const short = page.locator('.pt-cell--short').first();
    await short.waitFor();
    const box = await short.boundingBox();
    expect(box !== null && box.x > 0 && box.x + box.width <= 390).toBe(true);
    expect(await page.getByRole('grid').getAttribute('aria-colcount')).toBe('105');
  });
});
