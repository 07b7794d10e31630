import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { feesLedger } from '../../shared/funding/fees-ledger.ts';
import { evaluateStageCost, type StageCostInputs } from '../../shared/funding/stage-cost.ts';

const day = asPlainDate;

describe('a fee of £4,000 for a course of ten months from October', () => {
  const line = {
    feePence: 400_000,
    count: 1,
    bursaryPence: 0,
    bursaryCount: 0,
    courseMonths: 10,
    firstMonth: asMonth('2027-10'),
  };
  const ledger = feesLedger([line]);

  it('is £400 a month from October to July', () => {
    expect(ledger.map(({ month }) => month)).toEqual([
      '2027-10',
      '2027-11',
      '2027-12',
      '2028-01',
      '2028-02',
      '2028-03',
      '2028-04',
      '2028-05',
      '2028-06',
      '2028-07',
    ]);
    expect(ledger.map(({ accruedPence }) => accruedPence)).toEqual(Array(10).fill(40_000));
  });

  it('invoiced in October it carries £1,600 past 31 March as a prepayment, and nothing past July', () => {
    expect(ledger.find(({ month }) => month === '2028-03')!.prepaidPence).toBe(160_000);
    expect(ledger.at(-1)!.prepaidPence).toBe(0);
  });

  it('invoiced in halves, October and May, it is an accrual in between', () => {
    const invoices = [
      { month: asMonth('2027-10'), bp: 5000 },
      { month: asMonth('2028-05'), bp: 5000 },
    ];
    const halves = feesLedger([{ ...line, invoices }]);
    // March: 2000 − 6 × 400; April: 2000 − 7 × 400; May: 4000 − 8 × 400
    expect(halves.slice(5, 8).map(({ prepaidPence }) => prepaidPence)).toEqual([-40_000, -80_000, 80_000]);
  });

  it('a bursary nets the fees and nothing else', () => {
    const net = feesLedger([{ ...line, count: 14, bursaryPence: 400_000, bursaryCount: 11 }]);
    expect(net.reduce((sum, { accruedPence }) => sum + accruedPence, 0)).toBe(3 * 400_000);
  });
});

describe('a stage: cover, tuition and the value of time', () => {
  const inputs: StageCostInputs = {
    credits: 15,
    releaseBp: 5000,
    start: day('2027-01-11'),
    end: day('2027-03-19'),
    bankHolidays: [],
    leave: [],
    backfillBp: 8000,
    fillBp: 8500,
    bankBp: 7500,
    lagWeeks: 0,
    rates: { '2026/27': { bank: 2950, agency: 4475 } },
    hourlyEmployerCostPence: 3238,
    tuitionPence: 100_001,
    tuitionSchedule: [
      { date: day('2027-01-15'), bp: 5000 },
      { date: day('2027-04-15'), bp: 5000 },
    ],
  };

  it('tuition falls when invoiced, half up and the rest, and a year with tuition alone has zeros elsewhere', () => {
    const [first, second] = evaluateStageCost(inputs).byYear;
    // 100001 × 50% = 50000.5 -> 50001, the rest 50000; value of time 450 × 3238 ÷ 60 = 24285 a week × 10
    expect([first!.costPence, first!.tuitionPence, first!.cashPence, first!.valueOfTimePence]).toEqual([
      169_760, 50_001, 219_761, 242_850,
    ]);
    expect(second).toEqual({
      financialYear: '2027/28',
      released: 0,
      need: 0,
      filled: 0,
      bank: 0,
      agency: 0,
      unfilled: 0,
      costPence: 0,
      tuitionPence: 50_000,
      cashPence: 50_000,
      valueOfTimePence: 0,
    });
  });

  it('the value of time is never in the cash', () => {
    const dear = evaluateStageCost({ ...inputs, hourlyEmployerCostPence: 9000 });
    expect(dear.byYear.map(({ cashPence }) => cashPence)).toEqual([219_761, 50_000]);
  });

  it('shares that do not make the whole are refused, thirds are not', () => {
    const withShares = (...shares: number[]) =>
      evaluateStageCost({
        ...inputs,
        tuitionSchedule: shares.map((bp) => ({ date: day('2027-01-15'), bp })),
      });
    expect(() => withShares(5000)).toThrow(
      expect.objectContaining({ code: 'bad-input', path: '/tuition_schedule' }),
    );
    expect(() => withShares()).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(() => withShares(5000, 4998)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(() => withShares(6000, 6000)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(withShares(3333, 3333, 3333).byYear[0]!.tuitionPence).toBe(100_001);
    expect(evaluateStageCost({ ...inputs, tuitionPence: 0, tuitionSchedule: [] }).byYear).toHaveLength(1);
  });
});
