import { describe, expect, test } from 'vitest';
import { qualityWords } from '../../shared/research/data-quality.ts';
import { everyStudy } from '../../shared/research/study-question.ts';
import { expectSoundAtBothWidths, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName } from '../support/trust-page.ts';

const browser = useBrowser();
const all = { ...everyStudy, page: null };

async function open(trust: SampleName, path: string) {
  const { page, ask } = await openInTrust(browser, trust, path, { as: 'research' });
  await page.locator('.pt-answer').waitFor();
  return { page, ask, shown: await ask.research.summary.query() };
}

describe.each(['large', 'small'] as const)('research activity of the %s trust', (trust) => {
  test('says who is named, which studies are behind, what wants a PI and what to put right', async () => {
    const { page, ask, shown } = await open(trust, '/research');
    const said = await page.locator('.pt-answer').innerText();
    const { all: people } = shown.headcount;
    expect(people.total).toBeGreaterThan(5);
    expect(said).toContain(`${people.total} people are named on a delegation log on 20 November 2026`);
    expect(said).toContain(`${people.byRole.pi} PIs`);
    const { held, open: openStudies } = shown.coverage;
    expect(said).toContain(`delegation record held for ${held} of ${openStudies} open studies`);
    const losing = page.getByRole('table', { name: /^Studies that lose their PI/ });
    expect(await losing.locator('tbody tr').count()).toBe(Math.max(1, Math.min(50, shown.losses.length)));

    const { behind, openings, outlook, quality } = await ask.research.activity.query();
    const late = page.getByRole('table', { name: /^Studies behind target/ });
    await late.waitFor();
    expect(behind.length).toBeGreaterThan(0);
    const number = (value: number): string => value.toLocaleString('en-GB');
    for (const { reference, target, elapsedDays, windowDays, due, recruited } of behind.slice(0, 3)) {
      const row = await late.getByRole('row', { name: new RegExp(`^${reference}`) }).innerText();
      expect(row).toContain(`${number(target)} × ${number(elapsedDays)} ÷ ${number(windowDays)} = `);
      expect(row.split(/\s+/)).toEqual(expect.arrayContaining([due, recruited, due - recruited].map(number)));
    }
    const wanted = page.getByRole('table', { name: /^Studies that want a PI/ });
    expect(await wanted.locator('tbody tr').count()).toBe(Math.max(1, openings.length));
    const grow = page.getByRole('table', { name: /^Openings against people ready/ });
    expect(await grow.locator('tbody tr').count()).toBe(Math.max(1, outlook.length));
    const faults = quality.filter(({ count }) => count > 0);
    expect(await page.getByText(/: \d+ stud(y|ies)$/).count()).toBeGreaterThanOrEqual(faults.length);
    const { lastYear } = (await ask.research.activity.query()).participants;
    await page.getByRole('heading', { name: `${number(lastYear)} participants recorded in` }).waitFor();

    const [{ kind, count }] = faults as [(typeof faults)[number]];
    await page.getByText(`${qualityWords[kind].what}: ${count} stud`).click();
    await page.getByRole('link', { name: 'In the list of studies' }).first().click();
    const list = page.getByRole('table', { name: /^Register of studies/ });
    await expect.poll(() => list.locator('tbody tr').count()).toBe(count);
    await expect.poll(() => new URL(page.url()).search).toBe(`?fault=${kind}`);
    await list.getByRole('button', { name: 'Title' }).click();
    await expect.poll(() => new URL(page.url()).search).toContain('sort=title');
  });
});

describe('research activity', () => {
  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    const { page } = await open('large', '/research');
    await page.getByRole('table', { name: /^Studies behind target/ }).waitFor();
    await expectSoundAtBothWidths(page, 'research-large');
  });

  test('counts research-active people by its definition, each once, small groups hidden', async () => {
    const { page, ask } = await open('large', '/research/people?by=team');
    const { headcounts } = await ask.research.people.query();
    expect(await page.locator('.pt-answer').innerText()).toContain(
      `${headcounts.team.people} people are research-active`,
    );
    await page.getByLabel('Count people by').selectOption('staff-group');
    const table = page.getByRole('table', { name: /^Research-active people by staff group/ });
    await table.waitFor();
    const { groups, people } = headcounts['staff-group'];
    const counted = groups.filter(({ people: count }) => count !== null);
    const hidden = counted.length < groups.length ? 1 : 0;
    expect(await table.locator('tbody tr').count()).toBe(counted.length + hidden + 1);
    expect(await table.getByRole('row', { name: /^All groups/ }).innerText()).toContain(String(people));
    await expectSoundAtBothWidths(page, 'research-people');
  });
});

describe('the list of studies', () => {
  test('filters by what the address says, searches, downloads what it found, and clears', async () => {
    const { page, ask } = await open('large', '/research?status=open&log=not-held');
    const { studies, all: count } = await ask.research.studies.query(all);
    const wanted = studies.filter(({ status, delegationLogHeld }) => status === 'open' && !delegationLogHeld);
    expect(wanted.length).toBeGreaterThan(1);
    const table = page.getByRole('table', { name: /^Register of studies/ });
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(wanted.length);
    const button = page.getByRole('button', { name: 'Download CSV: Register of studies' });
    const [headings, ...rows] = await downloadedCsv(page, () => button.click());
    expect(headings?.slice(0, 2)).toEqual(['Reference', 'Title']);
    expect(rows.map(([reference]) => reference)).toEqual(wanted.map(({ reference }) => reference));
    await page.getByLabel('Search', { exact: true }).fill(wanted[0]!.reference);
    await expect.poll(() => table.locator('tbody tr').count()).toBe(1);
    await page.getByLabel('Commercial', { exact: true }).selectOption('commercial');
    await expect.poll(() => new URL(page.url()).search).toContain('funding=commercial');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect.poll(() => table.locator('tbody tr').count()).toBe(Math.min(50, count));
  });

  test('opens a study with everybody on its log; the address holds no name; not held is not nobody', async () => {
    const { page, ask } = await open('large', '/research');
    const { studies } = await ask.research.studies.query(all);
    const study = studies.slice(0, 50).find(({ leads, status }) => leads.length > 0 && status === 'open')!;
    const table = page.getByRole('table', { name: /^Register of studies/ });
    await table.getByRole('link', { name: study.reference, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: study.title }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/research/${study.id}`);
    await page.getByRole('table', { name: /^People on the log/ }).waitFor();
    expect(await page.locator('.pt-answer').innerText()).toContain(study.leads[0]);
    await expectSoundAtBothWidths(page, 'research-study');
    const notHeld = studies.find(({ delegationLogHeld }) => !delegationLogHeld)!;
    await page.goto(`/research/${notHeld.id}`);
    await page.getByText('Not known is not nobody.').waitFor();
    expect(await page.getByRole('table', { name: /^People on the log/ }).count()).toBe(0);
  });
});
