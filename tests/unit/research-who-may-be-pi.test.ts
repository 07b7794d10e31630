import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { studyTypes } from '../../shared/research/study.ts';
import { mayBePi, piRuleOn, piRules, registrationBodyOf } from '../../shared/research/who-may-be-pi.ts';

const change = asPlainDate('2026-04-28');
const eve = addDays(change, -1);

describe('who may be Principal Investigator', () => {
  it('of a medicines trial: a physiotherapist from 28 April 2026 and not the day before, with the reason', () => {
    const body = 'Health and Care Professions Council';
    expect(mayBePi('ctimp', body, change)).toEqual({ kind: 'allowed' });
    expect(mayBePi('ctimp', body, eve)).toMatchObject({
      kind: 'not-allowed',
      why: expect.stringContaining('doctor, dentist, nurse or pharmacist') as unknown,
    });
  });

  it.each(['GMC', 'GDC', 'NMC', 'GPhC'])('of a medicines trial: %s before and after', (body) => {
    expect([mayBePi('ctimp', body, eve).kind, mayBePi('ctimp', body, change).kind]).toEqual([
      'allowed',
      'allowed',
    ]);
  });

  it('is not known without a registration, a study type or a rule; it is never taken as allowed', () => {
    expect(mayBePi('ctimp', null, change).kind).toBe('not-known');
    expect(mayBePi(null, 'GMC', change).kind).toBe('not-known');
    expect(mayBePi('device', 'GMC', asPlainDate('2000-01-01')).kind).toBe('not-known');
  });

  it('of an observational study is nobody’s by law: the sponsor decides', () => {
    expect(mayBePi('observational', null, change)).toEqual({ kind: 'allowed' });
  });

  it('has a rule today for every type of study, each with a source and a status that claims no more than was seen', () => {
    for (const type of studyTypes) {
      const rule = piRuleOn(type, asPlainDate('2026-11-20'));
      expect(rule?.source).toMatch(/\w+/);
      expect(['unverified', 'assumption']).toContain(rule?.status);
    }
    const keys = piRules.map(({ studyType, effectiveFrom }) => `${studyType} ${effectiveFrom}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reads a register by letters or by name, whatever the case', () => {
    expect(['nmc', ' General Medical Council ', 'HCPC'].map(registrationBodyOf)).toEqual([
      'NMC',
      'GMC',
      'HCPC',
    ]);
    expect(['', 'Guild of Barbers', null].map(registrationBodyOf)).toEqual([null, null, null]);
  });
});
