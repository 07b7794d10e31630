import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import type { Parameter } from '../../shared/parameters/types.ts';
import { raisedAmountOn } from '../../shared/pay/salary.ts';

function row(code: string, effectiveFrom: string, value: number): Parameter {
  const unit = code === 'PAY' ? 'pence-per-year' : 'basis-points';
  const status = code === 'PAY' ? 'published' : 'assumption';
  return { code, effectiveFrom: asPlainDate(effectiveFrom), value, unit, source: 'a test', status };
}

function payOn(date: string, rows: readonly Parameter[]): number {
  return raisedAmountOn('PAY', 'AWARD', asPlainDate(date), parameterSetOf(rows)).pence;
}

const assumed = [row('AWARD', '2027-04-01', 1000), row('AWARD', '2028-04-01', 1000)];

describe('awards after a published amount', () => {
  it('a newly published year puts the assumed award of that year out of use', () => {
    const rows = [row('PAY', '2026-04-01', 100_00), row('PAY', '2027-04-01', 105_00), ...assumed];
    expect(payOn('2027-06-01', rows)).toBe(105_00);
    expect(payOn('2028-06-01', rows)).toBe(116_00); // 105 × 1.1 = 115.5
  });

  it('an award later in the year raises pay from its own day', () => {
    const rows = [row('PAY', '2026-04-01', 100_00), row('AWARD', '2027-08-01', 300)];
    expect(payOn('2027-07-31', rows)).toBe(100_00);
    expect(payOn('2027-08-01', rows)).toBe(103_00);
  });

  it('an award in the published year itself counts from its day, one on the published day is already in', () => {
    const rows = [
      row('PAY', '2026-04-01', 100_00),
      row('AWARD', '2026-04-01', 500),
      row('AWARD', '2026-11-01', 200),
    ];
    expect(payOn('2026-10-31', rows)).toBe(100_00);
    expect(payOn('2026-11-01', rows)).toBe(102_00);
  });

  it('half a pound rounds up, to whole pounds', () => {
    expect(payOn('2027-04-01', [row('PAY', '2026-04-01', 100_00), row('AWARD', '2027-04-01', 250)])).toBe(
      103_00,
    );
    expect(payOn('2027-04-01', [row('PAY', '2026-04-01', 100_00), row('AWARD', '2027-04-01', 249)])).toBe(
      102_00,
    );
  });
});
