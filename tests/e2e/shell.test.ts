import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { roleNames, roles, type Role } from '../../shared/access/roles.ts';
import {
  atBothWidths,
  downloadedBy,
  drawnWidth,
  expectNoAxeViolations,
  settled,
  takePicture,
  useBrowser,
} from '../support/browser.ts';

const { openPage, allowConsoleErrors, baseUrl } = useBrowser();

/** Addresses that stand by themselves, with their headings; axe looks at them in the tests of their feature. */
const featurePages = [
  ['/', 'Overview'],
  ['/release', 'Teams by week'],
  ['/backfill', 'Cover to book'],
  ['/pipeline', 'Investigator projection'],
  ['/learners', 'Learners'],
  ['/research', 'Research activity'],
  ['/supervisors', 'Supervisors'],
  ['/imports', 'Imports'],
] as const;

/** Pages of the house itself. */
const housePages = [
  ['/replace-with-our-data', 'Replace with our data'],
  ['/admin', 'Admin'],
  ['/admin?tab=audit', 'Admin'],
] as const;

describe('sign-in', () => {
  /** Where those begin who may not open Overview; a learner on the own page, which has their name. */
  const begins: Partial<Record<Role, string | RegExp>> = { approver: 'Teams by week', learner: /^\S+ \S+/ };

  test.each(roles)('the button of %s signs in and opens the page that role begins with', async (role) => {
    const page = await openPage('/sign-in');
    await page.getByRole('button', { name: roleNames[role] }).click();
    await page.getByRole('button', { name: 'Your account' }).waitFor();
    await page.getByRole('heading', { level: 1, name: begins[role] ?? 'Overview' }).waitFor();
    await page.getByRole('button', { name: 'Your account' }).click();
    expect(await page.locator('.pt-menu:visible').textContent()).toContain(roleNames[role]);
  });

  test('who is not signed in is sent to sign-in, and comes back to the address they wanted', async () => {
    const page = await openPage('/admin?tab=audit');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByRole('button', { name: 'Administrator' }).click();
    await page.getByRole('tab', { name: 'Audit log', selected: true }).waitFor();
    await expect.poll(() => page.url()).toBe(`${baseUrl}/admin?tab=audit`);
  });

  test('sign-in leads to no other host, however the wanted address is written', async () => {
    const page = await openPage('/sign-in');
    for (const wanted of ['//evil.example', '/\\evil.example', 'https://evil.example/']) {
      await page.context().clearCookies();
      await page.goto(`/sign-in?to=${encodeURIComponent(wanted)}`);
      await page.getByRole('button', { name: 'Read-only' }).click();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await expect.poll(() => page.url()).toBe(`${baseUrl}/`);
    }
  });

  test('signing out ends the session: the page before asks to sign in', async () => {
    const page = await openPage('/imports', { as: 'finance' });
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.goto('/imports');
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });

  test('sign-in breaks no rule of accessibility at 1280 and 390', async () => {
    const page = await openPage('/sign-in');
    await atBothWidths(page, async (width) => {
      await expectNoAxeViolations(page);
      await takePicture(page, `sign-in-${width}`);
    });
  });
});

/** Opens a page and checks what every page has. */
async function openAndCheck(path: string, heading: string): Promise<Page> {
  const page = await openPage(path, { as: 'administrator' });
  const banner = page.getByRole('complementary', { name: 'Example data' });
  expect(await banner.textContent()).toContain('Example data.');
  expect(await page.locator('h1').allTextContents()).toEqual([heading]);
  expect(await page.title()).toBe(`${heading} – Protected Time`);
  return page;
}

describe('every page', () => {
  test.each(featurePages)(
    '%s has one h1, "%s", says that the trust is an example, and fits 1280 and 390',
    async (path, heading) => {
      const page = await openAndCheck(path, heading);
      await atBothWidths(page, async (width) => {
        expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      });
    },
  );

  test.each(housePages)(
    '%s has one h1, "%s", says that the trust is an example, fits 1280 and 390, and axe finds nothing',
    async (path, heading) => {
      const page = await openAndCheck(path, heading);
      await atBothWidths(page, async (width) => {
        expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
        await expectNoAxeViolations(page);
        await takePicture(page, `shell${path.replace(/[^a-z]+/g, '-')}-${width}`);
      });
    },
  );
});

describe('a session that ended', () => {
  test('the next question to the server leads to sign-in, and back to the same address', async () => {
    const page = await openPage('/admin', { as: 'administrator' });
    await page.context().clearCookies();
    await page.getByRole('tab', { name: 'Audit log' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Administrator' }).click();
    await page.getByRole('table', { name: /^Audit log/ }).waitFor();
    await expect.poll(() => page.url()).toBe(`${baseUrl}/admin?tab=audit`);
  });
});

describe('navigation', () => {
  test('each group opens its first page and is then the current one', async () => {
    const page = await openPage('/', { as: 'workforce' });
    const menu = page.getByRole('navigation', { name: 'Menu' });
    const groups = [
      ['Release', '/release'],
      ['Pipeline', '/pipeline'],
      ['Data', '/imports'],
      ['Overview', '/'],
    ] as const;
    for (const [label, path] of groups) {
      await menu.getByRole('link', { name: label }).click();
      await page.waitForURL((url) => url.pathname === path);
      await expect.poll(() => menu.locator('[aria-current]').allTextContents()).toEqual([label]);
    }
  });

  test('"Cover to book" belongs to Release, and Back leads to where one came from', async () => {
    const page = await openPage('/release', { as: 'workforce' });
    await page
      .getByRole('navigation', { name: 'Release' })
      .getByRole('link', { name: 'Cover to book' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Cover to book' }).waitFor();
    const current = page.getByRole('navigation', { name: 'Menu' }).locator('[aria-current]');
    expect(await current.allTextContents()).toEqual(['Release']);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Teams by week' }).waitFor();
  });

  test('a move to another page puts the focus on its heading', async () => {
    const page = await openPage('/', { as: 'workforce' });
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Data' }).click();
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Imports');
  });

  test('an address that does not exist says so and leads home', async () => {
    const page = await openPage('/nowhere', { as: 'workforce' });
    expect(await page.locator('h1').textContent()).toBe('Page not found');
    await page.getByRole('link', { name: 'Go to Overview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });
});

describe('keyboard', () => {
  test('the first Tab stop skips to the main part', async () => {
    const page = await openPage('/imports', { as: 'workforce' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('maincontent');
  });

  test('a header menu opens with Enter, closes with Esc, and gives the focus back to its button', async () => {
    const page = await openPage('/', { as: 'workforce' });
    const button = page.getByRole('button', { name: 'Your account' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('leaving with the page', () => {
  test('the CSV under a table holds its headings and bare values', async () => {
    const page = await openPage('/admin?tab=audit', { as: 'administrator' });
    const link = page.getByRole('button', { name: 'Download CSV: Audit log' });
    const { name, text } = await downloadedBy(page, () => link.click());
    const lines = text.split('\r\n');
    expect(name).toBe('audit-log.csv');
    expect(lines[0]).toBe('\uFEFFEntry,When,Who,Role,What,On,Version');
    // Other files sign people in on the same server meanwhile: the administrator's own entry need not be the last.
    expect(lines.slice(1)).toContainEqual(
      expect.stringMatching(/^\d+,\d{4}-\d\d-\d\dT[\d:.]+Z,Sample administrator,Administrator,/),
    );
  });

  test('where the browser keeps the clipboard shut, the address is shown to be copied by hand', async () => {
    const page = await openPage('/admin?tab=audit', { as: 'administrator' });
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.getByLabel('Address of this page, to copy').inputValue()).toBe(
      `${baseUrl}/admin?tab=audit`,
    );
  });
});

describe('trusts', () => {
  test('switching the trust changes the trust of every page, and back', async () => {
    const page = await openPage('/imports', { as: 'research' });
    const header = page.locator('.nhsuk-header__account');
    const trustOf = async (): Promise<string> => (await header.locator('button').first().textContent()) ?? '';
    const first = await trustOf();
    for (const leave of [first, null]) {
      const before = await trustOf();
      if (leave !== null) expect(before).toBe(leave);
      await header.locator('button').first().click();
      await header.locator('.pt-menu .pt-link-button').first().click();
      await expect
        .poll(async () => (await page.locator('h1').count()) === 1 && (await trustOf()) !== before, {
          timeout: 15_000,
        })
        .toBe(true);
      await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    }
    expect(await trustOf()).toBe(first);
  });

  test('"Replace with our data" does nothing until the name of the trust is typed', async () => {
    const page = await openPage('/replace-with-our-data', { as: 'workforce' });
    await page.getByLabel('Type the name of the trust to confirm').fill('something else');
    await page.getByRole('button', { name: 'Empty this trust' }).click();
    const summary = page.locator('.nhsuk-error-summary');
    expect(await summary.textContent()).toContain('Type the name of the trust as it is shown');
    await expectNoAxeViolations(page);
    await page.goto('/');
    await settled(page);
    expect(await page.getByRole('complementary', { name: 'Example data' }).count()).toBe(1);
  });

  test('who may not replace the data is told who can, and sees no button', async () => {
    const page = await openPage('/replace-with-our-data', { as: 'read-only' });
    expect(await page.locator('main').textContent()).toContain(
      'A workforce manager or the administrator can do this',
    );
    expect(await page.getByRole('button', { name: 'Empty this trust' }).count()).toBe(0);
  });
});

describe('admin', () => {
  test('the administrator sees every user with a role, and the sign-in in the audit log', async () => {
    const page = await openPage('/admin', { as: 'administrator' });
    const users = page.getByRole('table', { name: /^Users and roles/ });
    await users.waitFor();
    for (const role of roles) expect(await users.textContent()).toContain(roleNames[role]);
    await page.getByRole('tab', { name: 'Users and roles' }).focus();
    await page.keyboard.press('ArrowRight');
    const log = page.getByRole('table', { name: /^Audit log/ });
    await log.waitFor();
    expect(await log.textContent()).toContain('Session: sign in');
    await expect.poll(() => page.url()).toBe(`${baseUrl}/admin?tab=audit`);
  });

  test.each(roles.filter((role) => role !== 'administrator'))(
    '%s sees no users, no log and no link to them',
    async (role) => {
      allowConsoleErrors(/403/);
      const page = await openPage('/admin', { as: role });
      expect(await page.locator('h1').textContent()).toBe('Your role cannot open this');
      expect(await page.getByRole('table').count()).toBe(0);
      await page.getByRole('button', { name: 'Your account' }).click();
      expect(await page.getByRole('link', { name: 'Admin' }).count()).toBe(0);
    },
  );
});

describe('on paper', () => {
  test('print leaves out navigation and buttons, keeps heading and example banner, and writes no addresses after links', async () => {
    const page = await openPage('/replace-with-our-data', { as: 'workforce', width: 720 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Menu' }).isVisible()).toBe(false);
    expect(await page.locator('.pt-frame__actions').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.getByText('An invented trust with no real people').isVisible()).toBe(true);
    const after = await page
      .locator('main a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(after).toBe('none');
  });
});
