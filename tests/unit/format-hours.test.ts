import { describe, expect, test } from 'vitest';
import { cellHours, exactHours, fineHours, hours, hoursChange, wte } from '../../client/format/hours.ts';

describe('hours', () => {
  test('minutes are hours to one decimal, without a decimal that is zero', () => {
    expect(hours(2_362 * 60 + 30)).toBe('2,362.5');
    expect(hours(2_625 * 60)).toBe('2,625');
    expect(hours(33_170)).toBe('552.8');
    expect(hours(-258)).toBe('−4.3');
  });

  test('an exact working shows three decimals', () => {
    expect(exactHours(120_487)).toBe('2,008.117');
    expect(exactHours(150)).toBe('2.5');
  });

  test('availability in minutes × 10 000 is rounded only when printed', () => {
    expect(fineHours(71_442 * 10_000)).toBe('1,190.7');
    expect(fineHours(714_419_999)).toBe('1,190.7');
  });

  test('a change in hours carries its sign', () => {
    expect([804, -10_530, 1].map(hoursChange)).toEqual(['+13.4', '−175.5', 'same']);
  });

  test('a week that is short by a minute never reads as 0 in the grid', () => {
    expect([3_420, -258, 12, -1, 0, 59].map(cellHours)).toEqual(['57', '−4', '0.2', '−0.1', '0', '0.9']);
    expect([59_940, 60_000, 72_300].map(cellHours)).toEqual(['999', '1k', '1.2k']);
  });

  test('a whole-time equivalent is 37.5 hours a week', () => {
    expect([2_250, 21_600, 112].map(wte)).toEqual(['1', '9.6', '0']);
  });
});
