import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { trainingStateOn } from '../../shared/research/training.ts';

const recorded = { trainingOn: asPlainDate('2023-11-20'), trainingVersion: 'E6(R2)' };

describe('training in good clinical practice', () => {
  it('is current up to and with the last day of the trust’s rule, and expired the day after', () => {
    const to = '2026-11-20';
    expect(trainingStateOn(recorded, 36, asPlainDate('2026-11-20'))).toEqual({
      kind: 'current',
      to,
      version: 'E6(R2)',
    });
    expect(trainingStateOn(recorded, 36, asPlainDate('2026-11-21'))).toEqual({
      kind: 'expired',
      to,
      version: 'E6(R2)',
    });
  });

  it('is not known where nothing is recorded or the day lies ahead: never taken as expired', () => {
    const day = asPlainDate('2023-11-19');
    expect(trainingStateOn(null, 36, day)).toEqual({ kind: 'not-known' });
    expect(trainingStateOn({ trainingOn: null, trainingVersion: null }, 36, day)).toEqual({
      kind: 'not-known',
    });
    expect(trainingStateOn(recorded, 36, day)).toEqual({ kind: 'not-known' });
  });
});
