import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { faultsOfSupervisor, supervisorSchema } from '../../shared/learners/supervisor.ts';
import { exampleSupervisor } from '../support/supervisors.ts';

describe('a supervisor', () => {
  const external = { ...exampleSupervisor, kind: 'external' as const, employer: 'Example University' };
  const expires = asPlainDate('2027-03-31');

  it('of the trust needs no letter, one from outside an employer', () => {
    expect(faultsOfSupervisor(exampleSupervisor)).toEqual([]);
    expect(faultsOfSupervisor(external)).toEqual([]);
    expect(faultsOfSupervisor({ ...external, letter: 'letter-of-access', letterExpires: expires })).toEqual(
      [],
    );
  });

  it.each([
    ['from outside without an employer', { ...external, employer: null }, 'Type the employer'],
    [
      'of the trust with a letter',
      { ...exampleSupervisor, letter: 'honorary-contract' as const },
      'Only a supervisor from outside',
    ],
    ['with a day that no letter has', { ...external, letterExpires: expires }, 'which letter'],
    [
      'who ends before they start',
      { ...exampleSupervisor, activeTo: asPlainDate('2025-08-31') },
      'before the first',
    ],
  ])('is refused %s', (_what, supervisor, words) => {
    expect(faultsOfSupervisor(supervisor)).toEqual([expect.stringContaining(words)]);
  });

  it('has slots from 0 to 50 and a name', () => {
    for (const over of [{ slots: -1 }, { slots: 51 }, { slots: 1.5 }, { name: '  ' }]) {
      expect(supervisorSchema.safeParse({ ...exampleSupervisor, ...over }).success).toBe(false);
    }
  });
});
