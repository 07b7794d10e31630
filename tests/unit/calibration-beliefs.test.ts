import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import type { Belief } from '../../shared/pipeline/beliefs.ts';
import { betaBinomial, thinned } from '../../shared/pipeline/calibration/beta-binomial.ts';
import { betaMoments, withCensored } from '../../shared/pipeline/calibration/censored-attempts.ts';
import { historyFadeOn, priorBeliefsOn } from '../../shared/pipeline/calibration/prior-beliefs.ts';
import { noHistory, type TrustHistory } from '../../shared/pipeline/calibration/trust-history.ts';
import { withTotalOnly } from '../../shared/pipeline/calibration/unknown-denominator.ts';
import { updateBeliefs } from '../../shared/pipeline/calibration/update-beliefs.ts';
import { defaultGroupsOn } from '../../shared/pipeline/default-rates.ts';

const cut = asPlainDate('2026-11-20');
const { value: prior, uses } = priorBeliefsOn(publishedParameters, cut);
const settings = { asAt: cut, fade: 0.8 };

function meanOf(belief: Belief): number {
  if (belief.kind === 'beta') return belief.a / (belief.a + belief.b);
  if (belief.kind === 'gamma') return belief.shape / belief.months;
  return NaN;
}

describe('the priors', () => {
  it('are those of the table, to the rounding of their means: Beta(3, 27) of withdrawing, Gamma(2, 500) to PI', () => {
    expect(prior.withdraw[0]).toEqual({ kind: 'beta', a: 3, b: 27 });
    const rounded = (belief: Belief | undefined): number[] =>
      Object.values(belief ?? {}).filter((value) => typeof value === 'number');
    const shown = [prior.interrupt, prior.goOn, prior.coi, prior.piFromNone, prior.piFromCoi].map((list) =>
      list.map((belief) => rounded(belief).map((value) => Number(value.toFixed(1)))),
    );
    expect(shown).toEqual([
      [
        [2.2, 24.8],
        [2, 21],
        [2.4, 15.6],
      ],
      [
        [6, 4],
        [6, 4],
      ],
      [
        [4, 80],
        [4, 60],
        [4, 60],
      ],
      [
        [2, 500],
        [3, 200],
        [4, 130],
      ],
      [
        [2, 200],
        [4, 130],
        [4, 70],
      ],
    ]);
    expect(prior.piRoleLossYearly).toEqual({ kind: 'beta', a: 3, b: 57 });
    expect(prior.groups['Students']?.professionRatio).toEqual({ kind: 'log-normal', sigma: 0.25 });
  });

  it('have the fixed rates of the projection as their means', () => {
    const rates = defaultGroupsOn(publishedParameters, cut).value['Medical and Dental'];
    expect(meanOf(prior.withdraw[1]!)).toBeCloseTo(rates.attempt[1]!.withdraw, 14);
    expect(prior.goOn.map(meanOf)).toEqual(rates.goOn);
    const leave = meanOf(prior.groups['Medical and Dental']!.leaveYearly);
    expect(1 - (1 - rates.leaveMonthly) ** 12).toBeCloseTo(leave, 12);
  });

  it('of a trust that sets a weight of none, or a rate of none, are still beliefs', () => {
    const own = (code: string, value: number) =>
      parameterSetOf(
        Object.values(publishedParameters.rows)
          .flat()
          .map((row) => (row.code === code ? { ...row, value, low: undefined, high: undefined } : row)),
      );
    const weightless = priorBeliefsOn(own('PIPELINE_PRIOR_RETURN', 0), cut).value;
    expect(weightless.returnAfterInterruption).toEqual({
      kind: 'beta',
      a: 0.7,
      b: expect.closeTo(0.3, 12) as number,
    });
    const nobodyReturns = priorBeliefsOn(own('PIPELINE_PI_RETURN', 0), cut).value;
    expect(nobodyReturns.piReturnYearly).toEqual({ kind: 'fixed', value: 0 });
    const never = priorBeliefsOn(own('PIPELINE_PI_FROM_NONE_RATE_PGCERT', 0), cut).value;
    expect(never.piFromNone[0]).toEqual({ kind: 'fixed', value: 0 });
    const same = priorBeliefsOn(own('PIPELINE_PRIOR_PROFESSION_RATIO_SIGMA', 0), cut).value;
    expect(same.groups['Students']!.professionRatio).toEqual({ kind: 'fixed', value: 1 });
    const double = priorBeliefsOn(own('PIPELINE_PROFESSION_RATIO', 20_000), cut).value;
    expect(double.groups['Students']!.professionRatio).toMatchObject({
      logMedian: expect.closeTo(Math.LN2, 14) as number,
    });
  });

  it('name the rows they come from, each with what it is worth', () => {
    const codes = uses.map(({ code }) => code);
    expect(codes).toContain('PIPELINE_PRIOR_WITHDRAW_PGCERT');
    expect(codes).toContain('PIPELINE_PRIOR_LEAVE');
    expect(new Set(codes).size).toBe(codes.length);
    expect(historyFadeOn(publishedParameters, cut).value).toBe(0.8);
  });
});

const cohort = asMonth('2026-02');
/** The prior with the ratio of every staff group taken as certain. */
const alike = {
  ...prior,
  groups: Object.fromEntries(
    Object.entries(prior.groups).map(([group, beliefs]) => [
      group,
      { ...beliefs, professionRatio: { kind: 'fixed', value: 1 } as const },
    ]),
  ),
};
const attempts = (
  completed: number,
  interrupted: number,
  withdrawn: number,
  censored: readonly number[] = [],
): TrustHistory => ({
  ...noHistory,
  attempts: [{ stage: 1, cohort, completed, interrupted, withdrawn, censored }],
});

describe('history', () => {
  it('that is empty changes nothing', () => {
    const { beliefs, workings } = updateBeliefs(prior, noHistory, settings);
    expect(beliefs).toEqual(prior);
    expect(workings.every(({ yours, weighted }) => yours === 0 && weighted === 0)).toBe(true);
  });

  it('adds counts: prior worth 30 people, 20 of yours, of whom 3 withdrew', () => {
    const { beliefs, workings } = updateBeliefs(prior, attempts(16, 1, 3), settings);
    expect(beliefs.withdraw[0]).toEqual({ kind: 'beta', a: 6, b: 44 });
    expect(workings.find(({ id }) => id === 'withdraw-1')).toMatchObject({
      unit: 'people',
      priorWorth: 30,
      yours: 20,
      weighted: 20,
      events: 3,
    });
  });

  it('three years old counts for half', () => {
    const old = { ...attempts(16, 1, 3).attempts[0]!, cohort: asMonth('2023-09') };
    const { workings } = updateBeliefs(prior, { ...noHistory, attempts: [old] }, settings);
    const { yours, weighted } = workings.find(({ id }) => id === 'withdraw-1')!;
    expect([yours, weighted]).toEqual([20, 20 * 0.8 ** 3]);
  });

  it('weighs exposure by its band: half of the first six months, 1.2 of the second year', () => {
    const row = { from: 'coi', held: 2, group: 'Students', cohort, coiEvents: 0 } as const;
    const roles = [
      { ...row, band: 0, months: 60, piEvents: 1 },
      { ...row, band: 12, months: 50, piEvents: 2 },
    ];
    const { beliefs } = updateBeliefs(alike, { ...noHistory, roles }, settings);
    const before = prior.piFromCoi[1] as { shape: number; months: number };
    expect(beliefs.piFromCoi[1]).toEqual({
      kind: 'gamma',
      shape: before.shape + 3,
      months: before.months + 60 * 0.5 + 50 * 1.2,
    });
    expect(beliefs.piFromNone).toEqual(prior.piFromNone);
  });

  it('of leaving and of PI roles is in years at risk: who is lost within a year was at risk for half of it', () => {
    const spell = { cohort, months: 600, events: 4 };
    const history = {
      ...noHistory,
      piRoles: [spell],
      piLapsed: [{ cohort, months: 24, events: 1 }],
      leaving: [{ ...spell, group: 'Students' }],
    };
    const { beliefs } = updateBeliefs(prior, history, settings);
    expect(beliefs.piRoleLossYearly).toEqual({ kind: 'beta', a: 3 + 4, b: 57 + 48 });
    expect(meanOf(beliefs.piReturnYearly)).toBeCloseTo(2.8 / (12 + 2.5), 12);
    expect(meanOf(beliefs.groups['Students']!.leaveYearly)).toBeCloseTo((6 + 4) / (60 + 52), 12);
    expect(beliefs.groups['Medical and Dental']).toEqual(prior.groups['Medical and Dental']);
  });

  it('tells staff groups apart by who is named, as far as they were watched', () => {
    const row = { from: 'none', held: 1, band: 6, cohort, piEvents: 0, months: 200 } as const;
    const roles = [
      { ...row, group: 'Medical and Dental', coiEvents: 18 },
      { ...row, group: 'Nursing and Midwifery Registered', coiEvents: 4 },
    ];
    const { beliefs, workings } = updateBeliefs(prior, { ...noHistory, roles }, settings);
    const ratio = (group: string): { sigma: number; logMedian: number } =>
      beliefs.groups[group]!.professionRatio as unknown as { sigma: number; logMedian: number };
    expect(ratio('Medical and Dental').logMedian).toBeGreaterThan(0.15);
    expect(ratio('Nursing and Midwifery Registered').logMedian).toBeLessThan(-0.1);
    expect(ratio('Medical and Dental').sigma).toBeLessThan(0.22);
    expect(beliefs.groups['Students']!.professionRatio).toEqual({ kind: 'log-normal', sigma: 0.25 });
    expect(workings.find(({ id }) => id === 'ratio:Medical and Dental')).toMatchObject({
      yours: 200,
      events: 18,
    });
  });

  it('leaves a rate alone that somebody fixed', () => {
    const fixed = { ...prior, withdraw: prior.withdraw.map(() => ({ kind: 'fixed', value: 0.1 }) as const) };
    const { beliefs } = updateBeliefs(fixed, attempts(16, 1, 3), settings);
    expect(beliefs.withdraw).toEqual(fixed.withdraw);
  });
});

describe('people in mid-stage', () => {
  it('are left out where they are a fifth of the starts or fewer', () => {
    const few = Array.from({ length: 5 }, () => 0.4);
    const { beliefs, workings } = updateBeliefs(prior, attempts(16, 1, 3, few), settings);
    expect(beliefs.withdraw[0]).toEqual({ kind: 'beta', a: 6, b: 44 });
    expect(workings[0]).toMatchObject({ censored: 5, censoredUsed: false });
  });

  it('make stopping less likely where they are more, the more so the further they came', () => {
    const after = (done: number): number => {
      const many = Array.from({ length: 20 }, () => done);
      const { beliefs, workings } = updateBeliefs(prior, attempts(16, 1, 3, many), settings);
      expect(workings[0]).toMatchObject({ censored: 20, censoredUsed: true });
      return meanOf(beliefs.withdraw[0]!);
    };
    const [none, half, all] = [after(0), after(0.5), after(1)];
    expect(none).toBeCloseTo(6 / 50, 4);
    expect(half).toBeLessThan(none);
    expect(all).toBeLessThan(half);
  });

  it('who did the whole stage without stopping count as people who completed it', () => {
    const [withdraw, interrupt] = [
      { kind: 'beta', a: 6, b: 44 },
      { kind: 'beta', a: 3.2, b: 40 },
    ] as const;
    const done = Array.from({ length: 12 }, () => ({ done: 1, weight: 1 }));
    const beliefs = withCensored({ withdraw, interrupt }, done);
    const exact = [betaMoments({ ...withdraw, b: 56 }), betaMoments({ ...interrupt, b: 52 })];
    [beliefs.withdraw, beliefs.interrupt].forEach((belief, index) => {
      const { mean, variance } = betaMoments(belief);
      expect(mean).toBeCloseTo(exact[index]!.mean, 5);
      expect(variance).toBeCloseTo(exact[index]!.variance, 6);
    });
  });
});

describe('a total without its denominator', () => {
  it('with one possible intake is that intake; with several it says less', () => {
    const belief = { kind: 'beta', a: 27, b: 3 } as const;
    const known = withTotalOnly(belief, 14, { from: 16, pmf: [1] })!;
    expect(known.belief.a).toBeCloseTo(41, 8);
    expect(known.belief.b).toBeCloseTo(5, 8);
    const open = withTotalOnly(belief, 14, { from: 12, pmf: Array.from({ length: 9 }, () => 1 / 9) })!;
    expect(open.belief.a + open.belief.b).toBeLessThan(46);
    expect(open.started.pmf.slice(0, 2)).toEqual([0, 0]);
    expect(open.started.pmf.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 12);
    const likeliest = open.started.from + open.started.pmf.indexOf(Math.max(...open.started.pmf));
    expect(likeliest).toBe(15);
  });

  it('that no intake could reach gives nothing', () => {
    expect(withTotalOnly({ kind: 'beta', a: 1, b: 1 }, 9, { from: 3, pmf: [0.5, 0.5] })).toBeNull();
  });
});

describe('the beta-binomial', () => {
  it('is the average of binomials over the beta, and a thinned one over the beta of each kept', () => {
    const parameter = fc.double({ min: 0.3, max: 40, noNaN: true });
    fc.assert(
      fc.property(
        parameter,
        parameter,
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, n, kept) => {
          const whole = betaBinomial(n, a, b);
          const law = thinned(whole, kept);
          const moment = (pmf: readonly number[]): number => pmf.reduce((sum, mass, k) => sum + k * mass, 0);
          const pairs = (pmf: readonly number[]): number =>
            pmf.reduce((sum, mass, k) => sum + k * (k - 1) * mass, 0);
          expect(moment(whole.pmf)).toBeCloseTo((n * a) / (a + b), 9);
          expect(pairs(whole.pmf)).toBeCloseTo((n * (n - 1) * a * (a + 1)) / ((a + b) * (a + b + 1)), 7);
          expect(moment(law.pmf)).toBeCloseTo(kept * moment(whole.pmf), 9);
          expect(pairs(law.pmf)).toBeCloseTo(kept * kept * pairs(whole.pmf), 7);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('Beta(1, 1) makes every count as likely', () => {
    for (const mass of betaBinomial(9, 1, 1).pmf) expect(mass).toBeCloseTo(0.1, 14);
  });
});
