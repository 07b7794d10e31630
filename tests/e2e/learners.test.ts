import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { trustPlans } from '../../server/sample/trust-plans.ts';
import { lifecycleStates, stateNames } from '../../shared/learners/lifecycle.ts';
import {
  expectNoAxeViolations,
  expectSoundAtBothWidths,
  settled,
  takePicture,
  useBrowser,
} from '../support/browser.ts';
import { downloadedCsv, openInTrust, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

const register = (path = '/learners'): Promise<TrustPage> => openInTrust(browser, 'large', path);

/** Somebody of the sample's staff who is not on its register. */
function somebody(): string {
  const { staff, learners } = generateTrust(trustPlans.large);
  const taken = new Set(learners.map(({ employeeNumber }) => employeeNumber));
  const free = staff.find(
    (row) => row.staffGroup === 'Nursing and Midwifery Registered' && !taken.has(row.employeeNumber),
  );
  return free!.employeeNumber;
}

async function addSomebody(page: Page): Promise<void> {
  await page.getByText('Add to the register of interest').click();
  await page.getByLabel('Employee number').fill(somebody());
  await page.getByRole('button', { name: 'Add to the register' }).click();
  await page.waitForURL(/\/learners\/[0-9a-f-]{36}$/);
  await settled(page);
}

async function record(
  page: Page,
  step: string,
  fill: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.getByLabel('Step', { exact: true }).selectOption(step);
  await fill();
  await page.getByRole('button', { name: 'Record this step' }).click();
}

const answer = (page: Page) => page.locator('.pt-answer').innerText();

describe('the register', () => {
  const opened = browser.keep(() => register());

  test('counts everybody by state and lists them as the server does', async () => {
    const { page, ask } = opened;
    const { lines } = await ask.learners.register.query();
    expect(lines.length).toBeGreaterThan(40);
    for (const state of lifecycleStates) {
      const count = lines.filter((line) => line.state === state).length;
      const item = page.getByRole('listitem').filter({ hasText: new RegExp(`^${stateNames[state]} `) });
      if (count > 0) expect(await item.innerText()).toBe(`${stateNames[state]} ${count}`);
    }
    expect(
      await page
        .getByRole('table', { name: /^Learners/ })
        .locator('tbody tr')
        .count(),
    ).toBe(50);
    await page.getByText(`Rows 1 to 50 of ${lines.length}`).waitFor();
    expect(await answer(page)).toContain(`${lines.length} stages of `);
  });

  test('keeps its filters in the address, and they hold after a reload', async () => {
    const { page, ask } = await register();
    const { lines } = await ask.learners.register.query();
    await page.getByLabel('State', { exact: true }).selectOption('enrolled');
    await page.getByLabel('University').first().selectOption('exeter');
    await expect.poll(() => new URL(page.url()).search).toBe('?state=enrolled&university=exeter');
    const wanted = lines.filter(({ state, university }) => state === 'enrolled' && university === 'exeter');
    await page.reload();
    await settled(page);
    const rows = page.getByRole('table', { name: /^Learners/ }).locator('tbody tr');
    expect(await rows.count()).toBe(wanted.length);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('leaves as a file without staff numbers', async () => {
    const { page, ask } = opened;
    const { lines } = await ask.learners.register.query();
    const button = page.getByRole('button', { name: 'Download CSV: Learners' });
    const [headings, ...rows] = await downloadedCsv(page, () => button.click());
    expect(headings).toEqual([
      'Person',
      'Team',
      'Programme',
      'Intake',
      'State',
      'Since',
      'Hours a week',
      'Funding',
      'Supervisor',
      'Missing',
    ]);
    expect(rows.length).toBe(lines.length);
    expect(JSON.stringify(rows)).not.toMatch(/\b\d{8}\b/);
  });

  test('fits 1280 and 390 and breaks no rule of accessibility', async () => {
    await expectSoundAtBothWidths(opened.page, 'learners');
  });

  test('somebody who may only read sees no form', async () => {
    const { page } = await openInTrust(browser, 'large', '/learners', { as: 'read-only' });
    expect(await page.getByText('Add to the register of interest').count()).toBe(0);
    await page
      .getByRole('table', { name: /^Learners/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByText('You are signed in as Read-only').waitFor();
    expect(await page.getByRole('button', { name: 'Record this step' }).count()).toBe(0);
  });
});

describe('one learner', () => {
  test('goes from interest to the course, is refused what cannot be, and steps back', async () => {
    browser.allowConsoleErrors(/Failed to load resource.*(404|409|422)/);
    const { page } = await register();
    await addSomebody(page);
    expect(await answer(page)).toMatch(/^Interested since 20 November 2026: Postgraduate Certificate/);

    for (const [step, state] of [
      ['apply', 'Applied'],
      ['offer', 'Offered a place'],
    ] as const) {
      await record(page, step);
      await expect.poll(() => answer(page)).toMatch(new RegExp(`^${state} since 20 November 2026`));
    }
    await record(page, 'enrol');
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(
      /This step is not possible\s+This day is before the intake month\./,
    );
    expect(await answer(page)).toMatch(/^Offered a place/);
    await expectNoAxeViolations(page);
    await takePicture(page, 'learner-refused');

    await record(page, 'fund', async () => {
      await page.getByLabel('Who pays the fee').selectOption('nihr-bursary');
      // Nobody has entered the round of a year to come, and rules of another year are not taken for it.
      await page
        .getByText(/The rules of 20\d\d\/\d\d are not known\./)
        .first()
        .waitFor();
    });
    await expect.poll(() => answer(page)).toMatch(/^Funded since/);
    await page.getByRole('button', { name: 'Undo the last step' }).click();
    await expect.poll(() => answer(page)).toMatch(/^Offered a place since/);
    const history = page.getByRole('table', { name: 'Steps recorded here' });
    expect(await history.getByRole('row', { name: /Funded.*Undone/ }).count()).toBe(1);

    await record(page, 'fund', async () => {
      await page.getByLabel('Who pays the fee').selectOption('charity');
    });
    await expect.poll(() => answer(page)).toMatch(/^Funded since/);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => answer(page)).toMatch(/^Offered a place since/);

    await record(page, 'withdraw');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Choose a reason from the list.');
    await record(page, 'withdraw', async () => {
      await page.getByLabel('Reason', { exact: true }).selectOption('not-funded');
    });
    await expect.poll(() => answer(page)).toMatch(/^Withdrawn since/);
    await page.getByText('Nothing follows “Withdrawn” on the register.').waitFor();
  });

  test('is ready only when all four conditions are recorded, and that is counted apart', async () => {
    const { page, ask } = await register('/learners?state=qualified');
    const before = (await ask.pipeline.inputs.query()).readyNow!;
    expect(before).toBeGreaterThan(0);
    await page
      .getByRole('table', { name: /^Learners/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByText('Record readiness').click();
    await page.getByLabel('Training in good clinical practice on').fill('2025-11-20');
    await page.getByLabel('R&D lead signed off on').fill('2026-11-02');
    await page.getByRole('button', { name: 'Save readiness' }).click();
    await page.getByText('1 of 4 conditions not met.').waitFor();
    await page.getByLabel('Manager agreed the time on').fill('2026-11-03');
    await page.getByLabel('Time agreed', { exact: true }).fill('4');
    await page.getByRole('button', { name: 'Save readiness' }).click();
    await page.getByText('Every condition is met today.').waitFor();
    await expectNoAxeViolations(page);
    expect((await ask.pipeline.inputs.query()).readyNow).toBe(before + 1);
    await page.goto('/pipeline');
    await page
      .getByText(`Ready to act today, by the readiness checklist of the learner register: ${before + 1};`)
      .waitFor();
    await page.goto('/');
    await page.getByText(`Ready to act today: ${before + 1}.`).waitFor();
  });

  test('has an agreement that is written as a whole and read back', async () => {
    const { page } = await register('/learners?state=offered');
    await page
      .getByRole('table', { name: /^Learners/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByText('Change the agreement').click();
    await page.getByLabel('Tuesday').fill('7.5');
    await page.getByLabel('Cover plan').fill('Bank shifts on Tuesdays');
    await page.getByLabel('Manager signed on').fill('2026-11-03');
    await takePicture(page, 'learner-agreement');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Save the agreement' }).click();
    await page.getByText('The agreement was saved.').waitFor();
    await page.getByText('Bank shifts on Tuesdays').first().waitFor();
    expect(await page.locator('.pt-learners__facts').innerText()).toContain('3 November 2026');
  });

  test('fits 1280 and 390 and breaks no rule of accessibility', async () => {
    let id = '';
    const { page, ask } = await openInTrust(browser, 'large', async (server) => {
      const { lines } = await server.learners.register.query();
      ({ id } = lines.find(({ state }) => state === 'interrupted') ?? lines[0]!);
      return `/learners/${id}`;
    });
    const shown = await ask.learners.show.query({ learnerId: id });
    expect(shown.learner).not.toHaveProperty('employeeNumber');
    expect(await page.locator('h1').innerText()).toBe(shown.name);
    await expectSoundAtBothWidths(page, 'learner');
  });
});
