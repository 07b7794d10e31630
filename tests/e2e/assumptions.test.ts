import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

/** Pounds of cover in 2027/28, without the value and with it, as the table prints them. */
async function costsShown(changes: Locator): Promise<{ before: number; after: number }> {
  const row = changes.getByRole('row', { name: /^Cover cost, 2027\/28/ });
  const [before = 0, after = 0] = (await row.getByRole('cell').allInnerTexts()).map((text) =>
    Number(text.replace(/[£,]/g, '')),
  );
  return { before, after };
}

const name = 'Employer National Insurance, above the threshold';

test('a parameter is found, overridden after seeing what that changes, and put back by Undo', async () => {
  const { page, ask } = await openInTrust(browser, 'large', '/assumptions', { as: 'finance' });
  const answer = page.locator('.pt-answer');
  await expect.poll(() => answer.innerText()).toContain('The trust has entered none of its own.');
  await takePicture(page, 'assumptions-1280');
  await expectNoAxeViolations(page);

  await page.getByLabel('Find a parameter').fill('insurance above');
  await expect.poll(() => new URL(page.url()).searchParams.get('find')).toBe('insurance above');
  const [, ...rows] = await downloadedCsv(page, () =>
    page.getByRole('button', { name: 'Download CSV: Parameters' }).click(),
  );
  expect(rows.map((row) => row.slice(0, 5))).toEqual([['EMPLOYER_NI_RATE', name, 'On-costs', '15', '%']]);
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Enter our own value' }).click();
  await page.getByLabel('Our value').fill('150');
  await page.getByRole('button', { name: 'See what it changes' }).click();
  await page.getByText('The value is from 0% to 100%.').waitFor();
  await page.getByLabel('Our value').fill('25');
  await page.getByLabel('Counts from').fill('2026-04-06');
  await page.getByLabel('Source').fill('The budget we fear');
  await page.getByLabel('Owner').fill('Deputy director of finance');
  await page.getByLabel('Why').fill('To see what a quarter would cost');
  await page.getByRole('button', { name: 'See what it changes' }).click();
  const changes = page.getByRole('table', { name: /^What it changes/ });
  await changes.waitFor();
  const costs = await costsShown(changes);
  expect(costs.after).toBeGreaterThan(costs.before);
  expect(await ask.parameters.inUse.query()).toEqual([]);
  await expectNoAxeViolations(page);
  await takePicture(page, 'assumptions-changes-1280');

  await page.getByRole('button', { name: 'Save our value' }).click();
  await page.getByText('Saved: every answer now rests on this value.').waitFor();
  await expect.poll(() => answer.innerText()).toContain('1 has a value of the trust’s own; none is due');
  const [held] = (await ask.parameters.own.query()).inForce;
  expect(held).toMatchObject({ code: 'EMPLOYER_NI_RATE', value: 2_500, owner: 'Deputy director of finance' });
  const { summary } = await ask.overview.summary.query();
  const saved = summary.years.find(({ financialYear }) => financialYear === '2027/28');
  expect(Math.round((saved?.costPence ?? 0) / 100)).toBe(costs.after);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
  await takePicture(page, 'assumptions-390');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone: it is as it was before.').waitFor();
  expect(await ask.parameters.inUse.query()).toEqual([]);
});
