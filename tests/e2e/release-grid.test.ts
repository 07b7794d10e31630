import { describe, expect, test } from 'vitest';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';

const { openPage, keep } = useBrowser();

describe('teams by week', () => {
  const kept = keep(async () => ({ page: await openPage('/release', { as: 'workforce' }) }));

  test('says in words how many team-weeks are short, and names them by team', async () => {
    const { page } = kept;
    const headline = await page.locator('.pt-answer').innerText();
    const [, newly, after, teams] =
      /^([\d,]+) team-weeks are newly short because of release\. After cover, ([\d,]+) stay short, in (\d+) of 120 teams\.$/.exec(
        headline,
      ) ?? [];
    expect(Number(newly)).toBeGreaterThan(Number(after));
    const named = page.locator('.pt-release-named').first().getByRole('listitem');
    expect(await named.count()).toBe(Number(teams));
    expect(await named.first().innerText()).toMatch(/: .*\d{1,2} (and \d{1,2} )?[A-Z][a-z]+ 202\d/);
    await expectNoAxeViolations(page);
    await takePicture(page, 'release-grid');
  });

  test('the weeks named and the red cells of a team’s row are the same', async () => {
    const page = await openPage('/release', { as: 'workforce' });
    const first = page.locator('.pt-release-named').first().getByRole('listitem').first();
    const name = await first.getByRole('link').innerText();
    const short = await page
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .locator('.pt-grid__count--last')
      .innerText();
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect.poll(() => page.locator('h1').innerText()).toBe(name);
    const title = await page.getByRole('heading', { name: /short after cover/ }).innerText();
    const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
    expect(title).toMatch(new RegExp(`^${words[Number(short)] ?? short} weeks? stay`));
  });

  test('filters stand in the address; text that is part of no team’s name does not', async () => {
    const { page } = kept;
    await page.getByLabel('Show', { exact: true }).selectOption('short');
    await expect.poll(() => page.url()).toContain('show=short');
    await page.getByLabel('Team', { exact: true }).fill('Ward 7');
    await expect.poll(() => page.url()).toContain('find=Ward+7');
    const grid = page.getByRole('grid');
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('2');
    await page.getByLabel('Team', { exact: true }).fill('Emily Lawson');
    await expect.poll(() => page.url()).not.toContain('find');
    expect(page.url()).not.toContain('Lawson');
    await expect.poll(() => page.getByText('No team has this in its name').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('121');
    expect(await page.getByLabel('Team', { exact: true }).inputValue()).toBe('');
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('the address opens the same rows again', async () => {
    const page = await openPage('/release?show=learners&find=Ward', { as: 'research' });
    const rows = await page.getByRole('grid').getAttribute('aria-rowcount');
    const again = await openPage('/release?find=Ward&show=learners', { as: 'read-only' });
    expect(await again.getByRole('grid').getAttribute('aria-rowcount')).toBe(rows);
    expect(Number(rows)).toBeGreaterThan(2);
    expect(Number(rows)).toBeLessThan(121);
  });

  test('shows as a table of every team that sorts, and stays one when opened again', async () => {
    const { page } = kept;
    await page.getByRole('button', { name: 'Show as a table' }).click();
    const table = page.getByRole('table', { name: /^Teams and their weeks/ });
    await expect.poll(() => table.getByRole('row').count()).toBe(121);
    await table.getByRole('button', { name: /^Team/ }).click();
    await expect.poll(() => table.getByRole('rowheader').first().innerText()).toBe('Acute medicine doctors');
    await expect.poll(() => page.url()).toContain('table=true');
    await page.getByLabel('Show', { exact: true }).selectOption('short');
    await expect.poll(() => table.getByRole('row').count()).toBeLessThan(121);
    await expectNoAxeViolations(page);
    await takePicture(page, 'release-table');
  });

  test('Enter on a cell opens the team at that week, with the keyboard alone', async () => {
    const page = await openPage('/release', { as: 'workforce' });
    await page.getByRole('grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('n');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
      .toMatch(/short because of release/);
    const cell = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const [, team, week] = /^(.*), (week of \d+ \w+ \d+):/.exec(cell) ?? [];
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h1').innerText()).toBe(team);
    const panel = page.getByRole('heading', { name: new RegExp(week ?? 'nothing', 'i') });
    await expect.poll(() => panel.isVisible()).toBe(true);
    await expect.poll(() => page.url()).toMatch(/\?week=202\d-\d\d-\d\d$/);
  });

  test('at 390 it opens at a short week, with the team’s name beside it', async () => {
    const page = await openPage('/release', { as: 'workforce', width: 390, height: 844 });
    const shortInSight = () =>
      page.locator('.pt-cell--short').evaluateAll((cells) => {
        const nameEnds = document.querySelector('.pt-grid__name')?.getBoundingClientRect().right ?? 0;
        const isInSight = ({ left, right }: DOMRect): boolean =>
          left >= nameEnds - 1 && right <= window.innerWidth;
        return cells.some((cell) => isInSight(cell.getBoundingClientRect()));
      });
    await expect.poll(shortInSight).toBe(true);
    expect(await drawnWidth(page)).toBe(390);
    await expectNoAxeViolations(page);
    await takePicture(page, 'release-grid-390');
  });

  test('paper gets the table, since a grid that scrolls would be cut', async () => {
    const page = await openPage('/release?show=short', { as: 'workforce' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('table', { name: /^Teams and their weeks/ }).isVisible()).toBe(true);
    expect(await page.getByRole('grid').isVisible()).toBe(false);
  });
});
