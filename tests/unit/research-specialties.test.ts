import { describe, expect, test } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { isListedSpecialty, specialtiesOn, specialtyLists } from '../../shared/research/specialties.ts';

describe('the network’s specialties', () => {
  test('lists follow one another by date, each with its source', () => {
    const dates = specialtyLists.map(({ effectiveFrom }) => effectiveFrom);
    expect(dates).toEqual([...dates].sort());
    expect(specialtyLists.every(({ source }) => source.length > 0)).toBe(true);
  });

  test('before 1 October 2024 the 31 managing specialties count', () => {
    const { names, status } = specialtiesOn(asPlainDate('2024-09-30'));
    expect(names).toHaveLength(31);
    expect(new Set(names).size).toBe(31);
    expect(status).toBe('unverified');
  });

  test('from 1 October 2024 the names were not found, so those before stand in and it is said', () => {
    const { names, note } = specialtiesOn(asPlainDate('2024-10-01'));
    expect(names).toHaveLength(31);
    expect(note).toContain('29 research specialties and 4 research settings');
    expect(note).toContain('the names were not found');
  });

  test('before the first list nothing is known', () => {
    expect(specialtiesOn(asPlainDate('2010-01-01'))).toMatchObject({ names: [], status: 'not-found' });
  });

  test('a specialty is found whatever its case, and another is not', () => {
    const day = asPlainDate('2026-11-20');
    expect(isListedSpecialty(' stroke ', day)).toBe(true);
    expect(isListedSpecialty('Alchemy', day)).toBe(false);
  });
});
