import { describe, expect, test } from 'vitest';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { columnOf, openWorkbook, sheetNamed } from '../support/open-workbook.ts';
import { downloadedCsv, downloadedFile, openInTrust } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

const pounds = (pence: number): string => `£${Math.round(Math.abs(pence) / 100).toLocaleString('en-GB')}`;

describe('the budget', () => {
  test('finance reads two years, follows a pound to single shifts, takes the journals and sees what does not match', async () => {
    const { page, ask } = await openInTrust(browser, 'large', '/budget', { as: 'finance' });
    await page.locator('.pt-answer').waitFor();
    const { summary } = await ask.budget.show.query({});
    const [first] = summary.totals;
    expect(await page.locator('.pt-answer').innerText()).toContain(
      `2026/27 is forecast at ${pounds(first!.forecast)} after income`,
    );
    const october = summary.months.find(({ month }) => month === '2026-10')!;
    await page.locator('#pound-month_2026-10').click();
    const working = page.locator('.pt-working');
    await working.getByRole('link').first().waitFor();
    expect(await working.getByRole('heading', { level: 3 }).innerText()).toBe(
      `£${(october.forecast / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`,
    );
    await working.getByRole('link').first().click();
    await working
      .getByText(/^Booking BK\d+/)
      .first()
      .waitFor();
    await expectNoAxeViolations(page);
    await takePicture(page, 'budget-1280');
    const button = page.getByRole('button', { name: 'Download CSV: Journals, October 2026' });
    const [, ...rows] = await downloadedCsv(page, () => button.click());
    const sides = [8, 9].map((at) => rows.reduce((sum, row) => sum + Math.round(Number(row[at]) * 100), 0));
    expect(sides[0]).toBe(sides[1]);
    expect(rows).toHaveLength(2 * summary.monthEnd.journals.length);
    const excel = page.getByRole('button', { name: 'Download Excel: Budget: two years by line' });
    const book = await openWorkbook((await downloadedFile(page, () => excel.click())).bytes);
    const checks = columnOf(sheetNamed(book, 'Checks'), 'Forecast').map((cell) => cell?.number);
    const both = summary.totals.reduce((sum, { forecast }) => sum + forecast, 0) / 100;
    expect(checks).toEqual(checks.map(() => both));
    const table = page.getByRole('table', { name: /^Bank shifts and ledger/ });
    for (const state of ['Differs', 'Only bank shifts', 'Only the ledger'])
      expect(await table.getByText(state, { exact: true }).count()).toBeGreaterThan(0);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
    await takePicture(page, 'budget-390');
  });

  test('finance enters a budget and a code, both count at once, and go again by Undo', async () => {
    const { page, ask } = await openInTrust(browser, 'small', '/budget?by=centre', { as: 'finance' });
    await page.locator('.pt-answer').waitFor();
    const before = (await ask.budget.show.query({})).summary;
    await page.getByText('Enter a budget', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Cost centre', exact: true }).fill('NEW-1');
    await page.getByRole('textbox', { name: /^Budget for cover and course fees/ }).fill('12345');
    await page.getByRole('button', { name: 'Save the budget' }).click();
    await page.getByText('Budget saved.').waitFor();
    const row = page.getByRole('row', { name: /^NEW-1/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('£12,345');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await ask.budget.show.query({})).summary.totals).toEqual(before.totals);
    await page.getByText('Enter codes', { exact: true }).click();
    const { teamNames } = await ask.budget.show.query({});
    const teamId = before.teams.find(({ forecast, year }) => forecast > 0 && year === '2027/28')!.teamId!;
    await page.getByLabel('Team or funding source').selectOption({ label: teamNames[teamId]! });
    await page.getByLabel(/^Cost centre \(where/).fill('NEW-2');
    await page.getByRole('button', { name: 'Save the codes' }).click();
    await page.getByText('Codes saved.').waitFor();
    const { summary } = await ask.budget.show.query({});
    expect(summary.totals.map(({ forecast }) => forecast)).toEqual(
      before.totals.map(({ forecast }) => forecast),
    );
    expect(summary.centres.some(({ costCentre }) => costCentre === 'NEW-2')).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await ask.budget.show.query({})).summary.centres).toEqual(before.centres);
  });
});
