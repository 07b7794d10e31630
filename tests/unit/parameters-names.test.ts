import { describe, expect, it } from 'vitest';
import { publishedParameters, publishedTables } from '../../shared/parameters/default-set.ts';
import { nameOfParameter } from '../../shared/parameters/parameter-names.ts';
import { subjectOf } from '../../shared/parameters/subjects.ts';
import { readTyped, readingOf, typedValue, valueInWords } from '../../shared/parameters/value-words.ts';

const codes = Object.keys(publishedParameters.rows);

describe('the name of a parameter', () => {
  it('every code has one, in words, and no two share it', () => {
    const names = codes.map((code) => [code, nameOfParameter(code)] as const);
    expect(names.filter(([, name]) => name === null)).toEqual([]);
    const words = names.map(([, name]) => name ?? '');
    expect(words.filter((name) => /_|[A-Z]{5}/.test(name))).toEqual([]);
    expect(words.filter((name, index) => words.indexOf(name) !== index)).toEqual([]);
  });

  it.each([
    ['AFC_B6_TOP', 'Band 6, top, a year'],
    ['AFC_B8A_INT_YEARS_TO_NEXT', 'Band 8a, years at intermediate before the next step'],
    ['CONSULTANT_2003_T3_8_13Y', 'Consultant, years 8 to 13, a year'],
    ['HCAS_INNER_MAX', 'High cost area supplement, Inner London, most a year'],
    ['UNSOCIAL_B4_9_SUN_OR_BANKHOL', 'Unsocial hours, Bands 4 to 9, Sunday or bank holiday, on top of basic'],
    ['PIPELINE_LEAVE_NURSING_AND_MIDWIFERY', 'Leaves the trust, Nursing and Midwifery Registered, a year'],
    ['BURSARY_2024_25_RETAKE_FUNDED', 'NIHR bursary 2024/25: pays for a retake'],
    ['DEFAULT_UNAVAILABILITY_12', 'Staff unavailable in December'],
  ])('%s is "%s"', (code, name) => {
    expect(nameOfParameter(code)).toBe(name);
  });

  it('a code nobody knows has none', () => {
    for (const code of ['SOMETHING', 'AFC_B5', 'constructor', 'PIPELINE_NOBODY']) {
      expect(nameOfParameter(code)).toBeNull();
    }
  });

  it('a code stands under one subject: fees and bursaries apart from the courses', () => {
    expect(
      ['AFC_B6_TOP', 'HCAS_INNER', 'EMPLOYER_NI_RATE', 'KINGS_HOME_FEE_PER_60_CREDITS'].map(subjectOf),
    ).toEqual(['pay', 'london', 'on-costs', 'funding']);
    expect(subjectOf('PGCERT_CREDITS')).toBe('framework');
    expect(subjectOf('UPTAKE_OFFERED')).toBe('pipeline');
  });
});

describe('a value in words', () => {
  it.each([
    ['AFC_B6_TOP', 4_811_700, '£48,117 a year'],
    ['EMPLOYER_PENSION_LOCAL', 1_438, '14.38%'],
    ['AFC_WEEKLY_HOURS', 2_250, '37.5 hours a week'],
    ['UNSOCIAL_NIGHT_FROM', 1_200, '20:00'],
    ['HCAS_PENSIONABLE', 1, 'Yes'],
    ['OVERTIME_MULTIPLIER_B1_7', 15_000, '× 1.5'],
    ['DEFAULT_SHIFT_LENGTH', 690, '11.5 hours'],
    ['AFC_B4_ENTRY_YEARS_TO_NEXT', 1, '1 year'],
    ['KINGS_HOME_FEE_PER_60_CREDITS', 400_050, '£4,000.50'],
    ['KINGS_HOME_FEE_PER_60_CREDITS', null, 'Not known'],
  ])('%s of %s is "%s"', (code, value, said) => {
    const [row] = publishedParameters.rows[code] ?? [];
    expect(valueInWords(row!, value)).toBe(said);
  });

  it('every published value is typed and read back as itself, inside the bounds of its kind', () => {
    for (const row of Object.values(publishedTables).flat()) {
      const { code, value } = row;
      const known = publishedParameters.rows[code]![0]!;
      if (value === null) continue;
      const { min, max } = readingOf(known);
      expect(value, code).toBeGreaterThanOrEqual(min);
      expect(value, code).toBeLessThanOrEqual(max);
      if (known.unit === 'minutes' || known.unit === 'minute-of-day') continue;
      expect(readTyped(known, typedValue(known, value)), code).toBe(value);
    }
  });

  it('what is no number, or finer than the unit, is not read', () => {
    const [pay] = publishedParameters.rows['AFC_B6_TOP'] ?? [];
    expect(readTyped(pay!, '£48,117.50')).toBe(4_811_750);
    for (const typed of ['', 'a lot', '1.2.3', '-5', '10.001', '1e9'])
      expect(readTyped(pay!, typed)).toBeNull();
  });
});
