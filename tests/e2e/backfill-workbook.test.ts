import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { columnOf, openWorkbook, sheetNamed, type OpenBook } from '../support/open-workbook.ts';
import { recalculated } from '../support/recalculate.ts';
import { downloadedFile, openInTrust, type TrustPage } from '../support/trust-page.ts';

const browser = useBrowser();

type Page = TrustPage['page'];

async function downloadedBook(page: Page, label: string): Promise<{ name: string; book: OpenBook }> {
  const { name, bytes } = await downloadedFile(page, () => page.getByRole('button', { name: label }).click());
  return { name, book: await openWorkbook(bytes) };
}

/** The last cell of columns, worked out anew, in pence. */
function totalsOf(book: OpenBook, columns: readonly (readonly [sheet: string, letter: string])[]): number[] {
  const now = recalculated(book);
  return columns.map(([sheet, letter]) => {
    const row = 4 + columnOf(sheetNamed(book, sheet), 'Cover cost').length;
    return Math.round((now.get(`${sheet}!${letter}${row}`) ?? NaN) * 100);
  });
}

test('the workbook of cover recalculated comes to the pounds of the page, and nobody’s name is in it', async () => {
  const { page, ask } = await openInTrust(browser, 'small', '/backfill?by=week', { as: 'finance' });
  await page.locator('.pt-answer').waitFor();
  const { summary, dataCut } = await ask.backfill.summary.query({ basis: 'trust' });
  const total = summary.byYear.reduce((sum, { costPence }) => sum + costPence, 0);
  const said = /Adds up to £([\d,]+\.\d\d) over/.exec(await page.getByRole('tabpanel').innerText())?.[1];
  expect(said?.replaceAll(',', '')).toBe((total / 100).toFixed(2));

  const { name, book } = await downloadedBook(page, 'Download Excel: Cover to book: what cover costs');
  expect(name).toBe(`cover-${dataCut}.xlsx`);
  const sums = [
    ['Cost lines', 'H'],
    ['Weeks', 'F'],
    ['Months', 'B'],
    ['Years', 'F'],
  ] as const;
  expect(totalsOf(book, sums)).toEqual(sums.map(() => total));
  const used = columnOf(sheetNamed(book, 'Assumptions and filters'), 'Name').map((cell) => cell?.text);
  expect(used.slice(0, 2)).toEqual(['Cost basis', 'Shown by']);
  expect(used.length).toBeGreaterThan(10);
  const about = columnOf(sheetNamed(book, 'About'), 'Value').map((cell) => cell?.text);
  expect(about).toEqual(expect.arrayContaining(['Cover to book', 'Finance', page.url()]));

  const { people } = await ask.release.team.query({ teamId: summary.toBook[0]?.teamId ?? '' });
  const { book: week } = await downloadedBook(page, 'Download Excel: Cover by week');
  const weeks = sheetNamed(week, 'Cover by week');
  expect(columnOf(weeks, 'Week from')).toHaveLength(summary.byWeek.length + 1);
  expect(columnOf(weeks, 'Cover cost (£)').at(-1)?.number).toBe(total / 100);
  const everything = [...book.parts.values(), ...week.parts.values()].join();
  expect(people.length).toBeGreaterThan(0);
  for (const person of people) expect(everything).not.toContain(person.name);
});
