import { describe, expect, test } from 'vitest';
import { financialYearOfMonth } from '../../shared/calendar/years.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import {
  atBothWidths,
  drawnWidth,
  expectNoAxeViolations,
  takePicture,
  useBrowser,
} from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName, type TrustPage } from '../support/trust-page.ts';

/** A server of its own: cover policies, roster periods and the bank are written here. */
const browser = useBrowser({ server: true });
const trusts = ['large', 'small'] as const;
const tabs = ['year', 'month', 'week', 'centre', 'team'] as const;
const tabNames = {
  year: 'Financial year',
  month: 'Month',
  week: 'Week',
  centre: 'Cost centre',
  team: 'Team',
};

type Shown = Awaited<ReturnType<TrustPage['ask']['backfill']['summary']['query']>>;

async function open(
  trust: SampleName,
  path = '/backfill',
  { width = 1280, as = 'finance' }: { width?: number; as?: 'finance' | 'workforce' } = {},
) {
  const opened = await openInTrust(browser, trust, path, { as, width });
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
  const opened = browser.keep(() => open(trust));

  test('what to book, what it costs in both years, what nobody fills, the fees apart and what is not known are the server’s', async () => {
    const { page, ask, shown } = opened;
    const { summary, years } = shown;
    {
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
    }
    {
      const rows = page.getByRole('tabpanel').getByRole('row');
      const texts = await rows.allInnerTexts();
      expect(texts.at(-2)).toMatch(/^Nobody fills/);
      expect(texts.at(-1)).toMatch(/^Cover cost/);
      const cells = await rows.last().getByRole('cell').allInnerTexts();
      const first = summary.byYear.find(({ financialYear }) => financialYear === '2026/27')!;
      expect(cells[0]).toContain(pounds(first.costPence));
      expect(texts[0]).toContain('from 16 November 2026');
    }
    {
      const { toBook } = shown.summary;
      const table = page.getByRole('table', { name: /^Shifts to book/ });
      const sums = await table.locator('.pt-table__total').getByRole('cell').allInnerTexts();
      const shifts = toBook.reduce((sum, booking) => sum + booking.shifts, 0);
      const bought = toBook.reduce((sum, { boughtMinutes }) => sum + boughtMinutes, 0) / 60;
      expect(sums.at(-3)).toBe(String(shifts));
      const booked = (shown.summary.bookedMinutes / 60).toLocaleString('en-GB', { maximumFractionDigits: 1 });
      await page.getByText(`${booked} hours of these weeks are booked with the bank already`).waitFor();
      expect(sums.at(-1)).toBe(bought.toLocaleString('en-GB', { maximumFractionDigits: 1 }));
      const [headings, ...rows] = await downloadedCsv(page, () =>
        page.getByRole('button', { name: 'Download the list for the bank' }).click(),
      );
      expect(headings).toEqual([
        ...['Week from', 'Week to', 'Team', 'Band', 'Shift hours', 'Shifts'],
        ...['Hours booked already', 'Hours still needed', 'Hours bought'],
        'Book by',
      ]);
      expect(rows.map((row) => [row[0], row[2], Number(row[5])])).toEqual(
        toBook.map((booking) => [booking.from, booking.team, booking.shifts]),
      );
      const team = await ask.release.team.query({ teamId: toBook[0]!.teamId });
      const text = rows.flat().join(' ');
      expect(team.people.length).toBeGreaterThan(0);
      for (const { name } of team.people) expect(text).not.toContain(name);
    }
    {
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
    }
    {
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
    }
  });

  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    const { page } = opened;
    await page.locator('.pt-team-cover').waitFor();
    await atBothWidths(page, async (width) => {
      expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      if (width === 1280) await expectNoAxeViolations(page);
      await takePicture(page, `backfill-${trust}-${width}`);
    });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('by year, month, week, cost centre, team and rung the table and its file come to the same penny', async () => {
    const { page, shown } = opened;
    const total = totalOf(shown);
    const rungTable = page.getByRole('table', { name: /^What fills the hours/ });
    expect(await rungTable.locator('.pt-table__total').innerText()).toContain(pounds(total));
    expect(shown.summary.byRung.reduce((sum, { costPence }) => sum + costPence, 0)).toBe(total);
    for (const tab of tabs) {
      await page.getByRole('tab', { name: tabNames[tab], exact: true }).click();
      await page.getByRole('tab', { name: tabNames[tab], selected: true, exact: true }).waitFor();
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
    await expect.poll(() => new URL(page.url()).search).toBe('?by=team');
  });

  test('of a year, month, week and fees opens from its address and adds up; that of a cost centre leads to its team', async () => {
    const workings = ['year_2027-28', 'month_2027-05', 'week_2027-03-29', 'fees_2026-27'] as const;
    const addressOf = (key: (typeof workings)[number]): string =>
      `/backfill?by=${key.replace('fees', 'year').split('_')[0] ?? ''}&working=${key}`;
    const { page, shown } = await open('large', addressOf(workings[0]));
    const { summary } = shown;
    for (const key of workings) {
      if (key !== workings[0]) await page.goto(addressOf(key));
      await page.locator('.pt-answer').waitFor();
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
    }
    await page.goto('/backfill?by=centre');
    await page.locator('.pt-answer').waitFor();
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

  test('at 390 stands above the figures; a link with a broken working, tab or team opens the page without it', async () => {
    const { page } = await open('small', '/backfill?working=year_2027-28', { width: 390 });
    const box = await page.locator('.pt-working').boundingBox();
    expect(box!.width).toBe(390 - 32);
    expect(await drawnWidth(page)).toBe(390);
    await expectNoAxeViolations(page);
    await takePicture(page, 'backfill-working-390');
    await page.goto('/backfill?by=person&working=team_x&team=nobody');
    await page.locator('.pt-answer').waitFor();
    expect(await page.locator('.pt-working').count()).toBe(0);
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Financial year');
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
});

describe('on paper', () => {
  test('tables and charts stay and fit, buttons and navigation go', async () => {
    const { page } = await open('large', '/backfill?by=team', { width: 720 });
    await page.emulateMedia({ media: 'print' });
    expect(await drawnWidth(page)).toBe(720);
    expect(await page.getByRole('table', { name: /^Shifts to book/ }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Download the list for the bank' }).isVisible()).toBe(
      false,
    );
    expect(await page.locator('.pt-chart__picture svg').count()).toBe(2);
  });
});

describe('how a team covers', () => {
  test('every rung has its price; a policy is written, priced and put on its own rungs, and Undo brings all back', async () => {
    const { page, ask, shown } = await open('large', '/backfill', { as: 'workforce' });
    const dearest = shown.summary.byTeam.toSorted(
      (a, b) =>
        b.byYear.reduce((sum, { costPence }) => sum + costPence, 0) -
        a.byYear.reduce((sum, { costPence }) => sum + costPence, 0),
    )[0]!;
    const { choices, team } = await ask.backfill.team.query({ teamId: dearest.teamId });
    const ladder = page.getByRole('table', { name: /^The ladder of/ });
    await ladder.waitFor();
    const rows = await ladder.locator('tbody tr').allInnerTexts();
    for (const { rate } of choices.prices)
      if (rate !== null) expect(rows.join(' ')).toContain(exactPounds(rate.pence));
    const { post } = choices;
    const section = await page.locator('main').innerText();
    expect(section).toContain(`${post!.wteTenths / 10} WTE in post cost ${pounds(post!.postCostPence)}`);
    expect(section).toContain(`the bank costs ${pounds(post!.bankCostPence)}`);
    await page.getByText(`Change how ${team} covers`).click();
    await page.getByLabel('Planned bank, £ an hour').fill('32');
    await page.getByLabel('Late bank, share %').fill('100');
    await page.getByLabel('Late bank, £ an hour').fill('72');
    await page.getByLabel('Chance of a late hour, %').fill('130');
    await page.getByRole('button', { name: 'Save the cover policy' }).click();
    await page.getByText('Chance of a late hour: type a number from 0 to 100.').waitFor();
    await expectNoAxeViolations(page);
    await takePicture(page, 'backfill-policy-1280');
    await page.getByLabel('Chance of a late hour, %').fill('30');
    await page.getByLabel('High cost area of the cover').selectOption('inner');
    await page.getByLabel('Nights and Saturdays, %').fill('30');
    await page.getByRole('button', { name: 'Save the cover policy' }).click();
    await page.getByText('An hour that waits costs £44.00, £12.00 more than booking now').waitFor();
    await expect.poll(() => ladder.innerText()).toContain('High cost area supplement, inner London £');
    expect(await ladder.innerText()).toContain('Unsocial hours: 30% of the hours at 30% more £');
    const { summary } = await ask.backfill.summary.query({ basis: 'trust' });
    const rungs = page.getByRole('table', { name: /^What fills the hours/ });
    await expect.poll(() => rungs.innerText()).toContain('Late bank');
    expect(await rungs.locator('.pt-table__total').innerText()).toContain(
      pounds(summary.byYear.reduce((sum, { costPence }) => sum + costPence, 0)),
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    expect((await ask.backfill.summary.query({ basis: 'trust' })).summary).toEqual(shown.summary);
  });

  test('roster periods date what is due, the bank’s hours cut all teams, and the study days go out as a file', async () => {
    const { page, ask, shown } = await open('large', '/backfill', { as: 'workforce' });
    const busiest = shown.summary.calendar.busiest[0]!;
    const calendar = page.getByRole('table', { name: /^The busiest days/ });
    expect(await calendar.locator('tbody tr').first().innerText()).toContain(busiest.teams[0]!.team);
    await page.getByText('Change the trust’s roster periods').click();
    await page.getByLabel('First day of a roster period').fill('2026-11-02');
    await page.getByRole('button', { name: 'Save the roster periods' }).click();
    await page.getByRole('heading', { name: 'Due this month: weeks to 21 February 2027' }).waitFor();
    const due = await ask.backfill.summary.query({ basis: 'trust' });
    const shifts = (by: string): number =>
      due.summary.toBook
        .filter(({ approveBy }) => approveBy === by)
        .reduce((sum, booking) => sum + booking.shifts, 0);
    await page.getByText(`${shifts('2026-12-14')} shifts by 14 December 2026`).waitFor();
    const [headings, ...rows] = await downloadedCsv(page, () =>
      page.getByRole('button', { name: 'Download the list for the bank' }).click(),
    );
    expect(headings!.at(-1)).toBe('Book by');
    expect(rows.map((row) => row.at(-1))).toEqual(due.summary.toBook.map(({ approveBy }) => approveBy));
    await page.getByText(/^Change the roster periods of /).click();
    await page.getByLabel('Weeks in a period of this team').fill('6');
    await page.getByRole('button', { name: 'Save this team’s periods' }).click();
    await page.getByText(/has roster periods of its own: 6 weeks, counted from 16 November 2026/).waitFor();
    await page.getByRole('button', { name: 'Use the trust’s roster periods' }).click();
    await page.getByText(/ has the trust’s roster periods\.$/).waitFor();
    expect(await page.getByRole('link', { name: 'Assumptions' }).count()).toBeGreaterThan(0);
    await page.getByText('Say what the bank has').click();
    await page.getByLabel('Hours a week the bank has').fill('2');
    await page.getByRole('button', { name: 'Save what the bank has' }).click();
    await page
      .getByText(
        /Nursing and Midwifery Registered: 2 hours a week\..* every team’s fill falls in proportion;/,
      )
      .waitFor();
    const [named, ...days] = await downloadedCsv(page, () =>
      page.getByRole('button', { name: 'Download study days for roster systems' }).click(),
    );
    expect(named).toEqual(['Assignment number', 'Date', 'Hours', 'Reason']);
    await page.getByText(`${days.length.toLocaleString('en-GB')} study days in the file.`).waitFor();
    await takePicture(page, 'backfill-due-1280');
  });
});
