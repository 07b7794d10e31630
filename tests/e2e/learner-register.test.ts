import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { trustPlans } from '../../server/sample/trust-plans.ts';
import { writeStaffCsv } from '../../server/sample/write-staff-csv.ts';
import { drawnWidth, expectNoAxeViolations, settled, takePicture, useBrowser } from '../support/browser.ts';
import { openInTrust, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

/** A file is read and applied by a worker, which takes its time on a busy machine. */
const patience = { timeout: 30_000 };

/** Somebody who began a Certificate, Diploma or Master's this autumn, with hours agreed by week. */
async function onCourse({ ask }: TrustPage) {
  const { lines } = await ask.learners.register.query();
  const line = lines.find(
    ({ state, stage, intakeMonth, weeklyMinutes }) =>
      state === 'enrolled' && stage !== 'none' && intakeMonth === '2026-09' && weeklyMinutes !== null,
  );
  return line!;
}

const promise = (page: Page) => page.getByText(/^Promise kept:/).innerText();

test('hours of a week are typed, changed and taken back, and the promise kept follows', async () => {
  const opened = await openInTrust(browser, 'large', '/learners');
  const { page, ask } = opened;
  expect(await promise(page)).toMatch(
    /^Promise kept: not known\. No week is recorded for any of \d+ learners/,
  );
  const { id, weeklyMinutes } = await onCourse(opened);
  await page.goto(`/learners/${id}`);
  await settled(page);
  expect(await promise(page)).toMatch(/^Promise kept: not known\. 7 promised weeks have passed/);
  // The week offered first is the latest that has passed.
  expect(await page.getByLabel('Week of').inputValue()).toBe('2026-11-09');
  const half = weeklyMinutes! / 120;
  await page.getByLabel('Hours taken').fill(String(half));
  await page.getByRole('button', { name: 'Record hours' }).click();
  await expect
    .poll(() => promise(page), patience)
    .toMatch(/^Promise kept: 50%, .* in 1 recorded week\. 6 weeks/);
  const { kept } = await ask.learners.show.query({ learnerId: id });
  expect(kept).toEqual({
    weeksPassed: 7,
    weeksRecorded: 1,
    promised: weeklyMinutes,
    taken: weeklyMinutes! / 2,
  });
  await expectNoAxeViolations(page);
  await takePicture(page, 'learner-hours');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => promise(page), patience).toMatch(/^Promise kept: not known/);
});

/** The learner's post ends in January and another begins in another team: two lines of a staff file. */
async function moveInFebruary({ page, ask }: TrustPage, learnerId: string): Promise<void> {
  const { learner } = await ask.learners.show.query({ learnerId });
  const { staff, learners } = generateTrust(trustPlans.large);
  const numbers = new Set(learners.map(({ employeeNumber }) => employeeNumber));
  const post = staff.find(
    ({ lastName, firstName, employeeNumber }) =>
      lastName === learner.lastName && firstName === learner.firstName && numbers.has(employeeNumber),
  )!;
  const other = staff.find((row) => row.staffGroup === post.staffGroup && row.division !== post.division)!;
  const place = {
    division: other.division,
    service: other.service,
    orgL6: other.orgL6,
    orgL7: other.orgL7,
    costCentre: other.costCentre,
  };
  const file = writeStaffCsv([
    { ...post, leavingDate: asPlainDate('2027-01-31') },
    {
      ...post,
      ...place,
      assignmentNumber: `${post.employeeNumber}-9`,
      startDate: asPlainDate('2027-02-01'),
    },
  ]);
  const upload = await page.context().request.post('/api/imports/upload?kind=staff&scope=only-these-people', {
    data: Buffer.from(file),
    headers: { 'content-type': 'text/csv', origin: browser.baseUrl },
  });
  const { batchId: id } = (await upload.json()) as { batchId: string };
  await expect.poll(async () => (await ask.imports.batch.query({ id })).state, patience).toBe('previewed');
  await ask.imports.applyBatch.mutate({ id });
  await expect.poll(async () => (await ask.imports.batch.query({ id })).state, patience).toBe('applied');
}

test('a mover waits for the new manager, and a day to keep is a deadline until it is kept', async () => {
  const opened = await openInTrust(browser, 'large', '/learners');
  const { page, ask } = opened;
  const { id, name } = await onCourse(opened);
  await moveInFebruary(opened, id);
  await page.goto('/learners');
  await page.getByText('1 learner waits for a new manager').waitFor();
  await takePicture(page, 'learners-mover');
  await page.getByRole('listitem').filter({ hasText: 'on 1 February 2027' }).getByRole('link').click();
  await page.getByRole('heading', { name: /^Moves from .* on 1 February 2027$/ }).waitFor();
  expect(await page.getByRole('button', { name: 'Decline' }).isDisabled()).toBe(true);
  await takePicture(page, 'learner-mover');
  await page.getByRole('button', { name: 'Accept the promise' }).click();
  await page.getByText(/on 1 February 2027: accepted on 20 November 2026/).waitFor();

  await page.getByText('Add a day').click();
  await page.getByLabel('Due on').fill('2026-11-13');
  await page.getByLabel('Note').fill('Paper 1');
  await page.getByRole('button', { name: 'Add the day' }).click();
  await page.getByRole('row', { name: /Hand-in.*13 November 2026/ }).waitFor();
  await expectNoAxeViolations(page);
  await page.goto('/learners?view=deadlines');
  await settled(page);
  const row = page.getByRole('row', { name: /Hand-in: Paper 1/ });
  expect(await row.innerText()).toMatch(new RegExp(`7 days overdue\\s+Learner\\s+${name}`));
  const all = await ask.learners.deadlines.query();
  const overdue = all.filter(({ on }) => on < '2026-11-20').length;
  expect(await page.locator('.pt-answer').innerText()).toContain(`${overdue} overdue, `);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
  await takePicture(page, 'deadlines-390');
  await page.goto(`/learners/${id}`);
  await page.getByRole('button', { name: 'Done: Hand-in, 13 November 2026' }).click();
  await page.getByText('Hand-in: due 13 November 2026, done 20 November 2026').waitFor();
  const left = await ask.learners.deadlines.query();
  expect(left.filter(({ note }) => note === 'Paper 1')).toEqual([]);
});
