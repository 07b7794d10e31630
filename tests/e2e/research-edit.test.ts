import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everyStudy } from '../../shared/research/study-question.ts';
import { draftOf, studyOf } from '../../client/research/study-draft.ts';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { openInTrust, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

/** The page of a study of the sample that is open. */
async function openStudy(): Promise<TrustPage & { id: string }> {
  let id = '';
  const opened = await openInTrust(
    browser,
    'small',
    async (ask) => {
      const { studies } = await ask.research.studies.query({ ...everyStudy, page: null });
      ({ id } = studies.find(({ status, delegationLogHeld }) => status === 'open' && delegationLogHeld)!);
      return `/research/${id}`;
    },
    { as: 'research' },
  );
  return { ...opened, id };
}

async function inRegister(ask: TrustPage['ask'], reference: string): Promise<boolean> {
  return (await ask.research.studies.query({ ...everyStudy, text: reference, page: 0 })).found > 0;
}

async function fillNew(page: Page, reference: string): Promise<void> {
  await page.getByLabel('Reference', { exact: true }).fill(reference);
  await page.getByLabel('Title', { exact: true }).fill('Trial of early rehabilitation');
  await page.getByLabel('Study status').selectOption('open');
  await page.getByLabel('Study type').selectOption('ctimp');
  await page.getByLabel('Opened', { exact: true }).fill('2026-01-05');
}

describe('adding a study', () => {
  test('says what cannot be true, opens its page, and Undo on the message takes it away again', async () => {
    const { page, ask } = await openInTrust(browser, 'small', '/research', { as: 'research', width: 390 });
    await page.getByText('Add a study', { exact: true }).click();
    await page.getByLabel('Study status').selectOption('closed');
    await page.getByRole('button', { name: 'Add the study' }).click();
    const text = await page.getByRole('alert').innerText();
    expect(text).toContain('Type the reference of the study');
    expect(text).toContain('A closed study needs the day it closed.');
    expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
    await takePicture(page, 'research-add-390');
    await fillNew(page, 'E2E-1');
    await expectNoAxeViolations(page);
    await takePicture(page, 'research-add-1280');
    await page.getByRole('button', { name: 'Add the study' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trial of early rehabilitation' }).waitFor();
    expect(await inRegister(ask, 'E2E-1')).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/research');
    expect(await inRegister(ask, 'E2E-1')).toBe(false);
  });
});

describe('the delegation log', () => {
  test('ends a role, gives it back by Undo, and refuses a number that nobody has', async () => {
    browser.allowConsoleErrors(/404/);
    const { page, ask, id } = await openStudy();
    const { entries } = await ask.research.study.query({ studyId: id });
    await page.getByText('End a role', { exact: true }).click();
    await page.getByLabel('Role that ends').selectOption(entries[0]!.id);
    await page.getByLabel('Last day in the role', { exact: true }).fill('2026-11-19');
    await page.getByRole('button', { name: 'End the role' }).click();
    await page.getByText('The role has its last day.').waitFor();
    await expect
      .poll(async () =>
        (await ask.research.study.query({ studyId: id })).entries.find((one) => one.id === entries[0]!.id),
      )
      .toMatchObject({ endedOn: '2026-11-19', held: false });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    const after = (await ask.research.study.query({ studyId: id })).entries.find(
      (one) => one.id === entries[0]!.id,
    );
    expect(after).toMatchObject({ endedOn: null, held: true });
    await page.getByText('Add somebody to the log', { exact: true }).click();
    await page.getByLabel('Employee number').fill('99999999');
    await page.getByLabel('First day in the role').fill('2026-11-02');
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByText('Nobody in the staff of this trust has this employee number.').waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expectNoAxeViolations(page);
    await takePicture(page, 'research-log-1280');
  });
});

describe('editing a study', () => {
  test('is refused when somebody else changed it meanwhile, and is not offered to a role that may not', async () => {
    browser.allowConsoleErrors(/409/);
    const { page, ask, id } = await openStudy();
    await page.getByText('Edit the study', { exact: true }).click();
    const { study } = await ask.research.study.query({ studyId: id });
    const { version } = study;
    const fields = studyOf(draftOf(study));
    await ask.research.saveStudy.mutate({
      known: { id, version },
      study: { ...fields, sites: 'North site' },
    });
    await page.getByLabel('Sites').fill('South site');
    await page.getByRole('button', { name: 'Save the study' }).click();
    await page.getByText('Somebody changed this after you opened it.').waitFor();
    expect((await ask.research.study.query({ studyId: id })).study.sites).toBe('North site');
    const finance = await openInTrust(browser, 'small', `/research/${id}`, { as: 'finance' });
    await finance.page.getByRole('heading', { level: 2, name: 'Recruitment' }).waitFor();
    expect(await finance.page.getByText(/^(Edit the study|Record recruitment|End a role)$/).count()).toBe(0);
  });

  test('records recruitment by month and says that it is behind, with the arithmetic', async () => {
    const { page } = await openStudy();
    await page.getByText('Record recruitment', { exact: true }).click();
    await page.getByLabel('Target at this site').fill('60');
    await page.getByLabel('First day of recruitment').fill('2026-09-01');
    await page.getByLabel('Last day of recruitment').fill('2026-12-31');
    await page.getByLabel('Recruited by month').fill('2026-09 10\n2026-10 x');
    await page.getByRole('button', { name: 'Save recruitment' }).click();
    await page.getByText('Line 2 of the months cannot be read').waitFor();
    await page.getByLabel('Recruited by month').fill('2026-09 10\n2026-10 9');
    await page.getByRole('button', { name: 'Save recruitment' }).click();
    // 61 of 122 days: half of 60.
    await page.getByText('Behind by 11 participants: 60 × 61 of 122 days: 30 due, 19 recruited').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
  });
});
