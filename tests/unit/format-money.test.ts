import { describe, expect, test } from 'vitest';
import { axisPounds, pounds, poundsAndPence, poundsChange, roughPounds } from '../../client/format/money.ts';

describe('money', () => {
  test('pounds are rounded half up once, with commas and a true minus', () => {
    expect(pounds(5_301_450)).toBe('£53,015');
    expect(pounds(5_301_449)).toBe('£53,014');
    expect(pounds(-3_049_100)).toBe('−£30,491');
    expect(pounds(0)).toBe('£0');
    expect(pounds(-49)).toBe('£0');
  });

  test('exact money keeps both digits of the pence', () => {
    expect(poundsAndPence(5_301_450)).toBe('£53,014.50');
    expect(poundsAndPence(-5)).toBe('−£0.05');
  });

  test('a change carries its sign, and one that rounds to nothing is "same"', () => {
    expect(poundsChange(111_400)).toBe('+£1,114');
    expect(poundsChange(-261_400)).toBe('−£2,614');
    expect(poundsChange(0)).toBe('same');
    expect(poundsChange(49)).toBe('same');
  });

  test('a million and more is said in millions, anything less in pounds', () => {
    expect(roughPounds(120_000_000)).toBe('£1.2 million');
    expect(roughPounds(100_000_000)).toBe('£1 million');
    expect(roughPounds(99_999_900)).toBe('£999,999');
    expect(roughPounds(-126_000_000)).toBe('−£1.3 million');
  });

  test('an axis says thousands and millions short', () => {
    expect([0, 25_000, 5_000_000, 120_000_000, -5_000_000].map(axisPounds)).toEqual([
      '£0',
      '£250',
      '£50k',
      '£1.2m',
      '−£50k',
    ]);
  });
});
