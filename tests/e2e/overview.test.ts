import { describe, expect, test } from 'vitest';
import { halfUp } from '../../shared/core/rounding.ts';
import { expectNoAxeViolations, expectSoundAtBothWidths, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName } from '../support/trust-page.ts';

const browser = useBrowser();
const trusts = ['large', 'small'] as const;

async function open(trust: SampleName) {
  const opened = await openInTrust(browser, trust, '/');
  await opened.page.locator('.pt-card').first().waitFor();
  return { ...opened, shown: await opened.ask.overview.summary.query() };
}

const pounds = (pence: number): string =>
  `${pence < 0 ? '−' : ''}£${Math.abs(halfUp(pence, 100)).toLocaleString('en-GB')}`;
const wte = (minutes: number): string => String(Math.round((minutes / 2250) * 10) / 10);

describe.each(trusts)('the overview of the %s trust', (trust) => {
  const opened = browser.keep(() => open(trust));

  test('six cards have the server’s figures, each with its own date', async () => {
    const { page, shown, ask } = opened;
    const { summary, namedPi, namedCoi, coverage, readyNow } = shown;
    const card = async (title: string): Promise<string> =>
      (
        await page.locator('.pt-card', { has: page.getByRole('heading', { name: title }) }).innerText()
      ).replace(/\s+/g, ' ');

    const released = await card('Released for study this week');
    expect(released).toContain(`${wte(summary.releasedByWeek[0]!.released)} WTE released (contract)`);
    expect(released).toContain(`Peak ${wte(summary.peak!.released)} WTE`);
    expect(released).toContain('Week of 16 November 2026');

    const newly = await card('Weeks newly short because of release');
    expect(newly).toContain(`${summary.teamWeeks.newlyShort} team-weeks`);
    expect(newly).toContain(`${summary.teamWeeks.withoutRelease} more are short with nobody released`);
    expect(newly).toContain('16 November 2026 to 6 November 2028');
    const first = summary.shortTeams.flatMap(({ newlyShort }) => newlyShort).sort()[0]!;
    expect(
      summary.shortTeams.some(({ team, newlyShort }) => newlyShort.includes(first) && newly.includes(team)),
    ).toBe(true);

    const after = await card('Still short after cover');
    expect(after).toContain(`${summary.teamWeeks.afterCover} team-weeks`);
    expect(after).toContain(
      `${summary.teamWeeks.teamsNotKnown} teams without a planned minimum are not judged`,
    );

    const money = await card('Cover cost, 2026/27 and 2027/28');
    const sum = (of: (year: (typeof summary.years)[number]) => number): number =>
      summary.years.reduce((total, year) => total + of(year), 0);
    expect(money).toContain(pounds(sum(({ costPence }) => costPence)));
    expect(money).toContain(`Fees less funding ${pounds(sum(({ netFeesPence }) => netFeesPence))}`);
    expect(money).toContain(`net on accruals ${pounds(sum(({ netPence }) => netPence))}`);
    await page.getByText('after income').waitFor();
    const [year] = await ask.budget.totals.query();
    expect(await card('Cover cost, 2026/27 and 2027/28')).toContain(
      `2026/27 is forecast at ${pounds(year!.forecast)} after income: ${pounds(Math.abs(year!.left!))} ${year!.left! < 0 ? 'over' : 'under'} its budget of ${pounds(year!.budget!)}.`,
    );

    const qualified = await card('Qualified');
    const range = ({ p50, p10, p90 }: { p50: number; p10: number; p90: number }): string =>
      `about ${p50} by 31 March 2028, 80% range ${p10 === p90 ? p10 : `${p10} to ${p90}`}`;
    expect(qualified).toContain(`${summary.qualifiedNow} people now`);
    expect(qualified.toLowerCase()).toContain(range(summary.qualified!).toLowerCase());
    expect(qualified).toContain(
      trust === 'large' ? `Ready to act today: ${readyNow}.` : 'Ready to act: not known yet',
    );

    const named = await card('Named on a delegation log');
    expect(named).toContain(`${namedPi} PI now, and ${namedCoi} Co-I`);
    expect(named.toLowerCase()).toContain(range(summary.piInPost!).toLowerCase());
    expect(named).toContain(
      `record held for ${coverage.held} of ${coverage.open} open studies, 20 November 2026`,
    );
  });

  test('money of both years stands side by side, cover and fees apart, and comes to the net', async () => {
    const { page, shown } = opened;
    const { years } = shown.summary;
    const table = page.getByRole('table', { name: /^Cover and fees/ });
    for (const [label, of] of [
      ['Cover', 'costPence'],
      ['Fees less funding, on accruals', 'netFeesPence'],
      ['Net, on accruals', 'netPence'],
      ['Cash view: fees less funding when invoiced', 'cashFeesPence'],
    ] as const) {
      const row = table.getByRole('row', { name: new RegExp(`^${label}`) });
      const amounts = years.map((year) => year[of]);
      const all = amounts.reduce((sum, pence) => sum + pence, 0);
      expect(await row.getByRole('cell').allInnerTexts()).toEqual([...amounts, all].map(pounds));
    }
    for (const year of years) expect(year.costPence + year.netFeesPence).toBe(year.netPence);
    expect(await table.innerText()).toContain('cover from 16 November 2026');
  });

  test('the chart has every week in WTE of 37.5 hours, in its file too', async () => {
    const { page, shown } = opened;
    const { releasedByWeek, peak } = shown.summary;
    const heading = page.getByRole('heading', { name: /^Release peaks at/ });
    expect(await heading.innerText()).toContain(`${wte(peak!.released)} WTE`);
    const [, ...rows] = await downloadedCsv(page, () =>
      page.getByRole('button', { name: /^Download CSV: Release peaks/ }).click(),
    );
    expect(rows).toHaveLength(104);
    rows.forEach(([, value], index) =>
      expect(Number(value)).toBeCloseTo(releasedByWeek[index]!.released / 2250, 4),
    );
  });

  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    await expectSoundAtBothWidths(opened.page, `overview-${trust}`);
  });
});

describe('the one decision', () => {
  test('of the large trust is the team with most weeks short after cover, and its green button leads there', async () => {
    const { page, shown } = await open('large');
    const [worst] = shown.summary.shortTeams;
    const most = Math.max(...shown.summary.shortTeams.map(({ afterCover }) => afterCover.length));
    expect(worst!.afterCover).toHaveLength(most);
    const panel = page.locator('.pt-panel--decision');
    expect(await panel.getByRole('heading').innerText()).toBe(
      `${worst!.team} stays below its planned minimum in ${most} weeks after cover`,
    );
    if (worst!.fix !== null)
      expect(await panel.innerText()).toContain(`${pounds(worst!.fix.extraPence)} more`);
    expect(await page.locator('.nhsuk-button:not(.nhsuk-button--secondary)').count()).toBe(1);
    await panel.getByRole('link', { name: `Open ${worst!.team}` }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/release/${worst!.teamId}`);
  });

  test('of the small trust, where cover keeps every week, is to book it', async () => {
    const { page, shown } = await open('small');
    expect(shown.summary.teamWeeks.afterCover).toBe(0);
    const panel = page.locator('.pt-panel--decision');
    const [first] = shown.summary.shortTeams;
    expect(await panel.getByRole('heading').innerText()).toBe(
      `${first!.team} keeps its planned minimum in ${first!.newlyShort.length} weeks only with cover`,
    );
    await panel.getByRole('link', { name: 'Open the cover to book' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cover to book' }).waitFor();
  });
});

describe('what is missing and what words mean', () => {
  const opened = browser.keep(() => open('large'));

  test('“about” is explained once, and the data’s age is said', async () => {
    const text = await opened.page.locator('main').innerText();
    expect(text.match(/“About” is the middle forecast/g)).toHaveLength(1);
    expect(text).toContain('Data to 20 November 2026, today');
    expect(text).not.toMatch(/\bsafe\b/i);
  });

  test('missing hours and fees are counted and named by team, on request', async () => {
    const { page, shown } = opened;
    const { hoursNotKnown, feesNotKnown, missing } = shown.summary;
    const text = await page.locator('main').innerText();
    expect(text).toContain(`${hoursNotKnown} learner${hoursNotKnown === 1 ? '' : 's'} without agreed hours`);
    expect(text).toContain(`${feesNotKnown} fees that nobody has entered`);
    await page.getByText(`${missing.length} teams with something missing`).click();
    const table = page.getByRole('table', { name: /^Teams with something missing/ });
    await expect.poll(() => table.locator('tbody tr').count()).toBe(missing.length);
    await expectNoAxeViolations(page);
  });
});
