import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { asBand, bands, parseBand } from '../../shared/pay/bands.ts';
import { payPointOf, topOfBand } from '../../shared/pay/pay-point.ts';
import { salaryOn } from '../../shared/pay/salary.ts';

const today = asPlainDate('2026-11-20');

describe('a pay scale of ESR', () => {
  it.each([
    ['XR01', '2'],
    ['XR02', '2'],
    ['XR03', '3'],
    ['XR04', '4'],
    ['XR05', '5'],
    ['XR06', '6'],
    ['XR07', '7'],
    ['XR08', '8a'],
    ['XR09', '8b'],
    ['XR10', '8c'],
    ['XR11', '8d'],
    ['XR12', '9'],
  ])('%s is paid at Band %s', (code, band) => {
    expect(payPointOf(code, null)).toMatchObject({ grade: `Band ${band}`, scale: 'afc' });
  });

  it.each(['XR06', 'xr06', ' NHS|XR06 ', 'NHS|XR06|Review Body Band 6', 'nhs|xr06'])(
    '"%s" is Band 6 however it is written',
    (text) => {
      expect(payPointOf(text, '1').code).toBe('AFC_B6_ENTRY');
    },
  );

  it.each([
    ['XR05', '1', 'AFC_B5_ENTRY'],
    ['XR05', '2', 'AFC_B5_INT'],
    ['XR05', '3', 'AFC_B5_TOP'],
    ['XR03', '2', 'AFC_B3_TOP'],
    ['XR02', '1', 'AFC_B2_FLAT'],
    ['YC72', '4', 'CONSULTANT_2003_T3_8_13Y'],
    ['MN39', '2', 'RESIDENT_ST3'],
  ])('%s step %s is %s, and nothing is assumed', (scale, step, code) => {
    expect(payPointOf(scale, step)).toMatchObject({ code, assumedTopStep: false, step: Number(step) });
  });

  it.each([null, '', '4', '99', '0', 'Y2', '-1', '2.5'])(
    'a step that is "%s" is costed at the top step and says so',
    (step) => {
      expect(payPointOf('XR05', step)).toMatchObject({ code: 'AFC_B5_TOP', assumedTopStep: true });
    },
  );

  it.each(['XR13', 'XR00', 'MC46', 'ZZ99', '', 'NHS', 'NHS|', 'constructor'])(
    'pay scale "%s" has no table, and the error names it',
    (scale) => {
      const read = (): unknown => payPointOf(scale, '1');
      expect(read).toThrow(ModelError);
      expect(read).toThrow(expect.objectContaining({ code: 'pay-point-not-known' }) as Error);
      expect(read).toThrow(`"${scale}"`);
    },
  );

  it('the top of a band assumes nothing', () => {
    for (const band of bands)
      expect(topOfBand(band)).toMatchObject({ assumedTopStep: false, grade: `Band ${band}` });
  });
});

describe('pay that is not known', () => {
  it('a middle step nobody published is an error naming it and the day', () => {
    const point = payPointOf('MC75', '3');
    expect(() => salaryOn(point, today, set)).toThrow(
      'SPECIALTY_DOCTOR_2021_STEP3 has no value on 2026-11-20',
    );
  });

  it('pay before the first published year is an error', () => {
    expect(() => salaryOn(topOfBand('5'), asPlainDate('2024-03-31'), set)).toThrow(ModelError);
  });

  it('pay beyond the last assumed award is an error, not the pay of an earlier year', () => {
    expect(salaryOn(topOfBand('5'), asPlainDate('2032-03-31'), set).pence).toBeGreaterThan(0);
    expect(() => salaryOn(topOfBand('5'), asPlainDate('2032-04-01'), set)).toThrow(
      'PAY_AWARD_AFC has no value for 2032/33',
    );
  });
});

describe('a band', () => {
  it.each([
    ['5', '5'],
    ['Band 5', '5'],
    ['8A', '8a'],
    [' band 8b ', '8b'],
    ['1', null],
    ['8', null],
    ['10', null],
  ])('"%s" reads as %s', (text, band) => {
    expect(parseBand(text)).toBe(band);
  });

  it('what is not a band is refused', () => {
    expect(asBand('9')).toBe('9');
    expect(() => asBand('12')).toThrow(RangeError);
  });
});
