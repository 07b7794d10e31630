import { describe, expect, it } from 'vitest';
import { exp } from '../../shared/core/exp.ts';
import { log } from '../../shared/core/log.ts';
import { normalCdf } from '../../shared/core/normal.ts';

describe('our own exponential', () => {
  it('agrees with the library’s to the last bits over the whole range', () => {
    for (let x = -700; x <= 700; x += 0.377) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(5e-16);
  });

  it('is exact at 0 and keeps the ends of the range', () => {
    expect([exp(0), exp(-800), exp(800)]).toEqual([1, 0, Infinity]);
    expect(exp(-745)).toBeGreaterThan(0);
    expect(exp(Number.NaN)).toBeNaN();
  });
});

describe('our own logarithm', () => {
  it('agrees with the library’s to the last bits over the whole range', () => {
    for (let k = -1022; k <= 1023; k += 1) {
      for (const x of [1, 1.25, Math.SQRT2, 1.9999999999999998].map((digits) => digits * 2 ** k)) {
        expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(5e-16 * Math.abs(Math.log(x)));
      }
    }
  });

  it('is exact at 1 and keeps the ends of the range', () => {
    expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect(log(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 11);
    expect(log(-1)).toBeNaN();
  });
});

describe('normal probability', () => {
  // Values to 20 digits from 60-digit arithmetic.
  it.each([
    [0, 0.5],
    [0.25, 0.5987063256829237],
    [0.66, 0.74537308532866396],
    [0.67, 0.7485711049046899],
    [1, 0.84134474606854293],
    [-1, 0.15865525393145705],
    [1.959963984540054, 0.975],
    [-3, 0.0013498980316300945],
    [-5.7, 5.9903714010635346e-9],
    [-6, 9.8658764503769814e-10],
    [-20, 2.7536241186062337e-89],
  ])('below %d is %d', (z, probability) => {
    expect(Math.abs(normalCdf(z) / probability - 1)).toBeLessThan(1e-12);
  });

  it('agrees with the area under the curve summed in small steps', () => {
    const step = 1 / 4096;
    let area = 0.5;
    for (let index = 0; index < 4 * 4096; index += 1) {
      const [from, to] = [index * step, (index + 1) * step];
      const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      area += (step / 6) * (density(from) + 4 * density((from + to) / 2) + density(to));
      if (index % 512 === 511) expect(Math.abs(normalCdf(to) - area)).toBeLessThan(1e-12);
    }
  });

  it('is symmetric, rises, and stays within 0 and 1', () => {
    let before = 0;
    for (let z = -40; z <= 40; z += 0.01) {
      const probability = normalCdf(z);
      expect(probability).toBeGreaterThanOrEqual(before);
      expect(probability).toBeLessThanOrEqual(1);
      expect(Math.abs(probability + normalCdf(-z) - 1)).toBeLessThan(1e-15);
      before = probability;
    }
  });
});
