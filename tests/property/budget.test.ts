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
import type { BankShift } from '../../shared/budget/bank-shift.ts';
import { bookedByTeam } from '../../shared/budget/booked.ts';
import { addDays } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { moneyOfTeam, overBothYears } from '../../shared/scenario/budget-of-plan.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { ScenarioInputs } from '../../shared/scenario/scenario-inputs.ts';
import { addMonthsTo, asMonth } from '../../shared/calendar/month.ts';
import { feesLedger } from '../../shared/funding/fees-ledger.ts';
import { allYears, anyMoney, planFrom } from '../support/budget.ts';
import { scenarioOf, stressPlan } from '../support/plans.ts';

const nothing = {
  planFrom,
  years: allYears,
  teams: [],
  codes: [],
  budgets: [],
  shifts: [],
  units: [],
  ledgerLines: [],
};

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

  it('what is paid to the university is no line of income, journal or recharge, and with income it is all that funds the fees', () => {
    fc.assert(
      fc.property(anyMoney, ({ teams, inputs }) => {
        const book = openBook(inputs);
        const { income, inKind, payeeNotKnown } = budgetSummary(book, ask);
        expect(income.some(({ source }) => source === 'nihr-bursary')).toBe(false);
        expect(inKind.every(({ source }) => source === 'nihr-bursary')).toBe(true);
        const fees = teams.flatMap(({ plan }) =>
          plan.fees.map((line, at) => ({ line, ...plan.feesOfLearners![at]! })),
        );
        const funded = (sources: readonly (string | null)[]): number =>
          sumOf(
            fees.filter(({ source }) => sources.includes(source)),
            ({ line }) => line.bursaryPence * line.bursaryCount,
          );
        expect(sumOf(inKind, ({ pence }) => pence)).toBe(funded(['nihr-bursary']));
        expect(sumOf(income, ({ earned, toCome }) => earned + toCome)).toBe(
          funded([null, 'charity', 'levy']),
        );
        expect(payeeNotKnown).toBe(funded([null, 'levy']));
        // The same fees paid to the trust: the net is the same in every month, gross fees and income are both more.
        const ours = openBook({
          ...inputs,
          teams: inputs.teams.map((team) => ({
            ...team,
            fees: team.fees.map((fee) => ({ ...fee, payee: 'trust' as const })),
          })),
        });
        expect(byMonth(book).map(({ forecast, cash }) => [forecast, cash])).toEqual(
          byMonth(ours).map(({ forecast, cash }) => [forecast, cash]),
        );
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

it('shifts of before the plan begins are actual, those after it are committed and part of the forecast once', () => {
  fc.assert(
    fc.property(anyMoney, ({ inputs }) => {
      const book = openBook(inputs);
      const [worked, booked] = [true, false].map((isOver) =>
        sumOf(
          inputs.shifts.filter(({ date }) => date < planFrom === isOver),
          ({ costPence }) => costPence,
        ),
      );
      const cover = book.lines.filter(({ kind }) => kind === 'cover');
      const of = (stage: string, committed: boolean): number =>
        sumOf(
          cover.filter((line) => line.stage === stage && line.committed === committed),
          (line) => line.accruedPence,
        );
      expect(of('actual', true)).toBe(worked);
      expect(of('ahead', true)).toBe(booked);
      const without = openBook({ ...inputs, shifts: inputs.shifts.filter(({ date }) => date < planFrom) });
      expect(sumOf(byYear(book), ({ forecast }) => forecast)).toBe(
        sumOf(byYear(without), ({ forecast }) => forecast) + booked!,
      );
    }),
    { numRuns: 40 },
  );
});

describe('bookings made', () => {
  /** A week's bookings of one team: minutes a shift, on days of the plan. */
  const bookings = fc.array(
    fc.record({
      reference: fc.uuid(),
      day: fc.integer({ min: 0, max: 120 }),
      minutes: fc.constantFrom(0, 90, 450, 690),
      costPence: fc.integer({ min: 0, max: 40_000 }),
    }),
    { maxLength: 12 },
  );
  const plan = (fillBp: number): ScenarioInputs => {
    const patterns = [{ weeklyMinutes: 450, start: planFrom, weeks: 20, breakWeeks: [] }];
    const stress = stressPlan([{ id: 'a', count: 3, lapseBp: 0, patterns }]);
    const team = { ...stress.team, studyHeadroomMinutes: 100, fillBp };
    return { ...scenarioOf([{ ...stress, team }]), dataCut: planFrom };
  };
  const shiftsOf = (all: readonly { reference: string; day: number; minutes: number; costPence: number }[]) =>
    all.map(({ day, ...shift }): BankShift => ({
      ...shift,
      ...{ unit: 'ward', teamId: 'ward-7', band: '5', askedMinutes: shift.minutes },
      date: addDays(planFrom, day),
    }));

  it('an hour booked is never planned again: booked, still to fill and unfilled are the need of every week', () => {
    fc.assert(
      fc.property(bookings, fc.integer({ min: 0, max: 10_000 }), (all, fillBp) => {
        const booked = bookedByTeam(shiftsOf(all), planFrom);
        const [free, netted] = [overBothYears(plan(fillBp)), overBothYears(plan(fillBp), booked)].map(
          (inputs) => evaluateScenario(inputs, publishedParameters).teams[0]!.ward!,
        );
        const weeks = booked.get('ward-7') ?? {};
        for (const [at, { monday, need, filled, unfilled }] of netted!.weeks.entries()) {
          expect(need).toBe(free!.weeks[at]!.need);
          const taken = Math.min(need, weeks[monday] ?? 0);
          const lines = netted!.costLines.filter((line) => line.monday === monday);
          expect(sumOf(lines, ({ needMinutes }) => needMinutes)).toBe(need - taken);
          expect(filled).toBe(taken * 10_000 + sumOf(lines, (line) => line.needMinutes * line.fillBp));
          expect(filled + unfilled).toBe(need * 10_000);
        }
        expect(netted!.totals.costPence).toBeLessThanOrEqual(free!.totals.costPence);
      }),
      { numRuns: 40 },
    );
  });

  it('booking what the plan would buy, at its price, leaves the forecast where it was but for pennies of rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 8 }), (weeks) => {
        const inputs = plan(10_000);
        const forecast = (shifts: readonly BankShift[]): number => {
          const over = overBothYears(inputs, bookedByTeam(shifts, planFrom));
          const answer = evaluateScenario(over, publishedParameters).teams[0]!;
          const team = moneyOfTeam(over.teams[0]!, answer, planFrom);
          const book = openBook({ ...nothing, teams: [{ ...team, fees: [] }], shifts });
          return sumOf(byYear(book), (year) => year.forecast);
        };
        const shifts = weeks.map((week, at): BankShift => {
          const date = addDays(planFrom, 7 * week);
          const ratePence = date < '2028-04-01' ? 2640 : 2706;
          const own = { reference: `${at}`, unit: 'ward', teamId: 'ward-7', band: '5' };
          return { ...own, date, minutes: 60, askedMinutes: 60, costPence: ratePence };
        });
        expect(Math.abs(forecast(shifts) - forecast([]))).toBeLessThanOrEqual(shifts.length);
      }),
      { numRuns: 30 },
    );
  });

  it('what is still to book is the need less what is booked, week by week, and never below nothing', () => {
    fc.assert(
      fc.property(bookings, (all) => {
        const inputs = plan(8_500);
        const booked = bookedByTeam(shiftsOf(all), planFrom);
        const answer = evaluateScenario(inputs, publishedParameters);
        const rosters = { trust: null, teams: {}, booked };
        const until = addDays(planFrom, 49);
        const summary = backfillSummary(inputs, answer, until, publishedParameters, rosters);
        const weeks = answer.teams[0]!.ward!.weeks.filter(({ monday }) => monday <= until);
        const taken = weeks.map(({ monday, need }) => Math.min(need, booked.get('ward-7')?.[monday] ?? 0));
        expect(summary.bookedMinutes).toBe(sumOf(taken, (minutes) => minutes));
        expect(sumOf(summary.toBook, ({ neededMinutes }) => neededMinutes)).toBe(
          sumOf(weeks, ({ need }) => need) - summary.bookedMinutes,
        );
        for (const { neededMinutes, boughtMinutes } of summary.toBook) {
          expect(neededMinutes).toBeGreaterThan(0);
          expect(boughtMinutes).toBeGreaterThanOrEqual(neededMinutes);
        }
      }),
      { numRuns: 40 },
    );
  });
});
