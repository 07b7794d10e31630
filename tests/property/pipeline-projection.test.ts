import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distributionOf,
  meanOf,
  spreadQuantile,
  varianceOf,
  wholeQuantile,
} from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection, type Projection } from '../../shared/pipeline/evaluate-projection.ts';
import { answerProjectionAsk, type ProjectionAsk } from '../../shared/pipeline/projection-asks.ts';
import {
  gainChances,
  piChances,
  piLossChances,
  piReturnChances,
  qualifiedChances,
  type Gain,
} from '../../shared/pipeline/projection-chances.ts';
import { parseProjectionInputs, type ProjectionFile } from '../../shared/pipeline/projection-schema.ts';
import { projectionFile } from '../support/pipeline-arbitrary.ts';
import { enumeratePerson, poissonBinomial } from '../support/pipeline-enumeration.ts';

function evaluate(file: ProjectionFile): Projection {
  return evaluateProjection(parseProjectionInputs(file));
}

/** A file with two months of it, the first not after the second. */
const withMonths = projectionFile.chain((file) =>
  fc
    .tuple(fc.nat(file.horizon_months), fc.nat(file.horizon_months))
    .map(([a, b]) => ({ file, from: Math.min(a, b), to: Math.max(a, b) })),
);

function over(list: readonly number[], from: number, to: number): number {
  return list.slice(from, to).reduce((sum, value) => sum + value, 0);
}

/** The widest gap between two lists. */
function furthest(found: readonly number[], wanted: readonly number[]): number {
  return Math.max(0, ...found.map((value, index) => Math.abs(value - wanted[index]!)));
}

function ask(file: ProjectionFile, question: ProjectionAsk): number {
  return answerProjectionAsk(evaluate(file), question);
}

const gains = ['coi', 'pi', 'investigator', 'award'] as const satisfies readonly Gain[];

describe('the engine against following every state of every person', () => {
  it('every gain, stock, qualified count and loss of each person is that of the enumeration', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        file.people.forEach((person, index) => {
          const one = evaluate({ ...file, people: [{ ...person, count: 1 }] });
          const wanted = enumeratePerson(file, index);
          for (const gain of gains) {
            const found = wanted[gain].map((_, month) => meanOf(gainChances(one, gain, [month, month + 1])));
            expect(furthest(found, wanted[gain]), gain).toBeLessThan(1e-13);
          }
          const stock = wanted.piAt.map((_, at) => meanOf(piChances(one, at)));
          expect(furthest(stock, wanted.piAt)).toBeLessThan(1e-12);
          for (const held of [1, 2, 3] as const) {
            const list = wanted.heldAt[held - 1]!;
            const found = list.map((_, at) => meanOf(qualifiedChances(one, at, held)));
            expect(furthest(found, list), `held ${held}`).toBeLessThan(1e-12);
          }
          expect(meanOf(piLossChances(one, [from, to]))).toBeCloseTo(wanted.lost(from, to), 12);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('the law of a count is that of people added one at a time', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const people = file.people.flatMap((person, index) => {
          const wanted = over(enumeratePerson(file, index).pi, from, to);
          return Array.from({ length: person.count }, () => wanted);
        });
        const pmf = poissonBinomial(people);
        const projection = evaluate(file);
        const found = pmf.map((_, n) =>
          answerProjectionAsk(projection, { measure: 'p_gain_eq', role: 'pi', window: [from, to], n }),
        );
        expect(furthest(found, pmf)).toBeLessThan(1e-12);
      }),
      { numRuns: 50 },
    );
  });
});

describe('laws of the projection', () => {
  it('chances lie in [0, 1] and those of a count add up to 1', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const projection = evaluate(file);
        const all = [
          ...gains.map((gain) => gainChances(projection, gain, [from, to])),
          piChances(projection, to),
          piLossChances(projection, [from, to]),
          piReturnChances(projection, [from, to]),
          qualifiedChances(projection, to, 1),
        ];
        for (const chances of all) {
          for (const { probability } of chances) {
            expect(probability).toBeGreaterThanOrEqual(0);
            expect(probability).toBeLessThanOrEqual(1);
          }
          const { pmf } = distributionOf(chances);
          expect(Math.min(...pmf)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(over(pmf, 0, pmf.length) - 1)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('mean and variance of a law are those of its people', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const chances = gainChances(evaluate(file), 'pi', [from, to]);
        const { from: least, pmf } = distributionOf(chances);
        const mean = pmf.reduce((sum, mass, index) => sum + mass * (least + index), 0);
        const square = pmf.reduce((sum, mass, index) => sum + mass * (least + index) ** 2, 0);
        expect(mean).toBeCloseTo(meanOf(chances), 10);
        expect(square - mean ** 2).toBeCloseTo(varianceOf(chances), 9);
      }),
    );
  });

  it('quantiles are ordered, and the whole one is within one of the spread one', () => {
    fc.assert(
      fc.property(withMonths, ({ file, to }) => {
        const law = distributionOf(piChances(evaluate(file), to));
        const levels = [0.05, 0.1, 0.5, 0.9, 0.95];
        const whole = levels.map((p) => wholeQuantile(law, p));
        const spread = levels.map((p) => spreadQuantile(law, p));
        for (const quantiles of [whole, spread])
          expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
        whole.forEach((n, index) => expect(Math.abs(n - spread[index]!)).toBeLessThanOrEqual(1));
      }),
    );
  });

  it('at the end PIs are those before, gained and returned, less those lost', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const projection = evaluate(file);
        const opening = meanOf(piChances(projection, from));
        const gained = meanOf(gainChances(projection, 'pi', [from, to]));
        const returned = meanOf(piReturnChances(projection, [from, to]));
        const lost = meanOf(piLossChances(projection, [from, to]));
        expect(meanOf(piChances(projection, to))).toBeCloseTo(opening + gained + returned - lost, 10);
      }),
    );
  });

  it('nobody gains a role twice: gains of adjacent windows add up, and never pass the people without the role', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const projection = evaluate(file);
        const end = file.horizon_months;
        for (const gain of gains) {
          const parts = [
            [0, from],
            [from, to],
            [to, end],
          ] as const;
          const total = parts.reduce((sum, part) => sum + meanOf(gainChances(projection, gain, part)), 0);
          expect(total).toBeCloseTo(meanOf(gainChances(projection, gain, [0, end])), 10);
        }
        const open = file.people.filter((one) => one.kind !== 'pi' && one.role !== 'pi');
        const people = open.reduce((sum, { count }) => sum + count, 0);
        expect(meanOf(gainChances(projection, 'pi', [0, end]))).toBeLessThanOrEqual(people + 1e-9);
      }),
    );
  });

  it('a first investigator is a Co-I or went straight to PI, and no rarer than either', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const projection = evaluate(file);
        const [coi, either] = (['coi', 'investigator'] as const).map((gain) =>
          meanOf(gainChances(projection, gain, [from, to])),
        );
        expect(either!).toBeGreaterThanOrEqual(coi! - 1e-12);
      }),
    );
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('a higher leaving rate never raises a stock, the qualified or the gains by a date', () => {
    fc.assert(
      fc.property(withMonths, share, share, ({ file, to }, more, morePi) => {
        const groups = Object.fromEntries(
          Object.entries(file.groups).map(([name, rates]) => [
            name,
            {
              ...rates,
              leave_monthly: rates.leave_monthly + (1 - rates.leave_monthly) * more,
              pi_leave_monthly: rates.pi_leave_monthly + (1 - rates.pi_leave_monthly) * morePi,
            },
          ]),
        );
        const [before, after] = [evaluate(file), evaluate({ ...file, groups })];
        expect(meanOf(gainChances(after, 'investigator', [0, to]))).toBeLessThanOrEqual(
          meanOf(gainChances(before, 'investigator', [0, to])) + 1e-12,
        );
        expect(meanOf(piChances(after, to))).toBeLessThanOrEqual(meanOf(piChances(before, to)) + 1e-12);
        expect(meanOf(qualifiedChances(after, to, 1))).toBeLessThanOrEqual(
          meanOf(qualifiedChances(before, to, 1)) + 1e-12,
        );
      }),
    );
  });

  it('retiring less never lowers a stock', () => {
    fc.assert(
      fc.property(withMonths, ({ file, to }) => {
        const people = file.people.map((person) => ({ ...person, retire_monthly: 0 }));
        const stock = (given: ProjectionFile): number => meanOf(piChances(evaluate(given), to));
        expect(stock({ ...file, people })).toBeGreaterThanOrEqual(stock(file) - 1e-12);
      }),
    );
  });

  it('with nothing that ends a role and nothing that gives one, the stock is constant', () => {
    fc.assert(
      fc.property(withMonths, ({ file, to }) => {
        const groups = Object.fromEntries(
          Object.entries(file.groups).map(([name, rates]) => {
            const none = rates.coi.map((row) => row.map(() => 0));
            const ends = { leave_monthly: 0, pi_leave_monthly: 0, pi_role_loss_monthly: 0 };
            return [name, { ...rates, coi: none, pi_from_none: none, pi_from_coi: none, ...ends }];
          }),
        );
        const people = file.people.map((one) => ({ ...one, retire_monthly: 0, role_ends_in: undefined }));
        const still = evaluate({ ...file, groups, people });
        expect(meanOf(piChances(still, to))).toBe(meanOf(piChances(still, 0)));
      }),
    );
  });

  it('twice the people make twice the expectations and variances', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const twice = { ...file, people: file.people.map((one) => ({ ...one, count: one.count * 2 })) };
        for (const measure of ['expected_gain', 'variance_gain'] as const) {
          const question: ProjectionAsk = { measure, role: 'coi', window: [from, to] };
          expect(ask(twice, question)).toBe(2 * ask(file, question));
        }
      }),
    );
  });

  it('neither the order of the people nor how a count is split changes a byte', () => {
    const questions = (to: number): ProjectionAsk[] => [
      { measure: 'expected_gain', role: 'coi', window: [0, to] },
      { measure: 'p_gain_ge', role: 'pi', window: [0, to], n: 2 },
      { measure: 'quantile_stock', at: to, p: 0.3 },
    ];
    const arranged = withMonths.chain(({ file, to }) => {
      const apart = file.people.flatMap((one) =>
        Array.from({ length: one.count }, () => ({ ...one, count: 1 })),
      );
      const shuffled = fc.shuffledSubarray(apart, { minLength: apart.length, maxLength: apart.length });
      return shuffled.map((people) => ({ file, to, people }));
    });
    fc.assert(
      fc.property(arranged, ({ file, to, people }) => {
        const present = { ...file, people: file.people.filter(({ count }) => count > 0) };
        for (const question of questions(to)) {
          expect(ask({ ...file, people }, question)).toBe(ask(present, question));
        }
      }),
    );
  });

  it('nobody qualifies or is named before the shortest time to an award', () => {
    fc.assert(
      fc.property(projectionFile, fc.nat(20), (file, wait) => {
        const shortest = file.pathway.study_months[0]! + file.pathway.award_lag_months[0]! + wait;
        const planned = {
          kind: 'planned',
          stage: 1,
          start_in: wait,
          uptake: 1,
          count: 3,
          group: 'a',
        } as const;
        const projection = evaluate({ ...file, people: [planned], horizon_months: shortest + 1 });
        for (const gain of gains) expect(meanOf(gainChances(projection, gain, [0, shortest]))).toBe(0);
        expect(meanOf(qualifiedChances(projection, shortest, 1))).toBe(0);
      }),
    );
  });

  it('more people never lower a stock, a gain or the chance of reaching a number', () => {
    fc.assert(
      fc.property(withMonths, fc.nat(5), ({ file, to }, n) => {
        if (file.people.length === 0) return;
        const [first, ...rest] = file.people;
        const more = { ...file, people: [{ ...first!, count: first!.count + 1 }, ...rest] };
        const questions: ProjectionAsk[] = [
          { measure: 'expected_stock', at: to },
          { measure: 'p_stock_ge', at: to, n },
          { measure: 'p_gain_ge', role: 'coi', window: [0, to], n },
        ];
        for (const question of questions) {
          expect(ask(more, question)).toBeGreaterThanOrEqual(ask(file, question) - 1e-12);
        }
      }),
    );
  });

  it('a longer horizon changes nothing before it', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const longer = { ...file, horizon_months: file.horizon_months + 17 };
        const questions: ProjectionAsk[] = [
          { measure: 'expected_gain', role: 'pi', window: [from, to] },
          { measure: 'expected_stock', at: to },
          { measure: 'expected_qualified', at: to, held: 2 },
        ];
        for (const question of questions) expect(ask(longer, question)).toBeCloseTo(ask(file, question), 12);
      }),
    );
  });

  it('two windows: the joint chance is at most either, and the covariance that of the table', () => {
    const two = withMonths.chain(({ file, from, to }) =>
      fc
        .tuple(fc.nat(file.horizon_months), fc.nat(file.horizon_months), fc.nat(4), fc.nat(4))
        .map(([a, b, n, n2]) => ({ file, from, to, from2: Math.min(a, b), to2: Math.max(a, b), n, n2 })),
    );
    fc.assert(
      fc.property(two, ({ file, from, to, from2, to2, n, n2 }) => {
        const window: [number, number] = [from, to];
        const window2: [number, number] = [from2, to2];
        const projection = evaluate(file);
        const joint = (k: number, l: number): number =>
          answerProjectionAsk(projection, {
            measure: 'p_joint_gain_ge',
            role: 'pi',
            window,
            n: k,
            window2,
            n2: l,
          });
        expect(joint(n, 0)).toBeCloseTo(ask(file, { measure: 'p_gain_ge', role: 'pi', window, n }), 12);
        expect(joint(0, n2)).toBeCloseTo(
          ask(file, { measure: 'p_gain_ge', role: 'pi', window: window2, n: n2 }),
          12,
        );
        expect(joint(n, n2)).toBeLessThanOrEqual(Math.min(joint(n, 0), joint(0, n2)) + 1e-12);
        // E[N₁N₂] is the sum of P(N₁ ≥ k and N₂ ≥ l) over k, l ≥ 1.
        const people = file.people.reduce((sum, { count }) => sum + count, 0);
        let product = 0;
        for (let k = 1; k <= people; k += 1) for (let l = 1; l <= people; l += 1) product += joint(k, l);
        const mean = (of: [number, number]): number =>
          ask(file, { measure: 'expected_gain', role: 'pi', window: of });
        const covariance = ask(file, { measure: 'covariance_gain', role: 'pi', window, window2 });
        expect(product - mean(window) * mean(window2)).toBeCloseTo(covariance, 9);
      }),
      { numRuns: 25 },
    );
  });
});
