import { describe, expect, test } from 'vitest';
import { drawnWidth, expectNoAxeViolations, takePicture, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust, type SampleName } from '../support/trust-page.ts';

const browser = useBrowser();

async function open(trust: SampleName, path: string, width = 1280) {
  const { page, ask } = await openInTrust(browser, trust, path, { as: 'research', width });
  await page.locator('.pt-answer').waitFor();
  return { page, shown: await ask.research.summary.query() };
}

describe.each(['large', 'small'] as const)('research activity of the %s trust', (trust) => {
  test('says how many people are named in which role, and how far that is known', async () => {
    const { page, shown } = await open(trust, '/research');
    const said = await page.locator('.pt-answer').innerText();
    const { all } = shown.headcount;
    expect(all.total).toBeGreaterThan(5);
    expect(said).toContain(`${all.total} people are named on a delegation log on 20 November 2026`);
    expect(said).toContain(`${all.byRole.pi} PIs`);
    const { held, open: openStudies } = shown.coverage;
    expect(said).toContain(`delegation record held for ${held} of ${openStudies} open studies`);
    const total = page.getByRole('row', { name: /^All staff groups/ }).getByRole('cell');
    expect((await total.allTextContents()).at(-1)).toBe(String(all.total));
  });

  test('lists the studies that lose their PI, each with its day and reason', async () => {
    const { page, shown } = await open(trust, '/research');
    const table = page.getByRole('table', { name: /^Studies that lose their PI/ });
    expect(await table.locator('tbody tr').count()).toBe(Math.max(1, shown.losses.length));
    for (const { studyId, reason } of shown.losses) {
      const { reference } = shown.studies.find(({ id }) => id === studyId)!;
      const row = table.getByRole('row', { name: new RegExp(`^${reference} `) });
      if (reason === 'study-closes') expect(await row.innerText()).toContain('Planned close of the study');
    }
  });

  test('fits 1280 and 390, breaks no rule of accessibility, and is looked at', async () => {
    for (const width of [1280, 390]) {
      const { page } = await open(trust, '/research', width);
      expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      await expectNoAxeViolations(page);
      await takePicture(page, `research-${trust}-${width}`);
    }
  });
});

describe('the list of studies', () => {
  test('filters by what the address says, downloads what it found, and clears', async () => {
    const { page, shown } = await open('large', '/research?status=open&log=not-held');
    const wanted = shown.studies.filter(
      ({ status, delegationLogHeld }) => status === 'open' && !delegationLogHeld,
    );
    expect(wanted.length).toBeGreaterThan(1);
    const table = page.getByRole('table', { name: /^Register of studies/ });
    expect(await table.locator('tbody tr').count()).toBe(wanted.length);
    const button = page.getByRole('button', { name: 'Download CSV: Register of studies' });
    const [headings, ...rows] = await downloadedCsv(page, () => button.click());
    expect(headings?.slice(0, 2)).toEqual(['Reference', 'Title']);
    expect(rows.map(([reference]) => reference)).toEqual(wanted.map(({ reference }) => reference));
    await page.getByLabel('Commercial', { exact: true }).selectOption('commercial');
    await expect.poll(() => new URL(page.url()).search).toContain('funding=commercial');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(await table.locator('tbody tr').count()).toBe(shown.studies.length);
  });

  test('opens a study with everybody on its log; the address holds no name', async () => {
    const { page, shown } = await open('large', '/research');
    const study = shown.studies.find(({ leads, status }) => leads.length > 0 && status === 'open')!;
    await page
      .getByRole('table', { name: /^Register of studies/ })
      .getByRole('link', { name: study.reference })
      .click();
    await page.getByRole('heading', { level: 1, name: study.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/research/${study.id}`);
    await page.getByRole('table', { name: /^People on the log/ }).waitFor();
    expect(await page.locator('.pt-answer').innerText()).toContain(study.leads[0]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await drawnWidth(page)).toBeLessThanOrEqual(width);
      await expectNoAxeViolations(page);
      await takePicture(page, `research-study-${width}`);
    }
  });

  test('says that a log which is not held is not known, never nobody', async () => {
    const { page: list, shown } = await open('large', '/research');
    const study = shown.studies.find(({ delegationLogHeld }) => !delegationLogHeld)!;
    await list.goto(`/research/${study.id}`);
    await list.getByText('Not known is not nobody.').waitFor();
    expect(await list.getByRole('table', { name: /^People on the log/ }).count()).toBe(0);
  });
});
