import { describe, expect, test } from 'vitest';
import { financialYearOfMonth } from '../../shared/calendar/years.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser();
const trusts = ['large', 'small'] as const;
const tabs = ['year', 'month', 'week', 'centre', 'team'] as const;

type Shown = Awaited<ReturnType<TrustPage['ask']['backfill']['summary']['query']>>;

async function open(trust: SampleName, path = '/backfill', width = 1280) {
  const opened = await openInTrust(browser, trust, path, { as: 'finance', width });
  await opened.page.locator('.pt-answer').waitFor();
  const basis = path.includes('basis=full') ? 'full' : 'trust';
  return { ...opened, shown: await opened.ask.backfill.summary.query({ basis }) };
}

const pounds = (pence: number): string =>
  `${pence < 0 ? '−' : ''}£${Math.abs(halfUp(pence, 100)).toLocaleString('en-GB')}`;
const exactPounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
const totalOf = ({ summary }: Shown): number =>
  summary.byYear.reduce((sum, { costPence }) => sum + costPence, 0);
const penceOf = (cell: string | undefined): number => Math.round(Number(cell) * 100);

/** What the last row of the months says: the sum of the last financial year with cover. */
function costOfLastYear({ summary: { byMonth } }: Shown): number {
  const year = financialYearOfMonth(byMonth.at(-1)!.month);
  const own = byMonth.filter(({ month }) => financialYearOfMonth(month) === year);
  return own.reduce((sum, { costPence }) => sum + costPence, 0);
}

/** What is printed, without the words for those who cannot see that it is a link. */
const printed = (text: string): string => text.replace(/, (show|hide) the working\s*$/, '').trim();

describe.each(trusts)('cover of the %s trust', (trust) => {
  test('the sentence and the figures are the server’s: shifts, pounds of both years, hours nobody fills', async () => {
    const { page, shown } = await open(trust);
    const { summary, years } = shown;
    const cost = summary.byYear.filter(({ financialYear }) => years.includes(financialYear));
    const both = cost.reduce((sum, { costPence }) => sum + costPence, 0);
    const shifts = summary.toBook.reduce((sum, booking) => sum + booking.shifts, 0);
    const said = await page.locator('.pt-answer').innerText();
    expect(said).toContain(`Book ${shifts} shifts for the weeks to 10 January 2027.`);
    expect(said).toContain(`Cover costs ${pounds(both)} to 31 March 2028`);
    const strip = page.locator('.pt-strip');
    for (const { costPence, financialYear } of cost) {
      const figure = strip.locator('.pt-strip__figure', { hasText: `Cover ${financialYear}` });
      expect(printed(await figure.locator('.pt-strip__value').innerText())).toBe(pounds(costPence));
    }
  });

  test.each(tabs)('by %s the table and its file come to the same penny as every other', async (tab) => {
    const { page, shown } = await open(trust, tab === 'year' ? '/backfill' : `/backfill?by=${tab}`);
    const total = totalOf(shown);
    const panel = page.getByRole('tabpanel');
    expect(await panel.innerText()).toContain(`Adds up to ${exactPounds(total)} over the whole plan`);
    const totals = panel.locator('.pt-table__total').last().getByRole('cell');
    const last = printed(await totals.last().innerText());
    expect(last).toBe(pounds(tab === 'month' ? costOfLastYear(shown) : total));
    const [headings = [], ...rows] = await downloadedCsv(page, () =>
      panel.getByRole('button', { name: /^Download CSV/ }).click(),
    );
    const at = headings.length - 1;
    const sum =
      tab === 'year' ? penceOf(rows.at(-1)?.[at]) : rows.reduce((all, row) => all + penceOf(row[at]), 0);
    expect(sum).toBe(total);
  });

  test('years stand side by side with hours nobody fills right above the cost', async () => {
    const { page, shown } = await open(trust);
    const { summary } = shown;
    const rows = page.getByRole('tabpanel').getByRole('row');
    const texts = await rows.allInnerTexts();
    expect(texts.at(-2)).toMatch(/^Nobody fills/);
    expect(texts.at(-1)).toMatch(/^Cover cost/);
    const cells = await rows.last().getByRole('cell').allInnerTexts();
    const first = summary.byYear.find(({ financialYear }) => financialYear === '2026/27')!;
    expect(cells[0]).toContain(pounds(first.costPence));
    expect(texts[0]).toContain('from 16 November 2026');
  });

  test('shifts to book are those of the server, and the list for the bank has nobody’s name', async () => {
    const { page, ask, shown } = await open(trust);
    const { toBook } = shown.summary;
    const table = page.getByRole('table', { name: /^Shifts to book/ });
    const sums = await table.locator('.pt-table__total').getByRole('cell').allInnerTexts();
    const shifts = toBook.reduce((sum, booking) => sum + booking.shifts, 0);
    const bought = toBook.reduce((sum, { boughtMinutes }) => sum + boughtMinutes, 0) / 60;
    expect(sums.at(-3)).toBe(String(shifts));
    expect(sums.at(-1)).toBe(bought.toLocaleString('en-GB', { maximumFractionDigits: 1 }));
    const [headings, ...rows] = await downloadedCsv(page, () =>
      page.getByRole('button', { name: 'Download the list for the bank' }).click(),
    );
    expect(headings).toEqual([
      ...['Week from', 'Week to', 'Team', 'Band', 'Shift hours', 'Shifts', 'Hours needed', 'Hours bought'],
    ]);
    expect(rows.map((row) => [row[0], row[2], Number(row[5])])).toEqual(
      toBook.map((booking) => [booking.from, booking.team, booking.shifts]),
    );
    const team = await ask.release.team.query({ teamId: toBook[0]!.teamId });
    const text = rows.flat().join(' ');
    expect(team.people.length).toBeGreaterThan(0);
    for (const { name } of team.people) expect(text).not.toContain(name);
  });

  test('fees stand apart, by month, with what is accrued in each year as the server has it', async () => {
    const { page, shown } = await open(trust);
    const table = page.getByRole('table', { name: /^Fees less funding/ });
    for (const year of shown.years) {
      const own = shown.summary.byYear.find(({ financialYear }) => financialYear === year)!;
      const cells = await table
        .getByRole('row', { name: `All of ${year}` })
        .getByRole('cell')
        .allInnerTexts();
      expect(printed(cells[0] ?? '')).toBe(pounds(own.netFeesPence));
      expect(cells[1]).toBe(pounds(own.cashFeesPence));
    }
    const [, ...rows] = await downloadedCsv(page, () =>
      page.getByRole('button', { name: /^Download CSV: Fees less/ }).click(),
    );
    expect(rows).toHaveLength(24);
    const accrued = rows.reduce((sum, row) => sum + penceOf(row[1]), 0);
    const both = shown.summary.byYear.filter(({ financialYear }) => shown.years.includes(financialYear));
    expect(accrued).toBe(both.reduce((sum, { netFeesPence }) => sum + netFeesPence, 0));
  });

  test('what is not known is counted and named', async () => {
    const { page, shown } = await open(trust);
    const { hoursNotKnown, feesNotKnown, byTeam } = shown.summary;
    const text = await page.locator('main').innerText();
    if (hoursNotKnown > 0) expect(text).toContain(`${hoursNotKnown} learner`);
    if (feesNotKnown > 0) expect(text).toContain(`${feesNotKnown} fees that nobody has entered`);
    const missing = byTeam.filter(
      (team) => team.hoursNotKnown + team.feesNotKnown > 0 || team.refusal !== null,
    );
    const table = page.getByRole('table', { name: /^Teams with something missing/ });
    if (missing.length === 0) expect(text).toContain('Nothing: every learner has hours and a fee');
    else expect(await table.locator('tbody tr').count()).toBe(missing.length);
  });

  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    for (const width of [1280, 390]) {
      const { page } = await open(trust, '/backfill', width);
      expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      await expectNoAxeViolations(page);
      await takePicture(page, `backfill-${trust}-${width}`);
    }
  });
});

describe('the working of a pound', () => {
  test('opens beside it with the keyboard, comes to its pennies line by line, and Esc gives the focus back', async () => {
    const { page, shown } = await open('large', '/backfill?by=team');
    const team = shown.summary.byTeam.find(({ lines }) => lines.length > 0)!;
    const year = team.byYear.find(({ costPence }) => costPence > 0)!;
    const pound = page.locator(`[id="pound-team_${team.teamId}_${year.financialYear.replace('/', '-')}"]`);
    expect(printed(await pound.innerText())).toContain(pounds(year.costPence));
    await pound.focus();
    await page.keyboard.press('Enter');
    const working = page.locator('.pt-working');
    await working.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(exactPounds(year.costPence));
    const lines = team.lines.filter(({ financialYear }) => financialYear === year.financialYear);
    const text = await working.innerText();
    for (const line of lines) {
      expect(line.costPence).toBe(halfUp(line.needMinutes * line.fillBp * line.ratePence, 600_000));
      expect(text).toContain(`= ${exactPounds(line.costPence)}`);
    }
    expect(text).toContain(`Cover cost, ${team.team}, ${year.financialYear}`);
    expect(text).toContain('Not in this figure');
    const rate = team.rates.find(({ financialYear }) => financialYear === year.financialYear)!;
    const rates = working.getByRole('table', { name: /^The rate and where it comes from/ });
    await rates.waitFor();
    expect(await rates.locator('.pt-table__total').innerText()).toContain(exactPounds(rate.pence));
    for (const { pence } of rate.lines) expect(await rates.innerText()).toContain(exactPounds(pence));
    await expectNoAxeViolations(page);
    await takePicture(page, 'backfill-working');
    await page.keyboard.press('Escape');
    await working.waitFor({ state: 'hidden' });
    expect(await pound.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).search).toBe('?by=team');
  });

  test.each([
    ['year', 'year_2027-28'],
    ['month', 'month_2027-05'],
    ['week', 'week_2027-03-29'],
    ['year', 'fees_2026-27'],
  ])('of a %s opens from its address, and its parts add up to it', async (tab, key) => {
    const { page, shown } = await open('large', `/backfill?by=${tab}&working=${key}`);
    const { summary } = shown;
    const wanted: Readonly<Record<string, number>> = {
      'year_2027-28': summary.byYear.find(({ financialYear }) => financialYear === '2027/28')!.costPence,
      'month_2027-05': summary.byMonth.find(({ month }) => month === '2027-05')!.costPence,
      'week_2027-03-29': summary.byWeek.find(({ monday }) => monday === '2027-03-29')!.costPence,
      'fees_2026-27': summary.byYear.find(({ financialYear }) => financialYear === '2026/27')!.netFeesPence,
    };
    const working = page.locator('.pt-working');
    expect(await working.locator('.pt-working__amount').innerText()).toBe(exactPounds(wanted[key]!));
    const [, ...rows] = await downloadedCsv(page, () =>
      working.getByRole('button', { name: /^Download CSV/ }).click(),
    );
    expect(rows.reduce((sum, row) => sum + penceOf(row.at(-1)), 0)).toBe(wanted[key]);
  });

  test('of a cost centre leads on to the team behind it', async () => {
    const { page, shown } = await open('large', '/backfill?by=centre');
    const centre = shown.summary.byCentre[0]!;
    await page
      .getByRole('row', { name: new RegExp(`^${centre.code ?? ''}`) })
      .getByRole('link')
      .first()
      .click();
    const working = page.locator('.pt-working');
    await expect
      .poll(() => working.locator('.pt-working__amount').innerText())
      .toBe(exactPounds(centre.costPence));
    await working.getByRole('link').first().click();
    await working.getByRole('table', { name: /^Formula/ }).waitFor();
    await working.getByRole('button', { name: 'Close the working' }).click();
    await working.waitFor({ state: 'hidden' });
  });

  test('at 390 stands above the figures and is as wide as they are', async () => {
    const { page } = await open('small', '/backfill?working=year_2027-28', 390);
    const box = await page.locator('.pt-working').boundingBox();
    expect(box!.width).toBe(390 - 32);
    expect(await drawnWidth(page)).toBe(390);
    await expectNoAxeViolations(page);
    await takePicture(page, 'backfill-working-390');
  });
});

describe('the address', () => {
  test('tabs go by arrow keys and stand in the address; the basis too, and its pounds are the whole-NHS ones', async () => {
    const { page, ask } = await open('large');
    await page.getByRole('tab', { name: 'Financial year' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).search).toBe('?by=month');
    await page.getByLabel('Whole-NHS cost').check();
    await expect.poll(() => page.url()).toContain('basis=full');
    const full = await ask.backfill.summary.query({ basis: 'full' });
    const trust = await ask.backfill.summary.query({ basis: 'trust' });
    expect(totalOf(full)).toBeGreaterThan(totalOf(trust));
    await expect
      .poll(() => page.getByRole('tabpanel').innerText())
      .toContain(`Adds up to ${exactPounds(totalOf(full))}`);
    await page.getByLabel('Trust cost').check();
    await page.getByRole('tab', { name: 'Financial year' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect
      .poll(() => page.getByRole('tabpanel').innerText())
      .toContain(`Adds up to ${exactPounds(totalOf(trust))}`);
  });

  test('a link with a broken working or tab opens the page without it', async () => {
    const { page } = await open('small', '/backfill?by=person&working=team_x');
    expect(await page.locator('.pt-working').count()).toBe(0);
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Financial year');
  });
});

describe('on paper', () => {
  test('tables and charts stay and fit, buttons and navigation go', async () => {
    const { page } = await open('large', '/backfill?by=team', 720);
    await page.emulateMedia({ media: 'print' });
    expect(await drawnWidth(page)).toBe(720);
    expect(await page.getByRole('table', { name: /^Shifts to book/ }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Download the list for the bank' }).isVisible()).toBe(
      false,
    );
    expect(await page.locator('.pt-chart__picture svg').count()).toBe(2);
  });
});
