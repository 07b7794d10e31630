import { expect, test } from 'vitest';
import { personWith } from '../support/server.ts';
import { drawnWidth, expectNoAxeViolations, settled, takePicture, useBrowser } from '../support/browser.ts';

const browser = useBrowser({ server: true });
const { openPage, allowConsoleErrors } = browser;

test('a learner signs in, sees the own page only, and hears of another learner’s that it is not here', async () => {
  allowConsoleErrors(/404|There is no such learner/);
  const page = await openPage('/', { as: 'learner', width: 390 });
  const cookies = await page.context().cookies();
  const { trpc: ask } = personWith(
    browser.baseUrl,
    cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  );
  const { ownLearnerId } = await ask.session.current.query();
  const own = await ask.learners.show.query({ learnerId: ownLearnerId ?? '' });
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/learners/${ownLearnerId ?? ''}`);
  expect(await page.locator('h1').textContent()).toBe(own.name);
  const menu = page.getByRole('navigation', { name: 'Menu' }).getByRole('link');
  expect(await menu.allTextContents()).toEqual(['My page']);
  expect(await page.getByRole('link', { name: 'All learners' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /Record|Save|Undo/ }).count()).toBe(0);
  expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
  await expectNoAxeViolations(page);
  await takePicture(page, 'access-learner-390');

  const maya = await openPage('/learners', { as: 'workforce' });
  const other = maya.locator(`main td a[href^="/learners/"], main th a[href^="/learners/"]`).first();
  const address = (await other.getAttribute('href')) ?? '';
  expect(address).not.toContain(ownLearnerId);
  await page.goto(address);
  await settled(page);
  expect(await page.locator('h1').textContent()).toBe('This is not here');
  await page.getByRole('link', { name: 'Go to my page' }).click();
  await page.getByRole('heading', { level: 1, name: own.name }).waitFor();
});

test('an administrator gives an approver another division, whose pages then say so', async () => {
  const admin = await openPage('/admin', { as: 'administrator' });
  await admin.getByText('Change what somebody may do and see').click();
  await admin.getByLabel('Person to change').selectOption({ label: 'Sample approver' });
  for (const ticked of await admin.getByRole('checkbox', { checked: true }).all()) await ticked.uncheck();
  await admin.getByRole('checkbox', { name: 'Medicine and Emergency Care' }).check();
  await expectNoAxeViolations(admin);
  await takePicture(admin, 'access-admin-1280');
  await admin.getByRole('button', { name: 'Save the access' }).click();
  await admin.getByText('Sample approver signs in again').waitFor();
  const row = admin.getByRole('row', { name: /^Sample approver/ });
  expect(await row.textContent()).toContain('Medicine and Emergency Care');

  const approver = await openPage('/', { as: 'approver' });
  await approver.getByRole('heading', { level: 1, name: 'Teams by week' }).waitFor();
  const limit = approver.getByRole('complementary', { name: 'What you see' });
  expect(await limit.textContent()).toContain('Medicine and Emergency Care division only.');
  const menu = approver.getByRole('navigation', { name: 'Menu' }).getByRole('link');
  expect(await menu.allTextContents()).toEqual(['Release', 'Pipeline']);
  await takePicture(approver, 'access-approver-1280');
});
