import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costByLearner } from '../../shared/backfill/cost-by.ts';
import { openBook } from '../../shared/budget/book.ts';
import { budgetSummary, byTeam } from '../../shared/budget/budget-summary.ts';
import type { Journal } from '../../shared/budget/journal.ts';
import { sumOf } from '../../shared/budget/line.ts';
import { monthEnd, standing } from '../../shared/budget/month-end.ts';
import { byCentre, byMonth, byYear, incomeBySource } from '../../shared/budget/month-table.ts';
import { recharges } from '../../shared/budget/recharge.ts';
import {
  notInLedger,
  reconcile,
  withoutLedger,
  type BankMonth,
  type LedgerLine,
} from '../../shared/budget/reconcile.ts';
import { spreadTable } from '../../shared/budget/spread-table.ts';
import { varianceByCause } from '../../shared/budget/variance.ts';
import { netFees } from '../../shared/backfill/course-fees.ts';
import { addMonthsTo, asMonth } from '../../shared/calendar/month.ts';
import { feesLedger } from '../../shared/funding/fees-ledger.ts';
import { anyMoney, planFrom } from '../support/budget.ts';

const ask = { month: null, deMinimis: 0, variance: null };

describe('one sum cut every way, over random plans with fees, income, codes and shifts', () => {
  it('cost by cost centre = by team = by month = by kind = total, to the penny', () => {
    fc.assert(
      fc.property(anyMoney, ({ inputs }) => {
        const book = openBook(inputs);
        const total = sumOf(book.lines, ({ accruedPence }) => accruedPence);
        const forecast = (rows: readonly { readonly forecast: number }[]): number =>
          sumOf(rows, (row) => row.forecast);
        expect(forecast(byYear(book))).toBe(total);
        expect(forecast(byMonth(book))).toBe(total);
        expect(forecast(byCentre(book))).toBe(total);
        expect(forecast(byTeam(book))).toBe(total);
        for (const row of [...byYear(book), ...byMonth(book), ...byCentre(book)]) {
          expect(row.cover + row.fees + row.income).toBe(row.forecast);
          expect(row.actual + row.notKnown + row.ahead).toBe(row.forecast);
        }
        const income = 0 - sumOf(byYear(book), (year) => year.income);
        expect(sumOf(incomeBySource(book), ({ earned, toCome }) => earned + toCome)).toBe(income);
      }),
      { numRuns: 60 },
    );
  });

  it('and by learner: cover, fees and income of every learner are those of the plan', () => {
    fc.assert(
      fc.property(anyMoney, ({ teams, inputs }) => {
        const book = openBook({ ...inputs, shifts: [], units: [] });
        const byLearner = teams.flatMap(({ plan, answer }) => [
          ...costByLearner(answer.wardInputs!, answer.ward!.costLines).map(({ costPence }) => costPence),
          ...plan.fees.map(netFees),
        ]);
        expect(sumOf(byLearner, (pence) => pence)).toBe(sumOf(book.lines, (line) => line.accruedPence));
      }),
      { numRuns: 60 },
    );
  });

  it('fees less income are the fees ledger in every month, on accruals and in cash', () => {
    fc.assert(
      fc.property(anyMoney, ({ teams, inputs }) => {
        const months = new Map(byMonth(openBook(inputs)).map((row) => [row.month, row]));
        const cover = new Map(
          byMonth(openBook({ ...inputs, teams: inputs.teams.map((team) => ({ ...team, fees: [] })) })).map(
            (row) => [row.month, row.cash],
          ),
        );
        for (const { month, accruedPence, invoicedPence } of feesLedger(
          teams.flatMap(({ plan }) => plan.fees),
        )) {
          const row = months.get(month)!;
          expect(row.fees + row.income).toBe(accruedPence);
          expect(row.cash - cover.get(month)!).toBe(invoicedPence);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a line without codes keeps its pounds and is listed with what it lacks', () => {
    fc.assert(
      fc.property(anyMoney, ({ inputs }) => {
        const book = openBook(inputs);
        const { unmapped } = budgetSummary(book, ask);
        for (const lacks of ['cost-centre', 'funding-code'] as const) {
          const without = book.lines.filter(
            (line) => (lacks === 'cost-centre' ? line.costCentre : line.fundingCode) === null,
          );
          const listed = unmapped.filter((row) => row.lacks === lacks);
          expect(sumOf(listed, ({ pence }) => pence)).toBe(sumOf(without, (line) => line.accruedPence));
        }
      }),
      { numRuns: 40 },
    );
  });
});

function balance(journals: readonly Journal[]): number[] {
  const sums = new Map<string, number>();
  for (const { code, account, debit, credit } of journals.flatMap(({ lines }) => lines)) {
    const key = JSON.stringify([code, account]);
    sums.set(key, (sums.get(key) ?? 0) + debit - credit);
  }
  return [...sums.values()].filter((sum) => sum !== 0);
}

const months = Array.from({ length: 14 }, (_, index) => addMonthsTo(asMonth('2027-06'), index));

describe('the journals of a month', () => {
  it('each has two sides of one sum above zero', () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom(...months), ({ inputs }, month) => {
        const { journals, below } = monthEnd(
          { lines: openBook(inputs).lines, unbilled: [], deMinimis: 5_000 },
          month,
        );
        for (const { pence, lines } of [...journals, ...below]) {
          expect(pence).toBeGreaterThan(0);
          expect(sumOf(lines, ({ debit }) => debit)).toBe(pence);
          expect(sumOf(lines, ({ credit }) => credit)).toBe(pence);
        }
        expect(journals.every(({ pence }) => pence >= 5_000)).toBe(true);
        expect(below.every(({ pence }) => pence < 5_000)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('what stands at a month’s end is booked back the month after, code by code and account by account', () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom(...months), ({ inputs }, month) => {
        const made = { lines: openBook(inputs).lines, unbilled: [], deMinimis: 2_000 };
        const next = monthEnd(made, addMonthsTo(month, 1)).journals.filter(({ isReversal }) => isReversal);
        const stood = monthEnd(made, month).journals.filter(
          ({ kind, isReversal }) => kind !== 'recharge' && !isReversal,
        );
        expect(next).toHaveLength(stood.length);
        expect(balance([...stood, ...next])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('what stands is what was paid less what was used, so that nothing stands once every course is over', () => {
    fc.assert(
      fc.property(anyMoney, ({ inputs }) => {
        const { lines } = openBook(inputs);
        const made = { lines, unbilled: [], deMinimis: 0 };
        expect(standing(made, asMonth('2035-01'))).toEqual([]);
        for (const month of months) {
          const until = lines.filter((line) => line.month <= month && line.kind !== 'cover');
          const held = standing(made, month).flatMap(({ lines: sides }) =>
            sides.filter(({ account }) => account !== 'fees' && account !== 'income'),
          );
          expect(sumOf(held, ({ debit, credit }) => debit - credit)).toBe(
            sumOf(until, ({ cashPence, accruedPence }) => cashPence - accruedPence),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('the recharge is nil over the trust, and no code pays itself', () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom(...months), ({ inputs }, month) => {
        const journals = recharges(openBook(inputs).lines, month);
        const sides = journals.flatMap(({ lines }) => lines);
        expect(sumOf(sides, ({ debit, credit }) => debit - credit)).toBe(0);
        for (const { lines } of journals) expect(lines[0].code).not.toBe(lines[1].code);
      }),
      { numRuns: 60 },
    );
  });
});

/** At most a penny for each ten-thousandth of a minute: no hour of the bank costs more. */
const band = fc
  .record({
    band: fc.constantFrom('5', '6', '7'),
    minuteBp: fc.integer({ min: 0, max: 900_000_000 }),
    share: fc.integer({ min: 0, max: 1_000 }),
  })
  .map(({ share, ...own }) => ({ ...own, pence: Math.floor((own.minuteBp * share) / 1_000) }));
const spent = fc.record({
  askedMinutes: fc.integer({ min: 0, max: 900_000 }),
  bands: fc.uniqueArray(band, { maxLength: 3, selector: (one) => one.band }),
});

describe('variance by cause', () => {
  it('hours, fill, mix and rate add up to the difference to the penny', () => {
    fc.assert(
      fc.property(spent, spent, (planned, actual) => {
        const { plannedPence, actualPence, hours, fill, mix, rate } = varianceByCause(planned, actual);
        expect(hours + fill + mix + rate).toBe(actualPence - plannedPence);
      }),
    );
  });

  it('what is spent as planned has no cause', () => {
    fc.assert(
      fc.property(spent, (planned) => {
        const priced = planned.bands.filter(({ minuteBp }) => minuteBp > 0);
        const same = { ...planned, bands: priced };
        expect(varianceByCause(same, same)).toMatchObject({ hours: 0, fill: 0, mix: 0, rate: 0 });
      }),
    );
  });
});

const month = fc.constantFrom(asMonth('2027-09'), asMonth('2027-10'));
const centre = fc.constantFrom('C1', 'C2', 'C3');
const bankMonth: fc.Arbitrary<BankMonth> = fc
  .record({
    costCentre: fc.option(centre),
    month,
    pence: fc.integer({ min: 0, max: 9_000 }),
    share: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ share, ...one }) => ({ ...one, studyPence: Math.floor((one.pence * share) / 10) }));
const ledgerLine: fc.Arbitrary<LedgerLine> = fc.record({
  period: month,
  costCentre: centre,
  subjectiveCode: fc.constant('5200'),
  analysisCode: fc.constant(null),
  description: fc.constant('Bank'),
  pence: fc.integer({ min: -5_000, max: 9_000 }),
  journalReference: fc.constant('J'),
});

describe('the ledger beside our shifts', () => {
  it('every pound of both is in one row, and what is unexplained is the whole difference', () => {
    fc.assert(
      fc.property(
        fc.array(bankMonth, { maxLength: 8 }),
        fc.array(ledgerLine, { maxLength: 8 }),
        (bank, ledger) => {
          const rows = reconcile(bank, ledger);
          const [ours, theirs] = [sumOf(rows, (row) => row.ours), sumOf(rows, (row) => row.theirs)];
          const apart = sumOf(withoutLedger(bank, ledger), ({ pence }) => pence);
          expect(ours + apart).toBe(sumOf(bank, ({ pence }) => pence));
          expect(theirs).toBe(sumOf(ledger, ({ pence }) => pence));
          expect(sumOf(rows, ({ unexplained }) => unexplained)).toBe(theirs - ours);
          expect(
            rows.filter(({ state }) => state === 'matched').every(({ unexplained }) => unexplained === 0),
          ).toBe(true);
        },
      ),
    );
  });

  it('no more is accrued than was worked for study, and nothing in a month without a ledger', () => {
    fc.assert(
      fc.property(
        fc.array(bankMonth, { maxLength: 8 }),
        fc.array(ledgerLine, { maxLength: 3 }),
        (bank, ledger) => {
          for (const { costCentre, month: at, pence } of notInLedger(bank, ledger)) {
            const own = bank.filter((one) => one.costCentre === costCentre && one.month === at);
            expect(pence).toBeGreaterThan(0);
            expect(pence).toBeLessThanOrEqual(sumOf(own, ({ studyPence }) => studyPence));
            expect(ledger.some(({ period }) => period === at)).toBe(true);
          }
        },
      ),
    );
  });
});

it('a table of pence keeps the sums of its rows and of its columns, and no cell is below zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(9_999), { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
      (cells) => {
        const rows = cells.map((row) => sumOf(row, (cell) => cell));
        const columns = [0, 1, 2].map((at) => sumOf(cells, (row) => row[at] ?? 0));
        const table = spreadTable(rows, columns);
        expect(table.map((row) => sumOf(row, (cell) => cell))).toEqual(rows);
        expect([0, 1, 2].map((at) => sumOf(table, (row) => row[at] ?? 0))).toEqual(columns);
        expect(table.flat().every((cell) => cell >= 0)).toBe(true);
      },
    ),
  );
});

it('shifts of before the plan begins are actual, those after it are booked and in no forecast', () => {
  fc.assert(
    fc.property(anyMoney, ({ inputs }) => {
      const book = openBook(inputs);
      const worked = inputs.shifts.filter(({ date }) => date < planFrom);
      const cover = book.lines.filter(({ kind, stage }) => kind === 'cover' && stage === 'actual');
      expect(sumOf(cover, (line) => line.accruedPence)).toBe(sumOf(worked, ({ costPence }) => costPence));
      expect(sumOf(book.booked, (line) => line.accruedPence)).toBe(
        sumOf(inputs.shifts, ({ costPence }) => costPence) - sumOf(worked, ({ costPence }) => costPence),
      );
    }),
    { numRuns: 40 },
  );
});
