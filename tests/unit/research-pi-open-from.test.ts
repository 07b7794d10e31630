import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { piOpenFrom } from '../../shared/research/pi-open-from.ts';
import type { PiRule } from '../../shared/research/who-may-be-pi.ts';

const rule = (effectiveFrom: string, bodies: PiRule['bodies']): PiRule => ({
  studyType: 'ctimp',
  effectiveFrom: asPlainDate(effectiveFrom),
  bodies,
  rule: 'A rule',
  source: 'A source',
  status: 'published',
});

const rules = [rule('2004-05-01', ['GMC']), rule('2027-04-28', ['GMC', 'HCPC']), rule('2028-01-01', ['NMC'])];
const start = asMonth('2026-12');

describe('from which month somebody may lead a study of the trust', () => {
  it('a change in the middle of a month counts from the next, one on the first from its own', () => {
    expect(piOpenFrom('HCPC', ['ctimp'], start, rules)).toEqual({ kind: 'open', months: 5 });
    expect(piOpenFrom('NMC', ['ctimp'], start, rules)).toEqual({ kind: 'open', months: 13 });
  });

  it('who may already has no wait, and who never may is closed', () => {
    expect(piOpenFrom('GMC', ['ctimp'], start, rules)).toEqual({ kind: 'open', months: 0 });
    expect(piOpenFrom('GPhC', ['ctimp'], start, rules)).toEqual({ kind: 'closed' });
  });

  it('one type of study that lets them is enough', () => {
    const observational = { ...rule('2004-05-01', null), studyType: 'observational' as const };
    const both = [...rules, observational];
    expect(piOpenFrom('GPhC', ['ctimp', 'observational'], start, both)).toEqual({ kind: 'open', months: 0 });
  });

  it('without a registration or a type of study nothing is known, which is no bar', () => {
    expect(piOpenFrom(null, ['ctimp'], start, rules)).toEqual({ kind: 'not-known' });
    expect(piOpenFrom('some other body', ['ctimp'], start, rules)).toEqual({ kind: 'not-known' });
    expect(piOpenFrom('GMC', [], start, rules)).toEqual({ kind: 'not-known' });
  });

  it('by the rules held today the change of 28 April 2026 lets paramedics lead from May', () => {
    expect(piOpenFrom('HCPC', ['ctimp'], asMonth('2026-01'))).toEqual({ kind: 'open', months: 4 });
    expect(piOpenFrom('HCPC', ['ctimp'], start)).toEqual({ kind: 'open', months: 0 });
  });
});
