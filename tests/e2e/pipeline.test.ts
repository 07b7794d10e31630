import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { noLevers, type Levers } from '../../shared/pipeline/levers.ts';
import type { YearBasis } from '../../shared/pipeline/project-years.ts';
import { askLevers, type LeverAnswer } from '../../shared/scenario/ask-levers.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import type { CountSummary } from '../../shared/pipeline/count-summary.ts';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser();

type Ask = TrustPage['ask'];

/** The model's own answers, each worked out once: tests ask for the same ones. */
const forecasts = new Map<string, LeverAnswer>();

/** What the page works with, asked by the same person. */
async function shownTo(ask: Ask) {
  const [shown, believed] = [await ask.pipeline.inputs.query(), await ask.pipeline.beliefs.query()];
  const inputs = forecastPlan(shown.plan.inputs, believed.beliefs);
  const { dataCut } = shown;
  const forecast = (levers: Levers = noLevers, basis: YearBasis = 'financial') => {
    const key = JSON.stringify([inputs, levers, basis]);
    const changes = [{ kind: 'pi', at: 40 }] as const;
    const known = forecasts.get(key) ?? askLevers({ inputs, levers, points: 127, basis, dataCut, changes });
    forecasts.set(key, known);
    return { ...known, years: known.years! };
  };
  return { shown, believed, forecast };
}

async function open(trust: SampleName, path: string) {
  const { page, ask } = await openInTrust(browser, trust, path, { as: 'research' });
  await page.locator('.pt-answer').waitFor({ timeout: 20_000 });
  return { page, ask };
}

const answerOf = (page: Page): Promise<string> => page.locator('.pt-answer').innerText();
const cell = ({ p50, p10, p90 }: CountSummary): string => `${p50}${p10} to ${p90}`;

/** Cells of a row by its header, without what stands in brackets after a range. */
async function rowOf(page: Page, header: string): Promise<readonly string[]> {
  const row: Locator = page
    .getByRole('table', { name: /^Qualified, ready and named/ })
    .getByRole('row', { name: header });
  return (await row.getByRole('cell').allTextContents()).map((text) => text.replace(/ \(.*\)$/, ''));
}

/** The levers and the back-test are answered by threads of their own. */
const settled = { timeout: 20_000 };

/** The page works the forecast out anew each time it is opened: the tests leave it with nothing chosen. */
describe('the forecast of the large trust', () => {
  const opened = browser.keep(() => open('large', '/pipeline'));

  test('its worker may compile WebAssembly, in which the forecast is quickest', async () => {
    // Asked a moment later: what a debugger evaluates itself is not held to the page's policy.
    const compiles = `new Promise((resolve) => setTimeout(() => {
      try {
        resolve(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) !== null);
      } catch (fault) {
        resolve(String(fault));
      }
    }))`;
    const workers = opened.page.workers();
    expect(workers.length).toBeGreaterThan(0);
    const answers = await Promise.all(workers.map((worker) => worker.evaluate(compiles)));
    expect(answers).toEqual(workers.map(() => true));
  });

  test('says sentence, figures, three counts and what happened as the model has them', async () => {
    const { page, ask } = opened;
    const { shown, believed, forecast } = await shownTo(ask);
    const { years, qualifiedNow } = forecast();
    const year = years.years.find(({ lastDay }) => lastDay === '2030-03-31')!;
    const { p50, p10, p90 } = year.piInPost;
    expect(await answerOf(page)).toBe(
      `About ${p50} named PIs by 31 March 2030, 80% range ${p10} to ${p90}; today ${shown.namedPi}.`,
    );
    expect(await rowOf(page, 'PI gained')).toEqual([
      '–',
      ...years.years.map((one) => cell(one.inYear.piGained)),
    ]);
    expect(await rowOf(page, 'by any route')).toEqual([
      '–',
      ...years.years.map((one) => cell(one.inYear.investigatorsGained)),
    ]);
    expect(await rowOf(page, 'PI in post')).toEqual([
      String(shown.namedPi),
      ...years.years.map((one) => cell(one.piInPost)),
    ]);
    const text = await page.locator('main').innerText();
    expect(text).toContain(`today ${qualifiedNow}`);
    expect(text).toContain('Middles do not add up across years. 2026/27 is a part year, 4 months.');
    expect(text).toContain(
      `delegation record held for ${shown.coverage.held} of ${shown.coverage.open} open studies`,
    );
    const button = page.getByRole('button', { name: /^Download CSV: Named PIs could/ });
    const [, ...rows] = await downloadedCsv(page, () => button.click());
    expect(rows.slice(0, 6).map((row) => row[1])).toEqual([
      ...believed.history.financial.map(({ piInPost }) => String(piInPost)),
      String(shown.namedPi),
    ]);
    expect(rows.slice(6).map((row) => [row[0], row[2], row[4], row[5]])).toEqual(
      years.years.map(({ lastDay, piInPost }) => [
        lastDay,
        ...[piInPost.p50, piInPost.p10, piInPost.p90].map(String),
      ]),
    );
  });

  test('print leaves the controls out and keeps sentence, charts and tables', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 720, height: 900 });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => drawnWidth(page)).toBe(720);
    expect(await page.getByLabel('Answer for').isVisible()).toBe(false);
    expect(await page.getByText('Levers: as in the plan.').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Three counts, never added' }).isVisible()).toBe(true);
    expect(await page.locator('.pt-chart__picture svg').count()).toBeGreaterThanOrEqual(3);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('levers typed, slid by keyboard and reset move the answer, say what they change, and stand in the address', async () => {
    const { page, ask } = await open('large', '/pipeline?intake=10');
    const { forecast } = await shownTo(ask);
    const change = ({ changes }: ReturnType<typeof forecast>): string =>
      Math.abs(changes[0]!.mean).toFixed(1).replace('.0', '');
    const more = page.getByText(/named PIs by 31 March 2030 than in the plan/);
    await more.waitFor(settled);
    expect(await more.innerText()).toMatch(
      new RegExp(`^About ${change(forecast({ ...noLevers, intake: 10 }))} more named PIs`),
    );
    await page.getByLabel('PIs who keep the role over a year', { exact: true }).fill('85');
    await expect.poll(() => new URL(page.url()).search).toBe('?intake=10&keeping=85');
    const both = forecast({ ...noLevers, intake: 10, keeping: 85 });
    const { p50, p10, p90 } = both.years.years[3]!.piInPost;
    await expect
      .poll(() => answerOf(page), settled)
      .toContain(`About ${p50} named PIs by 31 March 2030, 80% range ${p10} to ${p90};`);
    const slider = page.getByLabel('Extra PGCert starts each September, slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).search).toBe('?intake=11&keeping=85');
    await page.getByRole('button', { name: 'Reset to the plan' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    const plain = forecast().years.years[3]!.piInPost;
    await expect
      .poll(() => answerOf(page), settled)
      .toContain(`About ${plain.p50} named PIs by 31 March 2030, 80% range ${plain.p10} to ${plain.p90};`);
  });

  test('years, day and count are chosen by keyboard, and only what differs is in the address', async () => {
    const { page, ask } = opened;
    await page.getByLabel('Financial, April to March').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).search).toBe('?years=academic');
    const { forecast } = await shownTo(ask);
    const year = forecast(noLevers, 'academic').years.years.find(({ lastDay }) => lastDay === '2030-07-31')!;
    await expect
      .poll(() => answerOf(page), settled)
      .toContain(`About ${year.piInPost.p50} named PIs by 31 July 2030`);
    await page.getByLabel('Charts about').selectOption('any-gained');
    await page.getByRole('heading', { name: /^Investigators by any route: about/ }).waitFor(settled);
    await page.getByLabel('Answer for').selectOption('2028-07-31');
    await expect.poll(() => answerOf(page)).toContain('by 31 July 2028');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect.poll(() => answerOf(page), settled).toContain('by 31 March 2030');
  });

  test('every figure opens its working, with priors, your own people, parameters and engine', async () => {
    const { page, ask } = opened;
    await page.getByRole('button', { name: 'How this is worked out: PIs lost by then' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?working=pi-lost');
    const { shown, believed } = await shownTo(ask);
    const panel = page.locator('.pt-panel--outlined');
    const text = await panel.innerText();
    expect(text).toContain('PIPELINE_PI_ROLE_LOSS');
    expect(text).toContain('at 127 sets of rates');
    expect(text).toContain(`Engine ${shown.engine}`);
    const lapse = believed.workings.find(({ id }) => id === 'pi-role-loss')!;
    expect(text).toContain(`Prior ${lapse.priorWorth} + your ${Math.round(lapse.yours)} person-years`);
    await panel.getByRole('button', { name: 'Close the working' }).click();
    await page.getByText(/^All \d+ uncertain rates/).click();
    const table = page.getByRole('table', { name: /^Rates used/ });
    await table.waitFor();
    expect(await table.locator('tbody tr:not(.pt-table__group)').count()).toBe(shown.plan.uses.length);
    expect(await table.getByRole('row', { name: /^Medical and Dental/ }).innerText()).toMatch(
      /5\.4% a year.*Derived/s,
    );
    await page.getByText(/^All \d+ uncertain rates/).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('the back-test, where people are stuck and who could lead are the server’s answers', async () => {
    const { page, ask } = opened;
    const { backTest } = await ask.pipeline.backTest.query();
    if (backTest.kind !== 'scored') throw new Error('the large sample is scored');
    const [eighty] = backTest.scores.piGained!.coverage;
    await page
      .getByText(
        `Of ${eighty!.forecasts} past yearly forecasts of PIs gained in a year, ${eighty!.covered} fell in the 80% range`,
      )
      .waitFor(settled);
    const steps = await ask.pipeline.steps.query();
    const table = page.getByRole('table', { name: /^People at each step/ });
    const started = await table
      .getByRole('row', { name: /^Started/ })
      .getByRole('cell')
      .allTextContents();
    expect(started[0]).toBe(String(steps.course.find(({ step }) => step === 'started')!.reached));
    const leads = await ask.pipeline.leads.query();
    const first = leads.studies[0]!;
    const row = page
      .getByRole('table', { name: /^Studies that want a Principal Investigator/ })
      .getByRole('row', { name: first.reference });
    const said = await row.innerText();
    for (const { name } of first.followers) expect(said).toContain(name);
  });

  test('the chance of at least a typed number, and of two years running, are the model’s; a word asks for a number', async () => {
    const { page, ask } = opened;
    const { forecast } = await shownTo(ask);
    const { years } = forecast();
    const year = years.years.find(({ lastDay }) => lastDay === '2030-03-31')!;
    const { from, pmf } = year.piInPost;
    const chance = pmf.reduce((sum, mass, place) => sum + (from + place >= 28 ? mass : 0), 0);
    const field = page.getByLabel('At least', { exact: true });
    await field.fill('28');
    await expect
      .poll(() => page.getByText(/^The chance of at least 28 named/).innerText())
      .toContain(`31 March 2030 is ${Math.round(chance * 100)}%, `);
    await expect.poll(() => new URL(page.url()).search).toBe('?n=28');
    await field.fill('many');
    await page.getByText(/Type a whole number from 1 to/).waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?n=28');
    await page.getByLabel('Gained in 2029/30, at least', { exact: true }).fill('1');
    await page
      .getByText(/^The chance of at least \d+ first-time PIs? in 2028\/29 and at least 1 in 2029\/30 is/)
      .waitFor();
    await expect.poll(() => new URL(page.url()).search).toContain('second=1');
  });

  test('what moves the answer, what of the doubt is chance, and what would be worth finding out', async () => {
    const { page } = await open('large', '/pipeline');
    await page.getByRole('heading', { name: /moves the answer most$/ }).waitFor(settled);
    await page.getByText(/^Worth finding out first: .* Record /).waitFor();
    const button = page.getByRole('button', { name: /^Download CSV: .* of the doubt is chance/ });
    const [, ...rows] = await downloadedCsv(page, () => button.click());
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBeCloseTo(1, 9);
    expect(await page.getByText(/could change your decision/).count()).toBe(0);
    await page.getByLabel('One missing PI costs as much as', { exact: true }).fill('60');
    await page.getByText(/could change your decision: (yes, worth|no\.)/).waitFor(settled);
    await expect.poll(() => new URL(page.url()).search).toBe('?missing=60');
    await page.getByLabel('People of one intake do well or badly together').check();
    await page.getByText(/chance, not knowing these rates and what the people of one intake share/).waitFor();
    await page.getByLabel(/^Hold starts to supervisor slots/).uncheck();
    await expect.poll(() => new URL(page.url()).search).toBe('?missing=60&intakes=true&held=false');
    await page.getByRole('button', { name: 'Chance, and not knowing the rates' }).click();
    const panel = page.locator('.pt-panel--outlined');
    expect(await panel.innerText()).toContain(
      'correlation between two of them to complete 3%, an assumption',
    );
  });
});

describe('the forecast of the small trust', () => {
  test('says something useful at three learners: a chance, and what to record in place of a back-test', async () => {
    const { page, ask } = await open('small', '/pipeline?by=2028-03-31');
    const { shown, forecast } = await shownTo(ask);
    const year = forecast().years.years.find(({ lastDay }) => lastDay === '2028-03-31')!;
    const { from, pmf } = year.byThen.piGained;
    expect(from).toBe(0);
    const oneIn = Math.round(1 / (1 - pmf[0]!));
    const said = await answerOf(page);
    expect(said).toMatch(
      new RegExp(`^An? (1 in ${oneIn}|\\d+%) chance of a first-time PI by 31 March 2028\\.`),
    );
    expect(said).toContain(`today ${shown.namedPi}.`);
    await page.getByText('Based on national assumptions').waitFor(settled);
    await page.getByText(/Record first: the first and the last day of every Co-I and PI role/).waitFor();
  });
});

describe('on any screen', () => {
  test.each(['large', 'small'] as const)(
    'the page of the %s trust fits 1280 and 390 and breaks no rule of accessibility',
    async (trust) => {
      const { page } = await open(trust, '/pipeline?keeping=90&working=pi');
      await page.getByRole('heading', { name: /moves the answer most$/ }).waitFor(settled);
      await page.getByRole('table', { name: /^People at each step/ }).waitFor(settled);
      expect(await drawnWidth(page)).toBeLessThanOrEqual(1280);
      await expectNoAxeViolations(page);
      await takePicture(page, `pipeline-${trust}-1280`);
      await page.setViewportSize({ width: 390, height: 800 });
      await page.getByText('Levers moved').waitFor();
      expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
      await takePicture(page, `pipeline-${trust}-390`);
    },
  );
});

describe('when the server refuses', () => {
  test('the page says so and offers to try again, and then draws', async () => {
    browser.allowConsoleErrors(/500|Something went wrong/);
    const page = await browser.openPage('/', { as: 'research' });
    const fault = {
      error: {
        message: 'Something went wrong.',
        code: -32603,
        data: { code: 'internal-error', httpStatus: 500 },
      },
    };
    await page.route('**/api/trpc/*pipeline.inputs*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/json',
        body: JSON.stringify([fault, fault]),
      }),
    );
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Pipeline' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Something went wrong');
    await page.unroute('**/api/trpc/*pipeline.inputs*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.pt-answer').waitFor(settled);
  });
});
