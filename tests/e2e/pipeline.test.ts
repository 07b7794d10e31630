import { describe, expect, test } from 'vitest';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { atEndOf, chanceOfAtLeast, type TargetOf } from '../../shared/pipeline/chance-of-at-least.ts';
import type { CountSummary } from '../../shared/pipeline/count-summary.ts';
import { yearsOf, type ProjectionYears, type YearBasis } from '../../shared/pipeline/project-years.ts';
import { asMonth, monthOf } from '../../shared/calendar/month.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser();
const trusts = ['large', 'small'] as const;
const monthsOf = { financial: 64, academic: 68 } as const;

type Shown = Awaited<ReturnType<TrustPage['ask']['pipeline']['inputs']['query']>>;

/** The model's own answer from what the server gave the page, by the façade. */
function project({ plan, dataCut }: Shown, basis: YearBasis) {
  const pipeline = { ...plan.inputs, horizonMonths: monthsOf[basis] };
  const scenario = { schema: 1, dataCut, basis: 'trust', horizon: null, teams: [], pipeline } as const;
  const projection = evaluateScenario(scenario, publishedParameters).projection!;
  return { projection, years: yearsOf(projection, basis, dataCut) };
}

async function open(trust: SampleName, path: string, width = 1280) {
  const { page, ask } = await openInTrust(browser, trust, path, { as: 'research', width });
  await page.locator('.pt-answer').waitFor();
  return { page, shown: await ask.pipeline.inputs.query() };
}

const cell = ({ p50, p10, p90 }: CountSummary): string => `${p50}${p10} to ${p90}`;

/** Cells of a row by its header, without what stands in brackets after a range. */
async function rowOf({ page }: Pick<TrustPage, 'page'>, header: string): Promise<readonly string[]> {
  const row = page
    .getByRole('table', { name: /^Qualified, ready and named/ })
    .getByRole('row', { name: header });
  return (await row.getByRole('cell').allTextContents()).map((text) => text.replace(/ \(.*\)$/, ''));
}

async function expectTable(
  opened: Pick<TrustPage, 'page'>,
  { years, qualifiedNow }: ProjectionYears,
  shown: Shown,
) {
  expect(await rowOf(opened, 'Co-I gained')).toEqual([
    '–',
    ...years.map((year) => cell(year.inYear.coiGained)),
  ]);
  expect(await rowOf(opened, 'PI gained')).toEqual(['–', ...years.map((year) => cell(year.inYear.piGained))]);
  expect(await rowOf(opened, 'PI lost')).toEqual(['–', ...years.map((year) => cell(year.inYear.piLost))]);
  expect(await rowOf(opened, 'PI in post')).toEqual([
    String(shown.namedPi),
    ...years.map((year) => cell(year.piInPost)),
  ]);
  const qualified = [String(qualifiedNow), ...years.map((year) => cell(year.qualifiedInPost))];
  const inPost = opened.page.getByRole('row', { name: /^In post at year end/ });
  expect(await inPost.first().getByRole('cell').allTextContents()).toEqual(qualified);
  expect(await inPost.last().getByRole('cell').allTextContents()).toEqual([
    '?not known',
    ...years.map(() => "?Needs the register's sign-off; not known yet"),
  ]);
}

describe.each(trusts)('the projection of the %s trust', (trust) => {
  test.each(['financial', 'academic'] as const)(
    'by %s year is the model’s own, middle and range',
    async (basis) => {
      const path = basis === 'financial' ? '/pipeline' : '/pipeline?years=academic';
      const { page, shown } = await open(trust, path);
      await expectTable({ page }, project(shown, basis).years, shown);
    },
  );

  test('the sentence has the chance or the middle with its range, and the day', async () => {
    const { page, shown } = await open(trust, '/pipeline');
    const { projection, years } = project(shown, 'financial');
    const year = years.years.find(({ lastDay }) => lastDay === '2030-03-31')!;
    const { p50, p10, p90 } = year.piInPost;
    const stock = `about ${p50} named ${p50 === 1 ? 'PI' : 'PIs'}`;
    const range = `80% range ${p10} to ${p90}; today ${shown.namedPi}.`;
    const said = await page.locator('.pt-answer').innerText();
    if (trust === 'large') {
      expect(said).toBe(`A${stock.slice(1)} by 31 March 2030, ${range}`);
    } else {
      const chance = chanceOfAtLeast(projection, 'pi-gained', 1, year.window[1]);
      const words = chance >= 0.67 ? `${Math.round(chance * 100)}%` : `1 in ${Math.round(1 / chance)}`;
      expect(said).toContain(`${words} chance of a first-time PI by 31 March 2030.`);
      expect(said).toContain(`${stock}, ${range}`);
    }
  });

  test('says that the range is chance only, counts people named before apart, and gives the coverage of the log', async () => {
    const { page, shown } = await open(trust, '/pipeline');
    const text = await page.locator('main').innerText();
    expect(text).toContain('Range shows chance only: the rates are fixed assumptions');
    expect(text).toContain('Middles do not add up across years.');
    expect(text).toContain('2026/27 is a part year, 4 months');
    const { held, open: all } = shown.coverage;
    expect(text).toContain(`delegation record held for ${held} of ${all} open studies`);
    const before = shown.plan.inputs.people.filter(({ kind, role }) => kind !== 'pi' && role !== undefined);
    const people = before.reduce((sum, { count }) => sum + count, 0);
    expect(text).toContain(`Counted apart: ${people} ${people === 1 ? 'person' : 'people'}`);
  });

  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    for (const width of [1280, 390]) {
      const { page } = await open(trust, '/pipeline', width);
      expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      await expectNoAxeViolations(page);
      await takePicture(page, `pipeline-${trust}-${width}`);
    }
  });
});

describe('the chance of at least N', () => {
  const targets = [
    ['pi', 'pi-in-post', 26],
    ['pi-gained', 'pi-gained', 14],
    ['coi-gained', 'coi-gained', 24],
    ['qualified', 'qualified-in-post', 55],
  ] as const satisfies readonly (readonly [string, TargetOf, number])[];

  test.each(targets)('of %s is the model’s at the day in the address', async (of, target, n) => {
    const { page, shown } = await open('large', `/pipeline?of=${of}&n=${n}&by=2029-03-31`);
    const { projection } = project(shown, 'financial');
    const at = atEndOf(shown.plan.inputs.startMonth, asMonth('2029-03'));
    const chance = chanceOfAtLeast(projection, target, n, at);
    expect(chance).toBeGreaterThan(0.01);
    expect(chance).toBeLessThan(0.99);
    const said = await page.getByText(new RegExp(`^The chance of at least ${n} `)).innerText();
    expect(said).toContain(`31 March 2029 is ${Math.round(chance * 100)}%, `);
  });

  test('a typed number answers at once and stands in the address; what is no number asks for one and changes nothing', async () => {
    const { page, shown } = await open('large', '/pipeline');
    const { projection, years } = project(shown, 'financial');
    const at = years.years.find(({ lastDay }) => lastDay === '2030-03-31')!.window[1];
    const field = page.getByLabel('At least', { exact: true });
    await field.fill('18');
    const chance = Math.round(100 * chanceOfAtLeast(projection, 'pi-in-post', 18, at));
    await expect
      .poll(() => page.getByText(/^The chance of at least 18 /).innerText())
      .toContain(`is ${chance}%, `);
    expect(new URL(page.url()).search).toBe('?n=18');
    await field.fill('many');
    await page.getByText('Type a whole number from 1 to 10000').waitFor();
    expect(new URL(page.url()).search).toBe('?n=18');
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe('18');
  });

  test('the bars are the same chances as the table and its file', async () => {
    const { page, shown } = await open('large', '/pipeline?n=20');
    const { projection, years } = project(shown, 'financial');
    const at = years.years.find(({ lastDay }) => lastDay === '2030-03-31')!.window[1];
    const button = page.getByRole('button', { name: /^Download CSV: At least 20/ });
    const [headings, ...rows] = await downloadedCsv(page, () => button.click());
    expect(headings).toEqual(['At least', 'Chance']);
    expect(rows.length).toBe(5);
    for (const [label = '', value] of rows) {
      const n = Number(label.replace('at least ', ''));
      expect(Number(value)).toBeCloseTo(chanceOfAtLeast(projection, 'pi-in-post', n, at), 10);
    }
  });
});

describe('the address', () => {
  test('switching years and day with the keyboard writes only what differs, and Back to the default clears it', async () => {
    const { page, shown } = await open('large', '/pipeline');
    await page.getByLabel('Financial, April to March').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).search).toBe('?years=academic');
    const { years } = project(shown, 'academic').years;
    await expect
      .poll(() => page.locator('.pt-answer').innerText())
      .toContain(
        `about ${years.find(({ lastDay }) => lastDay === '2030-07-31')!.piInPost.p50} named`.slice(1),
      );
    await page.getByLabel('Answer for').selectOption('2028-07-31');
    await expect.poll(() => page.locator('.pt-answer').innerText()).toContain('by 31 July 2028');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('holds no name and no number of staff', async () => {
    const { page } = await open('large', '/pipeline');
    await page.getByLabel('Of', { exact: true }).selectOption('coi-gained');
    await expect.poll(() => new URL(page.url()).search).toBe('?of=coi-gained');
  });
});

describe('the rates', () => {
  test('every rate used is listed with value, source and status, and opens from the address', async () => {
    const { page, shown } = await open('large', '/pipeline');
    await page.getByText(`All ${shown.plan.uses.length} rates used, with source and status`).click();
    const table = page.getByRole('table', { name: /^Rates used/ });
    await table.waitFor();
    expect(await table.locator('tbody tr:not(.pt-table__group)').count()).toBe(shown.plan.uses.length);
    const row = table.getByRole('row', { name: /^Medical and Dental/ });
    expect(await row.innerText()).toMatch(/5\.4% a year.*Derived/s);
    await expect.poll(() => new URL(page.url()).search).toBe('?rates=true');
    await expectNoAxeViolations(page);
    await page.reload();
    await table.waitFor();
    await takePicture(page, 'pipeline-rates');
  });
});

describe('downloads and paper', () => {
  test('the file of the table has every count and year with middle, both ends and mean', async () => {
    const { page, shown } = await open('large', '/pipeline');
    const { years } = project(shown, 'financial').years;
    const button = page.getByRole('button', { name: /^Download CSV: Qualified, ready and named/ });
    const [headings, ...rows] = await downloadedCsv(page, () => button.click());
    expect(headings).toEqual([
      'Count',
      'Year',
      'Months',
      'From',
      'To',
      'Middle (P50)',
      'Low (P10)',
      'High (P90)',
      'Mean',
    ]);
    for (const year of years) {
      const { p50, p10, p90, mean } = year.piInPost;
      const row = rows.find(([count, label]) => count === 'PI in post' && label === year.year)!;
      expect(row.slice(4, 8)).toEqual([year.lastDay, String(p50), String(p10), String(p90)]);
      expect(Number(row[8])).toBeCloseTo(mean, 4);
    }
    expect(rows.filter(([count]) => count === 'Ready (not known)').every((row) => row[5] === '')).toBe(true);
  });

  test('the fan has today and every year end as a table', async () => {
    const { page, shown } = await open('small', '/pipeline');
    const { years } = project(shown, 'financial').years;
    const button = page.getByRole('button', { name: /^Download CSV: Named PIs could/ });
    const [, today, ...rows] = await downloadedCsv(page, () => button.click());
    expect(today?.slice(0, 2)).toEqual([shown.dataCut, String(shown.namedPi)]);
    expect(rows.map((row) => [row[0], row[2], row[4], row[5]])).toEqual(
      years.map(({ lastDay, piInPost: { p50, p10, p90 } }) => [
        lastDay,
        String(p50),
        String(p10),
        String(p90),
      ]),
    );
    expect(monthOf(years.at(-1)!.lastDay)).toBe('2032-03');
  });

  test('print leaves the controls out and keeps sentence, notice, table and charts', async () => {
    const { page } = await open('large', '/pipeline', 720);
    await page.emulateMedia({ media: 'print' });
    expect(await drawnWidth(page)).toBe(720);
    expect(await page.getByLabel('Answer for').isVisible()).toBe(false);
    for (const text of [
      'Range shows chance only: the rates are fixed assumptions',
      'Three counts, never added',
    ]) {
      expect(await page.getByRole('heading', { name: text }).isVisible()).toBe(true);
    }
    expect(await page.locator('.pt-chart__picture svg').count()).toBeGreaterThanOrEqual(3);
  });
});

describe('when the server refuses', () => {
  test('the page says so and offers to try again, and then draws', async () => {
    browser.allowConsoleErrors(/500|Something went wrong/);
    const page = await browser.openPage('/', { as: 'research' });
    await page.route('**/api/trpc/*pipeline.inputs*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/json',
        body: JSON.stringify([
          {
            error: {
              message: 'Something went wrong.',
              code: -32603,
              data: { code: 'internal-error', httpStatus: 500 },
            },
          },
        ]),
      }),
    );
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Pipeline' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Something went wrong');
    await page.unroute('**/api/trpc/*pipeline.inputs*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.pt-answer').waitFor();
  });
});
