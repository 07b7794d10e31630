import { describe, expect, test } from 'vitest';
import { nowOrLate } from '../../shared/backfill/now-or-late.ts';
import { hireableTenths, postOrBank } from '../../shared/backfill/post-or-bank.ts';

/** The worked ward of the product's description: 94.5 hours a week to cover, 39 weeks of release. */
const ward = {
  weeklyNeedMinutes: 5670,
  totalNeedMinutes: 221_130,
  weeklyHoursX100: 3750,
  ownUnavailabilityBp: 2100,
  employerCostYearPence: 4_995_900,
  contractWeeks: 43,
  bankCostPence: 8_344_500,
  bankFillBp: 8500,
  bankPence: 2640,
};

describe('a post against the bank', () => {
  test('94.5 hours ÷ (37.5 × 0.79) = 3.19, which is hired as 3.2 WTE', () => {
    expect(94.5 / (37.5 * 0.79)).toBeCloseTo(3.1899, 4);
    expect(postOrBank(ward).wteTenths).toBe(32);
  });

  test('3.2 posts at £49,959 for 43 weeks are £49,959 × 3.2 × 301 ÷ 365 = £131,837.01, against £83,445 for the bank', () => {
    const answer = postOrBank(ward);
    expect(answer.postCostPence).toBe(Math.round((4_995_900 * 3.2 * 301) / 365));
    expect(answer.postCostPence).toBe(13_183_701);
    expect(answer.bankCostPence).toBe(8_344_500);
  });

  test('the bank leaves 15% of 3,685.5 hours open; filling all of it would cost £83,445 ÷ 0.85', () => {
    const answer = postOrBank(ward);
    expect(answer.bankUnfilledMinutes).toBe(Math.round(221_130 * 0.15));
    expect(answer.bankAtFullFillPence).toBe(9_817_059);
  });

  test('posts of 3.2 × 37.5 × 0.79 × 43 = 4,076.4 hours have 390.9 to spare, worth £10,319.76 at the bank rate', () => {
    const { spareMinutes, spareValuePence } = postOrBank(ward);
    expect(spareMinutes).toBe(Math.round(3.2 * 37.5 * 60 * 0.79 * 43) - 221_130);
    expect(spareMinutes).toBe(23_454);
    expect(spareValuePence).toBe(Math.round((23_454 * 2640) / 60));
  });

  test('a need that is a tenth exactly is not rounded up to the next', () => {
    expect(hireableTenths(37.5 * 60, 3750, 0)).toBe(10);
    expect(hireableTenths(37.5 * 60 + 1, 3750, 0)).toBe(11);
  });

  test('a post that is never there cannot be compared', () => {
    expect(() => hireableTenths(60, 3750, 10_000)).toThrow(RangeError);
  });
});

describe('booking now against waiting', () => {
  const hour = {
    lateBp: 3000,
    bankPence: 3200,
    latePence: 7200,
    lateFillBp: 8500,
    fillBp: 8500,
    needMinutes: 6000,
  };

  test('0.3 × £72 + 0.7 × £32 = £44 an hour, £12 more than now', () => {
    expect(nowOrLate(hour)).toMatchObject({ waitingPence: 4400, extraPence: 1200 });
  });

  test('at the bank rate waiting costs nothing an hour and leaves more hours open', () => {
    const answer = nowOrLate({ ...hour, latePence: 3200, lateFillBp: 5000 });
    expect(answer.extraPence).toBe(0);
    expect(answer.unfilledNowMinutes).toBe(900);
    expect(answer.unfilledLateMinutes).toBe(6000 - 0.7 * 5100 - 0.3 * 3000);
  });

  test('100 hours at 85%: £2,720 now; £1,904 in time and £1,836 late when they wait', () => {
    expect(nowOrLate(hour)).toMatchObject({ costNowPence: 272_000, costLatePence: 190_400 + 183_600 });
  });
});
