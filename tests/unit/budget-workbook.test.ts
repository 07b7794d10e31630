import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { budgetBook } from '../../client/budget/workbook.ts';
import { workbookFile } from '../../client/format/workbook-file.ts';
import { workbookOf } from '../../client/format/workbook.ts';
import { budgetSummary, type BudgetSummary } from '../../shared/budget/budget-summary.ts';
import { openBook } from '../../shared/budget/book.ts';
import { sumOf } from '../../shared/budget/line.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { budgetLines } from '../../shared/scenario/budget-lines.ts';
import { anyMoney, years, type AnyTeam } from '../support/budget.ts';
import type { BookInputs } from '../../shared/budget/book.ts';
import { inGnumeric, withGnumeric } from '../support/gnumeric.ts';
import { columnOf, openWorkbook, sheetNamed, type OpenBook } from '../support/open-workbook.ts';
import { columnNumber, recalculated } from '../support/recalculate.ts';

const madeOn = asPlainDate('2026-11-21');
const names = { a: 'Ward A', b: '=cmd|ward B' };

type Money = { readonly teams: readonly AnyTeam[]; readonly inputs: BookInputs };

async function bookOfMoney({ teams, inputs }: Money): Promise<{ summary: BudgetSummary; bytes: Uint8Array }> {
  const book = openBook({ ...inputs, years });
  const summary = budgetSummary(book, { month: asMonth('2027-10'), deMinimis: 0, variance: null });
  const { tables } = budgetBook(summary, names, budgetLines({ book, teams }));
  return { summary, bytes: await workbookFile(workbookOf('Budget', madeOn, tables)) };
}

const pence = (pounds: number | null | undefined): number => Math.round((pounds ?? NaN) * 100) + 0;

/** Each check's sum and its difference, worked out anew. */
function checksOf(book: OpenBook): readonly (readonly [number, number])[] {
  const now = recalculated(book);
  return columnOf(sheetNamed(book, 'Checks'), 'Forecast').map((_, at) => [
    pence(now.get(`Checks!B${5 + at}`)),
    pence(now.get(`Checks!C${5 + at}`)),
  ]);
}

const whole = ({ totals }: BudgetSummary): number => sumOf(totals, ({ forecast }) => forecast);

describe('the workbook of the budget', () => {
  it('recalculated comes to the forecast by line, month, year, kind, team and centre, over random plans', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoney, async (money) => {
        const { summary, bytes } = await bookOfMoney(money);
        const checks = checksOf(await openWorkbook(bytes));
        expect(checks).toEqual(checks.map(() => [whole(summary), 0]));
      }),
      { numRuns: 6 },
    );
  });

  describe('of one plan', () => {
    /** One with weeks to cover, a fee, an income and shifts in the two years. */
    const [money] = fc.sample(anyMoney, { seed: 7, numRuns: 200 }).filter(({ teams, inputs }) => {
      const book = openBook({ ...inputs, years });
      const parts = budgetLines({ book, teams }).flatMap((one) => one.parts);
      const kinds = new Set(parts.map((part) => (part.kind === 'fee' ? part.of : part.kind)));
      return ['planned', 'fees', 'income', 'shift'].every((kind) => kinds.has(kind as never));
    });
    let bytes: Uint8Array;
    let summary: BudgetSummary;
    let book: OpenBook;

    beforeAll(async () => {
      ({ bytes, summary } = await bookOfMoney(money!));
      book = await openWorkbook(bytes);
    });

    it('has a formula for the pounds of each planned week and each month of a fee, and of every kind some', () => {
      const kinds = columnOf(sheetNamed(book, 'Budget lines'), 'Kind').map((cell) => cell?.text);
      const costs = columnOf(sheetNamed(book, 'Budget lines'), 'Pounds');
      for (const [at, kind] of kinds.entries()) {
        const row = 5 + at;
        if (kind === 'Cover, planned')
          expect(costs[at]?.formula).toBe(`ROUND(ROUND(ROUND(G${row}*H${row}*I${row},8),2)*J${row},2)`);
        if (kind === 'Course fee' || kind === 'Income')
          expect(costs[at]?.formula).toBe(`ROUND(ROUND(K${row}/L${row},8),2)+M${row}`);
      }
      for (const kind of ['Cover, planned', 'Course fee', 'Income']) expect(kinds).toContain(kind);
      expect(checksOf(book)).toHaveLength(6);
    });

    it('gives every formula the value that was shown, and changed hours change the year', () => {
      const now = recalculated(book);
      for (const { name, cells } of book.sheets)
        for (const [place, { formula, number }] of cells)
          if (formula !== null)
            expect(now.get(`${name}!${place}`), `${name}!${place}`).toBeCloseTo(number ?? NaN, 6);
      const lines = sheetNamed(book, 'Budget lines');
      const at = columnOf(lines, 'Kind').findIndex((cell) => cell?.text === 'Cover, planned');
      const hours = lines.cells.get(`G${5 + at}`)!;
      const cells = new Map(lines.cells).set(`G${5 + at}`, {
        ...hours,
        number: (hours.number ?? 0) * 2 + 100,
      });
      const sheets = book.sheets.map((sheet) => (sheet === lines ? { ...lines, cells } : sheet));
      const after = recalculated({ ...book, sheets });
      expect(after.get('Checks!B6')).toBeGreaterThan(now.get('Checks!B6') ?? NaN);
      expect(pence(after.get('Checks!C6'))).toBe(0);
    });

    it('a team named like a formula is text', () => {
      const teams = columnOf(sheetNamed(book, 'Teams'), 'Team').map((cell) => cell?.text);
      expect(teams).toContain("'=cmd|ward B");
      expect(whole(summary)).not.toBe(0);
    });

    if (withGnumeric)
      it('opened and recalculated in Gnumeric, every cell is what was shown', () => {
        const sheets = inGnumeric(bytes);
        expect(sheets).toHaveLength(book.sheets.length);
        book.sheets.forEach(({ name, cells }, index) => {
          for (const [place, { number, format }] of cells) {
            const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
            const there = sheets[index]?.[Number(row) - 1]?.[columnNumber(letters) - 1] ?? '';
            if (number !== null && !format.includes('yyyy'))
              expect(Number(there), `${name}!${place}`).toBeCloseTo(number, 6);
          }
        });
      });
  });
});
