import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../server/sample/sample-files.ts';
import { paths } from '../../client/app/paths.ts';
import { atBothWidths, expectNoAxeViolations, settled, takePicture, useBrowser } from '../support/browser.ts';
import { sampleImportFile } from '../support/import-samples.ts';
import { fileOf } from '../support/sheets.ts';
import { person, staffFile } from '../support/staff-file.ts';

type Kind = 'Staff file' | 'Team sheet' | 'Learner sheet' | 'Study list' | 'Delegation log';

async function choose(page: Page, kind: Kind, name: string, text: string | Buffer): Promise<void> {
  await page.getByRole('tab', { name: kind }).click();
  const buffer = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function preview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Upload and preview' }).click();
  await page.getByRole('heading', { name: /waiting to be applied/ }).waitFor();
}

/** The figures of the preview by their labels. */
async function counts(page: Page): Promise<Record<string, string>> {
  const strip = page.getByLabel('What applying the file would do');
  const labels = await strip.locator('dt').allTextContents();
  const values = await strip.locator('.pt-strip__value').allTextContents();
  return Object.fromEntries(labels.map((label, index) => [label, values[index] ?? '']));
}

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Apply/ }).click();
  await page.getByRole('heading', { name: /: applied/ }).waitFor();
}

describe('imports in a browser', () => {
  const { openPage, allowConsoleErrors } = useBrowser({ server: true });

  it('page and preview are clean for axe at 1280 and at 390 wide', async () => {
    const page = await openPage(paths.imports, { as: 'workforce' });
    await atBothWidths(page, async (width) => {
      await expectNoAxeViolations(page);
      await takePicture(page, `imports-${width}`);
    });
    await page.getByLabel('Only these people').check();
    await choose(page, 'Staff file', 'dates.csv', sampleImportFile('44_invalid_dates.csv'));
    await preview(page);
    expect(await counts(page)).toEqual({
      New: '2',
      Changed: '0',
      Unchanged: '0',
      'Proposed leavers': '0',
      Rejected: '8',
    });
    await settled(page);
    await atBothWidths(page, async (width) => {
      await expect.poll(() => page.getByText('BAD_DATE').count()).toBe(7);
      await expectNoAxeViolations(page);
      await takePicture(page, `imports-preview-${width}`);
    });
  });

  it('rejected rows must be confirmed before the rest is applied, and a refused file says why', async () => {
    const page = await openPage(paths.imports, { as: 'workforce' });
    await page.getByLabel('Only these people').check();
    await choose(page, 'Staff file', 'quote.csv', sampleImportFile('13_stray_quote_mid_field.csv'));
    await preview(page);
    expect(await page.getByRole('button', { name: 'Apply 2 changes' }).isDisabled()).toBe(true);
    await page.getByLabel('Apply the rest without the 1 rejected row').check();
    await apply(page);
    await choose(page, 'Staff file', 'page.csv', sampleImportFile('67_html_named_csv.csv'));
    await page.getByRole('button', { name: 'Upload and preview' }).click();
    await page.getByText('not a CSV file').first().waitFor();
  });

  it('an applied import is undone in two steps, and says what went back', async () => {
    const page = await openPage(paths.imports, { as: 'workforce' });
    await page.getByLabel('Only these people').check();
    await choose(page, 'Staff file', 'leavers.csv', sampleImportFile('35_two_assignments_one_person.csv'));
    await preview(page);
    await apply(page);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await settled(page);
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Yes, undo this import' }).click();
    await page.getByRole('heading', { name: 'Staff file: undone' }).waitFor();
    await expect
      .poll(() => page.locator('.pt-answer').first().textContent())
      .toMatch(/assignments? put back; nothing was edited since\.$/);
    await takePicture(page, 'imports-undone');
    expect(await page.getByRole('button', { name: 'Undo this import' }).count()).toBe(0);
  });

  it('a file in the layout of ESR is read with its profile, and shows which column came from where', async () => {
    const page = await openPage(paths.imports, { as: 'workforce' });
    await page.getByLabel('Only these people').check();
    await page.getByLabel('Layout of the file').selectOption('esr-staff-in-post');
    const text = sampleImportFile('01_control_valid.csv')
      .toString('utf8')
      .replace('Pay Scale', 'Pay Scale / Grade');
    await choose(page, 'Staff file', 'esr.csv', text.replace('Start Date', 'Latest Start Date'));
    await preview(page);
    await page.getByText('Columns read as “ESR staff in post, typical layout”').click();
    await page.getByRole('cell', { name: 'Latest Start Date' }).waitFor();
    await expectNoAxeViolations(page);
    await takePicture(page, 'imports-layout');
  });

  it('a file with other headings is mapped once, and the next one is read with the saved layout', async () => {
    const theirs = staffFile([person(801, { staffGroup: 'Nurses' }), person(802)])
      .replace('Employee Number', 'Emp No')
      .replace('Pay Scale', 'What they are paid');
    const page = await openPage(paths.imports, { as: 'workforce' });
    await page.getByLabel('Only these people').check();
    await choose(page, 'Staff file', 'theirs.csv', theirs);
    await page.getByRole('heading', { name: 'Which heading is which' }).waitFor();
    expect(await page.getByLabel('Employee Number', { exact: true }).inputValue()).toBe('Emp No');
    await page.getByRole('button', { name: 'Save this layout' }).click();
    await page.getByRole('link', { name: /^Choose the heading of “Pay Scale”/ }).click();
    // The link leads to the field, and the keyboard goes on from there.
    await page.keyboard.type('What they');
    expect(await page.getByLabel('Pay Scale', { exact: true }).inputValue()).toBe('What they are paid');
    await page.getByText('Below it: “XR05”').waitFor();
    await page.getByLabel('“Nurses” means').selectOption({ label: 'Nursing and Midwifery Registered' });
    await page.getByLabel('Name of this layout').fill('Their system');
    await expectNoAxeViolations(page);
    await takePicture(page, 'imports-mapping');
    await page.getByRole('button', { name: 'Save this layout' }).click();
    await page.getByText('Read as “Their system”: its headings match.').waitFor();

    await page.reload();
    await page.getByLabel('Only these people').check();
    await choose(page, 'Staff file', 'next.csv', theirs);
    await page.getByText('Read as “Their system”: its headings match.').waitFor();
    expect(await page.getByRole('heading', { name: 'Which heading is which' }).count()).toBe(0);
    await preview(page);
    expect(await counts(page)).toMatchObject({ New: '2', Rejected: '0' });
    await page.getByText('Columns read as “Their system”').click();
    await page.getByRole('cell', { name: 'What they are paid' }).waitFor();
  });

  it('a study list and then its delegation log come in, and a row that fits no study says so', async () => {
    const page = await openPage(paths.imports, { as: 'workforce' });
    const study = { title: 'A trial', status: 'Open', openedOn: '01/02/2026', delegationLogHeld: 'yes' };
    await choose(page, 'Study list', 'studies.csv', fileOf('studies', [{ ...study, reference: 'E2E-1' }]));
    expect(await page.getByText('What the file holds').count()).toBe(0);
    await preview(page);
    expect(await counts(page)).toMatchObject({ New: '1', Rejected: '0' });
    await apply(page);

    const [, someone = ''] = /^([0-9]{6,10}),/m.exec(sampleFiles('large').staffCsv) ?? [];
    const entry = { employeeNumber: someone, role: 'Sub-I', startedOn: '01/03/2026' };
    const rows = [
      { ...entry, studyReference: 'E2E-1' },
      { ...entry, studyReference: 'E2E-2' },
    ];
    await choose(page, 'Delegation log', 'log.csv', fileOf('delegation', rows));
    await preview(page);
    expect(await counts(page)).toMatchObject({ New: '1', 'Not in the file': '0', Rejected: '1' });
    await page.getByText('No study of the register has this reference').waitFor();
    await page.getByLabel('Apply the rest without the 1 rejected row').check();
    await apply(page);
    await page.getByRole('heading', { name: 'Delegation log: applied' }).waitFor();
  });

  it('formulas and scripts in a file are shown as text', async () => {
    const page = await openPage(paths.imports, { as: 'workforce' });
    await page.getByLabel('Only these people').check();
    await choose(page, 'Staff file', 'names.csv', sampleImportFile('54_xss_payloads.csv'));
    await preview(page);
    await page.getByText('<script>').first().waitFor();
    expect(await page.evaluate(() => (window as { __xss?: unknown }).__xss)).toBeUndefined();
  });

  it('finance lands on the first kind it brings in, and is shown no kind it may not', async () => {
    const page = await openPage(paths.imports, { as: 'finance' });
    const tabs = page.getByRole('tablist', { name: 'Kind of file' }).getByRole('tab');
    await tabs.first().waitFor();
    expect(await tabs.allInnerTexts()).toEqual(['Bank shifts', 'Ledger lines']);
    expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
    await page.getByRole('button', { name: 'Upload and preview' }).waitFor();
    await page.getByRole('tab', { name: 'Ledger lines' }).click();
    await page.getByRole('button', { name: 'Upload and preview' }).waitFor();
  });

  it('an emptied trust, three files, the ward answer and the projection', async () => {
    allowConsoleErrors(/Failed to load resource/);
    const page = await openPage(paths.replaceWithOurData, { as: 'administrator' });
    await expectNoAxeViolations(page);
    await page.locator('#confirm-name').fill('Example University Hospitals');
    await page.getByRole('button', { name: 'Empty this trust' }).click();
    await page.getByText('No file has been imported yet').waitFor();
    await takePicture(page, 'imports-empty');

    const files = sampleFiles('large');
    const steps: [Kind, string, string, number][] = [
      ['Staff file', 'staff.csv', files.staffCsv, 6308],
      ['Team sheet', 'teams.csv', files.teamCsv, 120],
      ['Learner sheet', 'learners.csv', files.learnerCsv, 150],
    ];
    for (const [kind, name, text, rows] of steps) {
      await choose(page, kind, name, text);
      await page.getByLabel('The day the file describes').fill('2026-11-20');
      await preview(page);
      expect((await counts(page))['New']).toBe(rows.toLocaleString('en-GB'));
      await apply(page);
    }

    await page.goto(paths.release);
    await settled(page);
    await page.getByRole('link', { name: 'Ward 7, acute medicine' }).first().click();
    await page.getByRole('heading', { name: 'Ward 7, acute medicine' }).waitFor();
    const address = new URL(page.url()).pathname;
    const question = 'learners=14&hours=7.5&start=2027-09-27&fee=4000&bursaries=11&bursary=4000';
    await page.goto(`${address}?${question}`);
    await settled(page);
    await expect.poll(() => page.locator('.pt-answer').first().textContent()).toContain('£95,445');
    await page.goto(paths.pipeline);
    await settled(page);
    await expect.poll(() => page.locator('.pt-answer').first().textContent()).toMatch(/80% range|chance/);
    await page.getByText('delegation record held for 0 of 0 open studies').first().waitFor();
  });
});
