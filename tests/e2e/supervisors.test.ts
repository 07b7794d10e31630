import { describe, expect, test } from 'vitest';
import {
  expectNoAxeViolations,
  expectSoundAtBothWidths,
  takePicture,
  useBrowser,
} from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

async function open(trust: SampleName) {
  const { page, ask } = await openInTrust(browser, trust, '/supervisors', { as: 'workforce' });
  await page.locator('.pt-answer').waitFor();
  return { page, ask, shown: await ask.supervisors.list.query() };
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );

describe.each(['large', 'small'] as const)('supervisors of the %s trust', (trust) => {
  const opened = browser.keep(() => open(trust));

  test('every intake that is short is said with what it needs and what exists', async () => {
    const { page, shown } = opened;
    expect(shown.supervisors.length).toBeGreaterThan(2);
    const said = await page.locator('.pt-answer').innerText();
    const short = shown.intakes.filter((intake) => intake.short > 0);
    for (const { month, needed, exist } of short) {
      expect(said).toContain(`${monthName(month)} needs ${needed} slots; ${exist} exist`);
    }
    if (short.length === 0) expect(said).toContain('No intake on the register is short of slots.');
  });

  test('the file of the intakes has every month with its figures', async () => {
    const { page, shown } = opened;
    const button = page.getByRole('button', { name: 'Download CSV: Supervisor slots' });
    const [, ...rows] = await downloadedCsv(page, () => button.click());
    expect(rows.map(([month, needed, exist]) => [month, Number(needed), Number(exist)])).toEqual(
      shown.intakes.map(({ month, needed, exist }) => [month, needed, exist]),
    );
  });

  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    await expectSoundAtBothWidths(opened.page, `supervisors-${trust}`);
  });
});

describe('keeping the list', () => {
  test('a supervisor is added with a letter, counts, and goes again by Undo', async () => {
    const { page, ask, shown } = await open('small');
    await page.getByText('Add a supervisor', { exact: true }).click();
    await page.getByLabel('Name of the supervisor').fill('Professor Robin Test');
    await page.getByLabel('Comes from').selectOption('external');
    await page.getByRole('button', { name: 'Add the supervisor' }).click();
    await page.getByText('Type the employer of a supervisor from outside.').waitFor();
    await expectNoAxeViolations(page);
    await takePicture(page, 'supervisors-add-1280');
    await page.getByLabel('Employer', { exact: true }).fill('Example University');
    await page.getByLabel('Slots', { exact: true }).fill('3');
    await page.getByRole('button', { name: 'Add the supervisor' }).click();
    await page.getByRole('row', { name: /^Professor Robin Test/ }).waitFor();
    const after = await ask.supervisors.list.query();
    expect(after.intakes[0]!.exist).toBe(shown.intakes[0]!.exist + 3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    expect((await ask.supervisors.list.query()).supervisors).toEqual(shown.supervisors);
  });

  test('slots of a supervisor are changed', async () => {
    const { page, ask, shown } = await open('small');
    const [first] = shown.supervisors;
    await page.getByText('Change a supervisor', { exact: true }).click();
    await page.getByLabel('Supervisor to change').selectOption(first!.id);
    await page.getByLabel('Slots', { exact: true }).last().fill('9');
    await page.getByRole('button', { name: 'Save the supervisor' }).click();
    await page.getByText('Supervisor saved.').waitFor();
    expect((await ask.supervisors.list.query()).supervisors[0]).toMatchObject({ slots: 9, version: 2 });
  });

  test('is not offered to a role that only reads', async () => {
    const { page } = await openInTrust(browser, 'small', '/supervisors', { as: 'finance' });
    await page.locator('.pt-answer').waitFor();
    expect(await page.getByText('Add a supervisor', { exact: true }).count()).toBe(0);
  });
});
