import { describe, expect, it } from 'vitest';
import { csvOut } from '../../shared/imports/csv-out.ts';

function cell(value: string | number | null): string {
  return csvOut(['h'], [[value]]).slice('h\r\n'.length, -2);
}

describe('exported cells', () => {
  it.each(['=1+1', '+44', '-2+3', '@SUM(1)', '\t=1', '＝1', '＋1', '－1', '＠x', '-', '-1-1', '+5'])(
    '%j leaves with an apostrophe',
    (text) => {
      expect(cell(text).replace(/^"/, '')).toBe(`'${text}`.concat(/^\s|\s$/.test(`'${text}`) ? '"' : ''));
    },
  );

  it.each([
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['=A,"B"', `"'=A,""B"""`],
  ])('%j leaves with an apostrophe inside its quotes', (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    [-5, '-5'],
    [0.8, '0.8'],
    ['-5', '-5'],
    ['-5.25', '-5.25'],
    [null, ''],
    ['', ''],
  ])('%j is a true number or nothing and stays', (value, expected) => {
    expect(cell(value)).toBe(expected);
  });

  it('separators, quotes, line breaks and outer spaces are quoted', () => {
    expect(
      csvOut(
        ['a', 'b,c'],
        [
          ['x "y"', ' z'],
          ['two\r\nlines', 1],
        ],
      ),
    ).toBe('a,"b,c"\r\n"x ""y"""," z"\r\n"two\r\nlines",1\r\n');
  });

  it('a number that is not finite is an error', () => {
    expect(() => csvOut(['a'], [[Number.NaN]])).toThrow(RangeError);
  });
});
