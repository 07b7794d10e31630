import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { faultsOfOverride, type OwnedOverride } from '../../shared/parameters/override-faults.ts';

const today = asPlainDate('2026-11-20');
const good: OwnedOverride = {
  code: 'DEFAULT_FILL',
  effectiveFrom: asPlainDate('2026-12-01'),
  value: 9_000,
  low: null,
  high: null,
  source: 'Roster of October',
  status: 'derived',
  reviewOn: asPlainDate('2027-06-01'),
  beforePublished: false,
};

const faults = (change: Partial<OwnedOverride>) =>
  faultsOfOverride(publishedParameters, { ...good, ...change }, today);

describe('what stops an override', () => {
  it('a good one has no fault', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ low: 8_000, high: 10_000 })).toEqual([]);
  });

  it('a share over 100%', () => {
    expect(faults({ value: 10_001 })).toEqual(['The value is from 0% to 100%.']);
  });

  it('a full-time week of no hours, or a shift of none: the sums divide by them', () => {
    expect(faults({ code: 'AFC_WEEKLY_HOURS', value: 0 })).toEqual([
      'The value is from 1 hour a week to 168 hours a week.',
    ]);
    expect(faults({ code: 'DEFAULT_SHIFT_LENGTH', value: 0 })).toHaveLength(1);
    expect(faults({ code: 'AFC_B5_TOP', value: 0 })).toHaveLength(1);
  });

  it('a ratio may pass one', () => {
    expect(faults({ code: 'PIPELINE_PROFESSION_RATIO', value: 25_000 })).toEqual([]);
  });

  it('a range that does not hold the value', () => {
    expect(faults({ low: 9_500 })).toEqual([
      'The value lies within its own range: from the low to the high.',
    ]);
    expect(faults({ high: 20_000 })).toEqual(['The high is from 0% to 100%.']);
  });

  it('a date before the first published one, unless it is stated', () => {
    const early = { effectiveFrom: asPlainDate('2021-01-01') };
    expect(faults(early)).toHaveLength(1);
    expect(faults({ ...early, beforePublished: true })).toEqual([]);
  });

  it('a review date that is not ahead, and a code nobody knows', () => {
    expect(faults({ reviewOn: today })).toHaveLength(1);
    expect(faults({ code: 'NOBODY' })).toEqual(['There is no parameter with this code.']);
  });
});
