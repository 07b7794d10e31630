import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatChange,
  formatNumber,
  headlineCount,
  listInWords,
  ordinal,
  plural,
} from '../../client/format/numbers.ts';
import { about, aboutWithRange, eightyRange, rangeText } from '../../client/format/ranges.ts';
import { chance, chanceInWords, oneIn, percent } from '../../client/format/shares.ts';

describe('numbers', () => {
  test('a number that prints as zero has no sign', () => {
    expect([formatNumber(-0.04, 1), formatNumber(-0.4), formatNumber(-0)]).toEqual(['0', '0', '0']);
    expect(formatChange(-0.04, 1)).toBe('same');
  });

  test('a printed number reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(Number(formatNumber(value).replace('−', '-').replaceAll(',', ''))).toBe(value);
      }),
    );
  });

  test('one is singular, everything else plural, zero too', () => {
    expect([0, 1, 2, 1_200].map((count) => plural(count, 'week'))).toEqual([
      '0 weeks',
      '1 week',
      '2 weeks',
      '1,200 weeks',
    ]);
    expect(plural(2, 'person', 'people')).toBe('2 people');
  });

  test('a headline starts with a word up to nine and a numeral above', () => {
    expect([0, 1, 5, 9, 10, 39].map(headlineCount)).toEqual(['No', 'One', 'Five', 'Nine', '10', '39']);
  });

  test('ordinals follow speech: 11th to 13th, 21st, 102nd', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 102, 111].map(ordinal)).toEqual(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 102nd 111th'.split(' '),
    );
  });

  test('a list ends with "and", without a comma before it', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});

describe('ranges', () => {
  test('a forecast is "about" its middle, with its 80% range beside it', () => {
    expect(about(20)).toBe('about 20');
    expect(eightyRange({ low: 15, high: 25 })).toBe('80% range 15 to 25');
    expect(aboutWithRange({ middle: 20, low: 15, high: 25 })).toBe('about 20, 80% range 15 to 25');
  });

  test('a range whose ends print alike is one number', () => {
    expect(rangeText({ low: 3, high: 3 })).toBe('3');
  });
});

describe('shares and chances', () => {
  test('basis points are percent without needless decimals', () => {
    expect([5_600, 940, 1_438, 0, 10_000].map(percent)).toEqual(['56%', '9.4%', '14.38%', '0%', '100%']);
  });

  test('only what is certain prints as 0% or 100%', () => {
    expect([0, 0.001, 0.344, 0.56, 0.995, 1].map(chance)).toEqual([
      '0%',
      'less than 1%',
      '34%',
      '56%',
      'more than 99%',
      '100%',
    ]);
  });

  test('56% is a little better than even, 61% more likely than not, 34% less likely than not', () => {
    expect([0.56, 0.61, 0.5, 0.44, 0.34, 0.1, 0.02].map(chanceInWords)).toEqual([
      'a little better than even',
      'more likely than not',
      'about even',
      'a little worse than even',
      'less likely than not',
      'unlikely',
      'very unlikely',
    ]);
  });

  test('words never run against the chance: a greater chance is never said to be less likely', () => {
    const order = [
      'almost no chance',
      'very unlikely',
      'unlikely',
      'less likely than not',
      'a little worse than even',
      'about even',
      'a little better than even',
      'more likely than not',
      'likely',
      'very likely',
      'almost certain',
    ];
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(order.indexOf(chanceInWords(low))).toBeLessThanOrEqual(order.indexOf(chanceInWords(high)));
          expect(order).toContain(chanceInWords(low));
        },
      ),
    );
  });

  test('a small chance is "1 in N"; a likely one keeps its percentage', () => {
    expect([0.34, 0.5, 0.1, 0.001, 0.8, 0].map(oneIn)).toEqual([
      '1 in 3',
      '1 in 2',
      '1 in 10',
      '1 in 100',
      '80%',
      'no chance',
    ]);
  });
});
