import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { paths } from '../../client/app/paths.ts';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { openInTrust } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

/** What a file of the pack says, without spaces. */
async function downloadedWord(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download for Word' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.concat(chunks) });
  return value.replace(/\s+/g, '');
}

async function fillGap(page: Page): Promise<void> {
  await page.getByText('Edit W8.R2', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a gap' }).first().click();
  await page.getByLabel('What is missing, gap 1').fill('No job plan names research.');
  await page.getByRole('button', { name: 'Save the question' }).first().click();
  await page.getByText('A gap needs what is missing, the action, its day, and an owner.').waitFor();
  await page.getByLabel('What is done about it, gap 1').fill('Review job plans');
  await page.getByLabel('Done by, gap 1').fill('2027-03-31');
  await page.getByLabel('Owner, gap 1').fill('Medical director');
  await page.getByRole('button', { name: 'Save the question' }).first().click();
  await page.getByText('Question saved.').waitFor();
}

describe('evidence for an inspection', () => {
  test('a framework is begun, a gap said, a pack frozen, and its Word file has the figures of its page', async () => {
    const { page, ask } = await openInTrust(browser, 'small', paths.evidence, { as: 'research' });
    await page.getByText('No framework chosen yet').waitFor();
    await expectNoAxeViolations(page);
    await page.getByLabel('Published version').selectOption('well-led-2018');
    await page.getByRole('button', { name: 'Begin our version' }).click();
    await page.getByRole('heading', { name: /^W8\.R2\. How do senior leaders/ }).waitFor();
    await page.getByRole('heading', { name: /^[0-9]+ things to do before the next pack$/ }).waitFor();
    await page.getByRole('button', { name: /^Say the gaps: A fact is not known/ }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^W8\.R/);
    await fillGap(page);
    const { figures } = await ask.evidence.show.query();
    const studies = figures.find(({ metric }) => metric === 'studies-by-specialty')!;
    await page.getByText(studies.sentence).first().waitFor();
    expect(await page.locator('.pt-answer').innerText()).toMatch(/^5 questions: .* 1 gap said/);
    await takePicture(page, 'evidence-1280');
    await page.getByRole('tab', { name: 'Frozen packs' }).click();
    await expect.poll(() => page.url()).toContain('view=packs');
    await page.getByLabel('Title of the pack').fill('Well-led pack of two wards');
    await page.getByRole('button', { name: 'Freeze a pack' }).click();
    await page.getByRole('heading', { level: 1, name: 'Well-led pack of two wards' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname.startsWith('/evidence/')).toBe(true);
    await page.getByText('19 of 19 figures come out the same').waitFor();
    await page.getByText('Nothing changed.').waitFor();
    await page.getByText('“Well-led pack of two wards” Typed by hand, not suppressed').waitFor();
    expect(await page.getByRole('link', { name: 'Download for Word' }).count()).toBe(0);
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'I have read them: they point to nobody' }).click();
    const word = await downloadedWord(page);
    const cells = await page.locator('.pt-evidence-document .pt-table td').allInnerTexts();
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => !word.includes(cell.replace(/\s+/g, '')))).toEqual([]);
    expect(await page.locator('.pt-evidence-chart svg').count()).toBeGreaterThan(1);
    expect(word).toContain('Nojobplannamesresearch.Action:Reviewjobplansby31March2027.');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator('.pt-evidence-chart svg').first().isVisible()).toBe(true);
    expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
    await takePicture(page, 'evidence-pack-390');
  });
});
