import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paths } from '../../client/app/paths.ts';
import {
  atBothWidths,
  drawnWidth,
  expectNoAxeViolations,
  settled,
  takePicture,
  useBrowser,
} from '../support/browser.ts';
import { downloadedCsv, downloadedFile, openInTrust } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });
const patience = { timeout: 30_000 };

test('the weeks a trust enters for a course stand on its pages until they are taken back, and every tab is usable', async () => {
  const { page, ask } = await openInTrust(browser, 'large', `${paths.catalogue}?university=exeter`);
  const stage = page.getByRole('row', { name: /^Postgraduate Certificate/ }).first();
  expect(await stage.innerText()).toMatch(/60\s+600\s+10\s+2 to 3/);
  const exeter = page.getByRole('row', { name: /^University of Exeter/ });
  expect(await exeter.innerText()).toContain('Not known, enter yours');
  const weeks = page.getByText(/^September \d{4} intake: weeks of/);
  expect(await weeks.innerText()).toContain('39 weeks with release');

  await page.getByText('Add weeks of this course', { exact: true }).click();
  await page.getByLabel('Intake month').fill('2026-09');
  await page.getByLabel('Monday of the first week').fill('2026-09-21');
  await page.getByLabel('Weeks', { exact: true }).fill('30');
  await page.getByLabel('Weeks of break').fill('21/12/2026, 29/12/2026');
  await page.getByLabel('Source').first().fill('Course handbook');
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.getByText('Breaks and block weeks are named by their Mondays').waitFor();
  await expectNoAxeViolations(page);
  await page.getByLabel('Weeks of break').fill('21/12/2026, 28/12/2026');
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await expect
    .poll(() => weeks.innerText(), patience)
    .toMatch(/^September 2026 intake: weeks of 21 September 2026 to 12 April 2027, 28 weeks with release/);
  expect((await ask.catalogue.show.query()).terms).toMatchObject([{ weeks: 30, version: 1 }]);
  const { lines } = await ask.learners.register.query();
  const learner = lines.find(
    ({ university, stage: of, state, intakeMonth }) =>
      university === 'exeter' && of === 'pgcert' && state === 'enrolled' && intakeMonth === '2026-09',
  );
  if (learner !== undefined) {
    const { promised } = await ask.learners.show.query({ learnerId: learner.id });
    expect(promised?.[0]?.monday).toBe('2026-09-21');
  }
  const [team] = (await ask.release.grid.query({})).grid.teams;
  const other = await page.context().newPage();
  await other.goto(`/release/${team!.id}?learners=1&university=exeter&start=2026-09-21&hours=7.5`);
  await other.getByText('A Monday. 30 weeks, 2 without release: as your catalogue has them').waitFor();
  await other.close();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => weeks.innerText(), patience).toContain('39 weeks with release');

  for (const tab of ['Programmes', 'Routes', 'Credentials', 'Networks']) {
    await page.getByRole('tab', { name: tab }).click();
    await settled(page);
    await atBothWidths(page, async (width) => {
      expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      await takePicture(page, `catalogue-${tab.toLowerCase()}-${width}`);
    });
  }
  await page.getByRole('tab', { name: 'Routes' }).click();
  await page.getByText('Change a route or an award', { exact: true }).click();
  await page.getByLabel('Which').selectOption('doctoral');
  await page.getByRole('textbox', { name: 'Share of time' }).fill('Four days a week');
  await page.getByRole('textbox', { name: 'Source' }).fill('Award letter of 2026');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const doctoral = page.getByRole('row', { name: /^NIHR Doctoral Award/ });
  await expect.poll(() => doctoral.innerText(), patience).toMatch(/Four days a week[^]*Award letter of 2026/);
  await page.getByRole('button', { name: 'Back to what is published' }).click();
  await expect.poll(() => doctoral.innerText(), patience).toContain('Clinical work up to 20%');
  await expectNoAxeViolations(page);
  await page.getByRole('tab', { name: 'Credentials' }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('echocardiography');
  await page.getByText('1 credential of 44.').waitFor();
  const found = await page.getByRole('row', { name: /^Echocardiography/ }).innerText();
  expect(found).toContain('Not known since 2021');
  await expectNoAxeViolations(page);
});

test('a credential is recorded of a learner with its expiry and taken along as a file', async () => {
  const { page, ask } = await openInTrust(browser, 'small', '/learners');
  const register = await ask.learners.register.query();
  const { id } = register.lines.find(({ stage }) => stage !== 'none')!;
  await page.goto(`/learners/${id}`);
  await settled(page);
  await page.getByRole('row', { name: /^Clinician Researcher Credentials Framework/ }).waitFor();
  await page.getByText('Add a credential or a role', { exact: true }).click();
  await page.getByLabel('In the catalogue').selectOption('centre:acute-medicine');
  await page.getByLabel('Awarded on').fill('2024-07-31');
  await page.getByLabel('Expires on').fill('2026-07-31');
  await page.getByRole('button', { name: 'Add to the person' }).click();
  const row = page.getByRole('row', { name: /^Acute medicine/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Expired\s+31 July 2024\s+31 July 2026/);
  const button = page.getByRole('button', { name: 'Download CSV: record of credentials' });
  const [headings, ...lines] = await downloadedCsv(page, () => button.click());
  const [line] = lines;
  expect(headings!.slice(3, 8)).toEqual(['in_directory', 'kind', 'credential', 'catalogue', 'area']);
  expect(line!.slice(3, 8)).toEqual(['no', 'credential', 'Acute medicine', 'centre', 'Medicine']);
  const documented = readFileSync('docs/credential-record.md', 'utf8').matchAll(/^\| `(\w+)`/gm);
  expect([...documented].map(([, column]) => column)).toEqual(headings);
  const json = page.getByRole('button', { name: 'Download JSON: record of credentials' });
  const { bytes } = await downloadedFile(page, () => json.click());
  const record = JSON.parse(bytes.toString('utf8')) as Record<string, unknown[]>;
  expect(Object.keys(record)).toEqual([
    ...['schema', 'made_on', 'name', 'registration_body', 'registration_number'],
    ...['cpd_portfolio', 'advanced_level_directory'],
  ]);
  expect(record['cpd_portfolio']).toHaveLength(lines.length);
  await atBothWidths(page, async (width) => {
    expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
    await takePicture(page, `learner-credentials-${width}`);
  });
  await expectNoAxeViolations(page);
});
