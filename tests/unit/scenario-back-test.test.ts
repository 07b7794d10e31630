import { describe, expect, it } from 'vitest';
import { addMonths, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { backTestRegister, pastSeptembers } from '../../shared/scenario/back-test-register.ts';
import { recordedSample } from '../support/recorded-sample.ts';

const today = asPlainDate('2026-11-20');
const large = recordedSample('large');
const backTest = backTestRegister(large, today, publishedParameters);
if (backTest.kind !== 'scored') throw new Error('the large sample has a history');

describe('the back-test of the large sample trust', () => {
  it('makes every forecast again that has a year behind it, since rates are known', () => {
    expect(pastSeptembers(large, today, publishedParameters)).toEqual([
      '2023-08-31',
      '2024-08-31',
      '2025-08-31',
    ]);
    expect(backTest.origins.map(({ years }) => years.length)).toEqual([3, 2, 1]);
    expect(backTest.origins.map(({ completedThen }) => completedThen)).toEqual([6, 23, 44]);
  });

  it('says that it was put together from dates, since the register was loaded later', () => {
    expect(new Set(backTest.origins.map(({ basis }) => basis))).toEqual(new Set(['dated']));
  });

  it('counts what happened once: the gains of the years add up to those by then', () => {
    for (const { years } of backTest.origins) {
      let sum = 0;
      for (const { outcomes } of years) {
        sum += outcomes.piGained.observed;
        expect(outcomes.piGainedByThen.observed).toBe(sum);
      }
    }
  });

  it('nothing that happened after a day moves the forecast of that day', () => {
    const later = addMonths(asPlainDate('2025-08-31'), 1);
    const without = {
      ...large,
      entries: large.entries.filter(({ startedOn }) => startedOn < later),
      learners: large.learners.map(({ learner, ...rest }) => ({
        ...rest,
        learner: {
          ...learner,
          ...(learner.qualifiedOn !== null && learner.qualifiedOn > later
            ? { qualifiedOn: null, status: 'enrolled' as const, statusDate: learner.startedOn! }
            : {}),
        },
      })),
    };
    const again = backTestRegister(without, today, publishedParameters);
    if (again.kind !== 'scored') throw new Error('there is still a history');
    const ranges = (one: typeof backTest) =>
      one.origins.at(-1)!.years.map(({ outcomes }) => ({ ...outcomes.coiGained, observed: null }));
    expect(ranges(again)).toEqual(ranges(backTest));
    expect(again.origins.at(-1)!.years[0]!.outcomes.coiGained.observed).toBeLessThan(3);
  });

  it('scores every measure over six forecast years, with a band that so few allow', () => {
    for (const scores of Object.values(backTest.scores)) {
      expect(scores!.forecasts).toBe(6);
      expect(scores!.coverage.map(({ share }) => share)).toEqual([0.8, 0.9]);
      for (const { band, mass, share } of scores!.coverage) {
        expect(mass).toBeGreaterThanOrEqual(share);
        expect(band.high - band.low).toBeGreaterThan(0.4);
      }
    }
  });

  it('reconciles the last year by cause: of 49 people 30 began a stage where 29 were expected', () => {
    const { asAt, to, people, expected, observed } = backTest.reconciliation!;
    expect([asAt, to, people]).toEqual(['2025-08-31', '2026-08-31', 49]);
    expect(observed).toMatchObject({
      started: 30,
      completed: 27,
      interrupted: 4,
      withdrew: 2,
      coi: 3,
      pi: 2,
    });
    expect(expected.started).toBeCloseTo(28.7, 1);
    expect(expected.completed).toBeCloseTo(26, 1);
  });
});

describe('the back-test of the small sample trust', () => {
  it('is no test: two people have completed, and five are needed', () => {
    expect(backTestRegister(recordedSample('small'), today, publishedParameters)).toEqual({
      kind: 'based-on-assumptions',
      completed: 2,
      needed: 5,
    });
  });
});
