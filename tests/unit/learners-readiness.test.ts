import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { moveFacts } from '../../shared/learners/lifecycle.ts';
import { readinessOn, trainingValidityOn, type Readiness } from '../../shared/learners/readiness.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';

const date = asPlainDate('2026-11-20');

const whole: Readiness = {
  personId: 'ann',
  assessedRoute: null,
  trainingOn: asPlainDate('2024-06-03'),
  trainingVersion: 'E6(R3)',
  signedOffOn: asPlainDate('2026-10-01'),
  timeAgreedOn: asPlainDate('2026-10-05'),
  weeklyMinutes: 240,
  version: 1,
};

function judged(change: Partial<Readiness>, awardOn: string | null = '2026-07-10') {
  return readinessOn({
    awardOn: awardOn === null ? null : asPlainDate(awardOn),
    readiness: { ...whole, ...change },
    validityMonths: 36,
    date,
  });
}

const unmet = (answer: ReturnType<typeof judged>): string[] =>
  answer.checks.filter(({ met }) => !met).map(({ key }) => key);

describe('ready to act', () => {
  it('is everything met, and asks for exactly what the table of the lifecycle names', () => {
    expect(judged({}).ready).toBe(true);
    expect(judged({}).checks.map(({ key }) => key)).toEqual(moveFacts('make-ready').needs);
  });

  it.each([
    ['training', { trainingOn: null }],
    ['training', { trainingOn: addDays(date, 1) }],
    ['sign-off', { signedOffOn: null }],
    ['sign-off', { signedOffOn: addDays(date, 1) }],
    ['time-agreed', { timeAgreedOn: null }],
    ['time-agreed', { weeklyMinutes: null }],
    ['time-agreed', { weeklyMinutes: 0 }],
  ] as const)('fails on %s alone where it is not met', (key, change) => {
    const answer = judged(change);
    expect([answer.ready, unmet(answer)]).toEqual([false, [key]]);
  });

  it('takes an assessment by another route for an award, and neither is not enough', () => {
    expect(judged({ assessedRoute: 'associate-pi' }, null).ready).toBe(true);
    expect(unmet(judged({}, null))).toEqual(['assessed-route']);
    expect(unmet(judged({}, '2026-11-21'))).toEqual(['assessed-route']);
  });

  it('training counts to the day its months are over, and no longer', () => {
    expect(judged({ trainingOn: asPlainDate('2023-11-20') }).ready).toBe(true);
    expect(unmet(judged({ trainingOn: asPlainDate('2023-11-19') }))).toEqual(['training']);
  });

  it('is nothing recorded, nothing met', () => {
    const answer = readinessOn({ awardOn: null, readiness: null, validityMonths: 36, date });
    expect(answer.checks.map(({ met }) => met)).toEqual([false, false, false, false]);
  });

  it('the trust’s rule is a dated assumption of 36 months until the trust enters its own', () => {
    const { months, use } = trainingValidityOn(date, publishedParameters);
    expect([months, use.status]).toEqual([36, 'assumption']);
  });
});
