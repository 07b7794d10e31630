import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  drawnWidth,
  expectNoAxeViolations,
  settled,
  takePicture,
  useBrowser,
  type OpenOptions,
} from '../support/browser.ts';

const { openPage, keep, allowConsoleErrors } = useBrowser();

const worked = 'learners=14&start=2027-09-27&hours=7.5&fee=4000&bursaries=11';

const addresses = new Map<string, string>();

/** The address of a team's page, found on the grid as a person would, once. */
async function addressOf(team: string): Promise<string> {
  const known = addresses.get(team);
  if (known !== undefined) return known;
  const page = await openPage('/release', { as: 'workforce' });
  await page.getByLabel('Team', { exact: true }).fill(team);
  const href = await page.getByRole('link', { name: team, exact: true }).first().getAttribute('href');
  if (href === null) throw new Error(`no link to ${team}`);
  const address = href.split('?')[0] ?? '';
  addresses.set(team, address);
  return address;
}

async function openWard(search: string, options: OpenOptions = {}): Promise<Page> {
  const address = await addressOf('Ward 7, acute medicine');
  return openPage(search === '' ? address : `${address}?${search}`, { as: 'workforce', ...options });
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill('');
  await field.pressSequentially(text);
}

function answer(page: Page): Promise<string> {
  return page.locator('.pt-answer').innerText();
}

function table(page: Page): Promise<string[][]> {
  return page
    .getByRole('table', { name: /^Cost and cover by financial year/ })
    .locator('tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

/** What the address holds; the order of its parts is of no account. */
function typedIn(page: Page): string[][] {
  return [...new URL(page.url()).searchParams].sort();
}

const workedAnswer =
  'Releasing 14 learners costs £95,445 net over two years. Five weeks stay short after cover; moving them costs £1,114.';

const workedTable = [
  ['Hours and pounds', '2027/28', '2028/29', 'Total'],
  ['Release hours', '2,625', '1,470', '4,095'],
  ['Hours to cover after headroom', '2,362.5', '1,323', '3,685.5'],
  ['Hours nobody fills (at 85% fill)', '354.4', '198.5', '552.8'],
  ['Cover cost', '£53,015', '£30,430', '£83,445'],
  ['Fees £56,000 less 11 bursaries of £4,000, on accruals', '£7,200', '£4,800', '£12,000'],
  ['Net, on accruals', '£60,215', '£35,230', '£95,445'],
  ['Cash view: net fees when invoiced', '£12,000', '–', '£12,000'],
];

describe('the ward question, typed', () => {
  test('shows the product’s table, the five weeks and the price of the fix', async () => {
    const page = await openWard('');
    expect(await answer(page)).toContain('Nobody in this team is released.');
    await type(page, 'Learners', '14');
    await type(page, 'Release hours a week, each', '7.5');
    await page.getByLabel('First week').fill('2027-09-27');
    await type(page, 'Fee of each learner (£)', '4,000');
    await type(page, 'Bursaries', '11');
    await type(page, 'Amount of each bursary (£)', '4000');
    await expect.poll(() => answer(page)).toBe(workedAnswer);
    expect(await table(page)).toEqual(workedTable);
    const results = await page.locator('.pt-question__results').innerText();
    expect(results).toContain('The weeks of 6 and 13 December 2027; 3, 10 and 17 July 2028.');
    expect(results).toContain('short by 4.3 hours (0.4 of a shift), with a 61% chance');
    expect(results).toContain('£1,114 more (£3,728 more in 2027/28, £2,614 less in 2028/29)');
    expect(results).toContain('10 is the most this team can release with every week kept, by 0.2 hours.');
    await expect.poll(() => typedIn(page)).toEqual([...new URLSearchParams(worked)].sort());
    await expectNoAxeViolations(page);
    await takePicture(page, 'release-team');
  });

  test('answers at every key: ten learners leave every week kept, by 0.2 hours', async () => {
    const page = await openWard(worked);
    await expect.poll(() => answer(page)).toBe(workedAnswer);
    await type(page, 'Learners', '10');
    await expect.poll(() => answer(page)).toContain('Releasing 10 learners costs');
    expect(await answer(page)).toContain('Cover keeps every week.');
    await page.getByRole('button', { name: 'One more: Learners' }).click();
    await expect.poll(() => answer(page)).toContain('Releasing 11 learners costs');
    expect(await answer(page)).toContain('stay short after cover');
    await page.getByLabel('Learners, slider').press('ArrowLeft');
    await expect.poll(() => answer(page)).toContain('Releasing 10 learners costs');
  });

  test('takes what is typed over the team’s figures, and gives it back when the field is emptied', async () => {
    const page = await openWard(worked);
    await page.getByText('Cover, rates and limits (8)').click();
    await type(page, 'Cover rate 2027/28', '30');
    // 2,362.5 h × 0.85 × £30 = £60,243.75
    await expect.poll(async () => (await table(page))[4]?.[1]).toBe('£60,244');
    await expect.poll(() => page.url()).toContain('rates=2027-30');
    await page.getByLabel('Cover rate 2027/28').fill('');
    await expect.poll(() => answer(page)).toBe(workedAnswer);
    await expect.poll(() => page.url()).not.toContain('rates');
  });

  test('asks for the hours where the university publishes none', async () => {
    const page = await openWard('');
    await page.getByLabel('University').selectOption({ label: 'University of Exeter' });
    await type(page, 'Learners', '3');
    await expect
      .poll(() => answer(page))
      .toBe('Type how many hours a week each of the 3 learners would be released.');
    await expectNoAxeViolations(page);
  });

  test('names its days: a whole and a half day make 11.25 hours', async () => {
    const page = await openWard('learners=2&start=2027-09-27');
    await page.getByText('Named days (none)').click();
    await page.getByLabel('Tuesday').selectOption('7.5');
    await page.getByLabel('Wednesday').selectOption('3.75');
    await expect.poll(async () => (await table(page))[1]?.[3]).toBe('877.5');
    await expect.poll(() => page.url()).toContain('tue=7.5&wed=3.75');
  });
});

describe('the fix', () => {
  test('is applied to the view and kept in the address; Back shows the weeks as asked', async () => {
    const page = await openWard(worked);
    await page.getByRole('button', { name: 'Fix these weeks for £1,114' }).click();
    await expect
      .poll(() => answer(page))
      .toBe(
        'Releasing 14 learners with five weeks of study moved costs £96,559 net over two years. No week stays short after cover.',
      );
    await expect.poll(() => page.url()).toContain('fixed=true');
    expect((await table(page))[6]).toEqual(['Net, on accruals', '£63,943', '£32,617', '£96,559']);
    await takePicture(page, 'release-team-fixed');
    await page.goBack();
    await expect.poll(() => answer(page)).toBe(workedAnswer);
  });
});

describe('the address', () => {
  test('opens the same view again, in another browser', async () => {
    const page = await openWard(`${worked}&fixed=true&fill=90`);
    const first = await answer(page);
    const again = await openPage(new URL(page.url()).pathname + new URL(page.url()).search, {
      as: 'finance',
    });
    expect(await answer(again)).toBe(first);
    expect(await table(again)).toEqual(await table(page));
  });

  test('that nobody could have typed falls back field by field', async () => {
    const page = await openWard(`${worked}&hours=x&fill=900&stage=phd`.replace('hours=7.5&', ''));
    // Without typed hours King’s 600 hours stand: 15 h 23 min × 14 × 39 weeks
    await expect.poll(async () => (await table(page))[1]?.[3]).toBe('8,399.3');
  });

  test('of a team that does not exist says so', async () => {
    allowConsoleErrors(/404|There is no such team/);
    const page = await openPage('/release/01a1fb79-0a4e-7694-814c-000000000000', { as: 'workforce' });
    expect(await page.locator('h1').innerText()).toBe('This is not here');
    expect(await page.getByRole('alert').innerText()).toContain('There is no such team.');
  });
});

describe('a phone, a keyboard, paper', () => {
  test('at 390 the answer comes first and the question folds above it', async () => {
    const page = await openWard(worked, { width: 390, height: 844 });
    expect(await answer(page)).toBe(workedAnswer);
    expect(await page.getByLabel('Learners', { exact: true }).isVisible()).toBe(false);
    expect(await drawnWidth(page)).toBe(390);
    await takePicture(page, 'release-team-390');
    await page.getByText('Change the question').click();
    await type(page, 'Learners', '10');
    await expect.poll(() => answer(page)).toContain('Releasing 10 learners costs');
    expect(await drawnWidth(page)).toBe(390);
    await expectNoAxeViolations(page);
  });

  test('the whole question is asked and fixed with the keyboard alone', async () => {
    const page = await openWard('');
    await page.getByLabel('Learners', { exact: true }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('14');
    const next = async (label: string, text: string): Promise<void> => {
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(
          () => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '',
        );
        if (name === label) return page.keyboard.type(text);
      }
      throw new Error(`Tab does not reach ${label}`);
    };
    await next('Release hours a week, each', '7.5');
    await next('Fee of each learner (£)', '4000');
    await next('Bursaries', '11');
    await expect.poll(() => answer(page)).toBe(workedAnswer);
    const fix = page.getByRole('button', { name: /^Fix these weeks/ });
    for (let presses = 0; presses < 20; presses += 1) {
      if (await fix.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => answer(page)).toContain('£96,559');
  });

  test('paper has what was asked instead of the fields', async () => {
    const page = await openWard(worked);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Asked: 14 learners, Postgraduate Certificate').isVisible()).toBe(true);
    expect(await page.getByLabel('Learners', { exact: true }).isVisible()).toBe(false);
    expect(await page.getByRole('table', { name: /^Cost and cover/ }).isVisible()).toBe(true);
    await page.setViewportSize({ width: 700, height: 1000 });
    await takePicture(page, 'release-team-print');
  });
});

describe('what stands behind the answer', () => {
  const kept = keep(async () => ({ page: await openWard(worked) }));

  test('the working lists cost lines, rates with their source and every week', async () => {
    const { page } = kept;
    await page.getByText('How this is worked out').click();
    const cost = page.getByRole('table', { name: /^Cover cost by financial year/ });
    expect(await cost.innerText()).toMatch(/2027\/28\s+25\s+2,362\.5\s+85%\s+£26\.40\s+£53,014\.50/);
    const rates = await page.getByRole('table', { name: /^Cover rates used/ }).innerText();
    expect(rates).toContain('Typed by the trust');
    await page.getByText('All 43 weeks as a table').click();
    const weeks = page.getByRole('table', { name: /^Ward 7, acute medicine, 43 weeks/ });
    expect(await weeks.getByRole('row').count()).toBe(44);
    expect(await weeks.getByText('short because of release').count()).toBe(5);
    await expectNoAxeViolations(page);
  });

  test('every table and chart leaves as a CSV of bare numbers', async () => {
    const { page } = kept;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV: Cost and cover by financial year' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ward-7-acute-medicine-cost.csv');
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text).toContain('Hours to cover after headroom,2362.5,1323,3685.5');
    expect(text).toContain('Cover cost,53014.5,30430.26,83444.76');
  });

  test('a team with people on courses names them on its page, and nowhere in its address', async () => {
    const address = await addressOf('Ward 9, respiratory');
    const page = await openPage(address, { as: 'workforce' });
    await expect.poll(() => answer(page)).toMatch(/^The 2 learners already on courses cost £/);
    await page.getByText('On a course now, or promised a place (2)').click();
    const people = page.getByRole('table', { name: 'Learners of this team' });
    expect(await people.getByRole('row').count()).toBe(3);
    const name = await people.getByRole('rowheader').first().innerText();
    expect(decodeURIComponent(page.url())).not.toContain(name.split(' ')[1]);
    await type(page, 'Learners', '2');
    await type(page, 'Release hours a week, each', '7.5');
    await settled(page);
    await expect.poll(() => answer(page)).toMatch(/^Releasing 2 /);
    await expectNoAxeViolations(page);
    await takePicture(page, 'release-team-with-learners');
  });
});
