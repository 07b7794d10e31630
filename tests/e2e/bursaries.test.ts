import { describe, expect, test } from 'vitest';
import { drawnWidth, expectNoAxeViolations, settled, takePicture, useBrowser } from '../support/browser.ts';
import { downloadedCsv, openInTrust } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

const poundsOf = (pence: number): string => `£${Math.round(pence / 100).toLocaleString('en-GB')}`;

/** To the penny, as a working shows it. */
const exactly = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

describe('bursaries of the large trust', () => {
  test('say uptake, what was left, what lapses, what could be lost and what is due, at 1280 and at 390', async () => {
    const { page, ask } = await openInTrust(browser, 'large', '/bursaries', { as: 'finance' });
    const shown = await ask.funding.show.query();
    const funnel = shown.funnel.find(({ round }) => round === '2026/27')!;
    const { accepted, of, leftPence } = funnel.uptake;
    const answer = page.locator('.pt-answer').first();
    expect(await answer.innerText()).toContain(
      `${accepted} of ${of} eligible people with a place took up the 2026/27 bursary: ${Math.round((100 * accepted) / of)}%. ${poundsOf(leftPence)} was left on the table.`,
    );
    const button = page.getByRole('button', { name: 'Download CSV: Bursary funnel by round' });
    const [, ...rows] = await downloadedCsv(page, () => button.click());
    expect(rows.map(([round, , , , , taken]) => [round, Number(taken)])).toEqual(
      shown.funnel.map((one) => [one.round, one.accepted]),
    );
    await page
      .getByLabel('The answer in four figures')
      .getByRole('link', { name: poundsOf(leftPence) })
      .click();
    const working = page.getByRole('region', { name: exactly(leftPence) });
    await working.getByText('Left on the table, 2026/27').waitFor();
    const lost = shown.cases.find(
      ({ round, award, feePence }) => round === '2026/27' && award?.lost === 'declined' && feePence !== null,
    );
    if (lost !== undefined)
      expect(await working.getByRole('row', { name: lost.name }).innerText()).toContain(
        exactly(lost.feePence!),
      );
    await expect.poll(() => page.url()).toContain('working=left_2026-27_');
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await working.waitFor({ state: 'detached' });
    await page.getByLabel('Round', { exact: true }).selectOption('2025/26');
    await page.getByText('took up the 2025/26 bursary').waitFor();
    await expect.poll(() => page.url()).toContain('2025');
    await page.getByRole('tab', { name: 'Use it or lose it' }).click();
    const [cpd] = shown.useOrLose.lapsing;
    const row = page.getByRole('row', { name: new RegExp(`^${cpd!.name} 31 Mar 2027`) });
    expect(await row.innerText()).toContain(poundsOf(cpd!.unspentPence));
    await row
      .getByRole('link', { name: poundsOf(cpd!.unspentPence) })
      .last()
      .click();
    const unspent = page.getByRole('region', { name: exactly(cpd!.unspentPence) });
    expect(await unspent.innerText()).toContain('31 March 2027');
    await unspent.getByRole('link', { name: 'Planned on it, taken off' }).click();
    await page.getByRole('region', { name: exactly(cpd!.plannedPence) }).waitFor();
    await page.getByRole('tab', { name: 'Exposure' }).click();
    const { exposure, perNamed } = await ask.funding.exposure.query({});
    await page.getByText('The most we could lose').waitFor();
    const strip = await page.getByLabel('Exposure', { exact: true }).last().innerText();
    for (const pence of [exposure.mostPence, exposure.expectedPence])
      expect(strip).toContain(poundsOf(pence));
    const said = poundsOf(Math.round(perNamed!.perPersonPence! / 10_000) * 10_000);
    await page.getByText(`About ${said} for each person named for the first time`).waitFor();
    await page.getByText('This is not what the programme caused').waitFor();
    await page.getByLabel('Cost per person named').getByRole('link', { name: said }).click();
    const each = page.getByRole('region', { name: exactly(perNamed!.perPersonPence!) });
    expect(await each.innerText()).toContain(exactly(perNamed!.expectedCostPence));
    const [first] = exposure.each.toSorted((a, b) => b.expectedPence - a.expectedPence);
    await page.goto(
      `${page.url().split('?')[0]}?view=exposure&working=exposure_expected_${first!.learnerId}`,
    );
    const chance = page.getByRole('region', { name: exactly(first!.expectedPence) });
    await chance.getByText('× chance of it').waitFor();
    expect(await chance.innerText()).toMatch(/Leav.*from \d+ \w+ \d{4}/s);
    await page.getByRole('tab', { name: 'Rounds and deadlines' }).click();
    await page.getByText('Assumption: copied from 2024/25').first().waitFor();
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto('/bursaries?view=money');
    await settled(page);
    expect(await drawnWidth(page)).toBeLessThanOrEqual(390);
    await takePicture(page, 'bursaries-390');
  });
});

describe('an award', () => {
  test('is recorded by Finance, changes the uptake, and goes again by Undo', async () => {
    const { page, ask } = await openInTrust(browser, 'small', '/bursaries?view=people', { as: 'finance' });
    const before = await ask.funding.show.query();
    const one = before.cases.find(({ award, round }) => award?.lost === null && round === '2026/27')!;
    await page.getByText('Record a step of an award').click();
    await page.getByLabel('Whose award').selectOption(one.learnerId);
    await page.getByLabel('Lost, and why').selectOption('declined');
    await page.getByRole('button', { name: 'Record the award' }).click();
    await page.getByText('Give a loss its reason and its day.').waitFor();
    await page.getByLabel('Paid on').fill('');
    await page.getByLabel('Lost on').fill('2026-10-20');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Record the award' }).click();
    await page.getByText('The award is recorded.').waitFor();
    const after = await ask.funding.show.query();
    const uptakeOf = (shown: typeof before) => shown.funnel.find(({ round }) => round === '2026/27')!.uptake;
    expect(uptakeOf(after).accepted).toBe(uptakeOf(before).accepted - 1);
    expect(uptakeOf(after).leftPence).toBe(uptakeOf(before).leftPence + (one.feePence ?? 0));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    expect((await ask.funding.show.query()).funnel).toEqual(before.funnel);
  });
});
