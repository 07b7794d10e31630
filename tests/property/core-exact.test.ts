import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productHalfUp } from '../../shared/core/exact.ts';
import { instalments } from '../../shared/core/instalments.ts';

const factor = fc.integer({ min: 0, max: 20_000_000 });

describe('laws of exact arithmetic', () => {
  it('a product over a number is the nearest whole, halves going up', () => {
    fc.assert(
      fc.property(
        factor,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        (a, b, c) => {
          const [product, denominator] = [BigInt(a) * BigInt(b), BigInt(c)];
          const rounded = BigInt(productHalfUp([a, b], c));
          // rounded − ½ ≤ a·b/c < rounded + ½
          expect((2n * rounded - 1n) * denominator <= 2n * product).toBe(true);
          expect(2n * product < (2n * rounded + 1n) * denominator).toBe(true);
        },
      ),
    );
  });

  it('is the same below and beyond what a double can hold exactly', () => {
    // 9 000 000 000 × 10 000 × 100 000 is past 2^53: 9e18 ÷ 600 000 = 15 000 000 000 000
    expect(productHalfUp([9_000_000_000, 10_000, 100_000], 600_000)).toBe(15_000_000_000_000);
    // one more in the product's last place: (9 000 000 001 × 10^9) ÷ 600 000 = 15 000 000 001 666.67
    expect(productHalfUp([9_000_000_001, 10_000, 100_000], 600_000)).toBe(15_000_000_001_667);
    expect(productHalfUp([1, 1], 2)).toBe(1);
    expect(productHalfUp([0, 5], 7)).toBe(0);
  });

  it('refuses an answer beyond exact whole numbers', () => {
    expect(() => productHalfUp([1e15, 1e4], 1)).toThrow(RangeError);
  });

  it('instalments add up to the sum, and each but the last is its share rounded half up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (total, shares) => {
          const parts = instalments(total, shares);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
          parts.slice(0, -1).forEach((part, index) => {
            expect(part).toBe(Math.floor((2 * total * shares[index]! + 10_000) / 20_000));
          });
        },
      ),
    );
  });

  it('no shares give no instalments', () => {
    expect(instalments(500, [])).toEqual([]);
  });
});
