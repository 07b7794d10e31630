import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { draftOf, studyOf } from '../../client/research/study-draft.ts';
import { drawnWidth, expectNoAxeViolations, settled, takePicture, useBrowser } from '../support/browser.ts';
import { openInTrust, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

const open = (path: string, width = 1280): Promise<TrustPage> =>
  openInTrust(browser, 'small', path, { as: 'research', width });

/** A study and a person of the sample to write about. */
async function openStudy(ask: TrustPage['ask']) {
  const { studies } = await ask.research.summary.query();
  return studies.find(({ status, delegationLogHeld }) => status === 'open' && delegationLogHeld)!;
}

async function fillNew(page: Page, reference: string): Promise<void> {
  await page.getByText('Add a study', { exact: true }).click();
  await page.getByLabel('Reference', { exact: true }).fill(reference);
  await page.getByLabel('Title', { exact: true }).fill('Trial of early rehabilitation');
  await page.getByLabel('Study status').selectOption('open');
  await page.getByLabel('Study type').selectOption('ctimp');
  await page.getByLabel('Opened', { exact: true }).fill('2026-01-05');
}

describe('adding a study', () => {
  test('opens its page, and Undo on the message takes it away again', async () => {
    const { page, ask } = await open('/research');
    await fillNew(page, 'E2E-1');
    await expectNoAxeViolations(page);
    await takePicture(page, 'research-add-1280');
    await page.getByRole('button', { name: 'Add the study' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trial of early rehabilitation' }).waitFor();
    expect((await ask.research.summary.query()).studies.some(({ reference }) => reference === 'E2E-1')).toBe(
      true,
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/research');
    expect((await ask.research.summary.query()).studies.some(({ reference }) => reference === 'E2E-1')).toBe(
      false,
    );
  });

  test('says what cannot be true before anything is sent', async () => {
    const { page } = await open('/research', 390);
    await page.getByText('Add a study', { exact: true }).click();
    await page.getByLabel('Study status').selectOption('closed');
    await page.getByRole('button', { name: 'Add the study' }).click();
    const text = await page.getByRole('alert').innerText();
    expect(text).toContain('Type the reference of the study');
    expect(text).toContain('A closed study needs the day it closed.');
    expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
    await expectNoAxeViolations(page);
    await takePicture(page, 'research-add-390');
  });
});

describe('the delegation log', () => {
  test('takes somebody on, ends the role, and gives both back by Undo', async () => {
    const { page, ask } = await open('/research');
    const { id } = await openStudy(ask);
    const { entries } = await ask.research.study.query({ studyId: id });
    await page.goto(`/research/${id}`);
    await settled(page);
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
  });

  test('refuses a number that nobody has, in words, and changes nothing', async () => {
    browser.allowConsoleErrors(/404/);
    const { page, ask } = await open('/research');
    const { id } = await openStudy(ask);
    await page.goto(`/research/${id}`);
    await settled(page);
    await page.getByText('Add somebody to the log', { exact: true }).click();
    await page.getByLabel('Employee number').fill('99999999');
    await page.getByLabel('First day in the role').fill('2026-11-02');
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByText('Nobody in the staff of this trust has this employee number.').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await expectNoAxeViolations(page);
    await takePicture(page, 'research-log-1280');
  });
});

describe('editing a study', () => {
  test('is refused when somebody else changed it meanwhile, and says what to do', async () => {
    browser.allowConsoleErrors(/409/);
    const { page, ask } = await open('/research');
    const { id } = await openStudy(ask);
    await page.goto(`/research/${id}`);
    await settled(page);
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
  });

  test('is not offered to a role that may not, and refused to it', async () => {
    const { page, ask } = await openInTrust(browser, 'small', '/research', { as: 'finance' });
    expect(await page.getByText('Add a study', { exact: true }).count()).toBe(0);
    const { id, version } = await openStudy(ask);
    await expect(
      ask.research.endEntry.mutate({ id, version, endedOn: '2026-11-19' as never }),
    ).rejects.toMatchObject({
      data: { code: 'not-allowed' },
    });
  });
});
