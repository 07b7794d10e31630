import { describe, expect, it } from 'vitest';
import {
  codeWords,
  inForceOf,
  organisationOf,
  organisations,
  organisationSource,
  organisationWords,
} from '../../shared/research/organisations.ts';

describe('the national list of trusts', () => {
  it('holds codes that do not begin with R, as the lists have them', () => {
    expect(['TAD', 'TAH', 'TAJ', 'G6V2S'].map((code) => organisationOf(code)?.name)).toEqual([
      'Bradford District Care NHS Foundation Trust',
      'Sheffield Health and Social Care NHS Foundation Trust',
      'Black Country Healthcare NHS Foundation Trust',
      'North London NHS Foundation Trust',
    ]);
    expect(organisations.length).toBe(259);
    expect(new Set(organisations.map(({ code }) => code)).size).toBe(259);
    expect(organisationSource).toContain('Open Government Licence v3.0');
  });

  it('leads every merged code to one in force, and keeps its own name', () => {
    for (const one of organisations.filter(({ successor }) => successor !== null))
      expect([one.code, inForceOf(one).list, inForceOf(one).successor]).toEqual([one.code, '2025', null]);
    expect(organisationOf(' rw3 ')).toMatchObject({ code: 'RW3', successor: 'R0A', until: '2017-10-01' });
    expect(organisationWords('RW3')).toBe(
      'RW3, Central Manchester University Hospitals NHS Foundation Trust, now R0A, Manchester University NHS Foundation Trust',
    );
  });

  it('says of a code that no list holds that it does not, and leaves a name as it was typed', () => {
    expect(organisationWords('RYJ')).toBe('RYJ, Imperial College Healthcare NHS Trust');
    expect(organisationWords('ZZ1')).toBe('ZZ1 (not in the list)');
    expect(organisationWords('RXX')).toMatch(/^RXX/);
    expect(organisationWords('King’s')).toBe('King’s');
    expect([codeWords('ZZA'), codeWords('TAF')]).toEqual([
      'ZZA (not in the list)',
      'TAF, Camden and Islington NHS Foundation Trust, now G6V2S, North London NHS Foundation Trust',
    ]);
    expect(organisationWords('Barts')).toBe('Barts');
    expect(organisationWords('RY1')).toContain('in the list of 2018, not in that of March 2025');
  });
});
