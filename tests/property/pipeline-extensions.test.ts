import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cappedLaw, cappedPiGains, expectedAbove } from '../../shared/pipeline/capped-gains.ts';
import { causes, cumulativeIncidence } from '../../shared/pipeline/cumulative-incidence.ts';
import { atLeast, distributionOf, meanOf, varianceOf } from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection, type Projection } from '../../shared/pipeline/evaluate-projection.ts';
import { covarianceOf, jointAtLeast } from '../../shared/pipeline/joint-gain.ts';
import {
  gainChances,
  gainPairChances,
  piChances,
  piLossChances,
  piReturnChances,
  qualifiedChances,
  rotationChances,
  type Gain,
} from '../../shared/pipeline/projection-chances.ts';
import { parseProjectionInputs, type ProjectionFile } from '../../shared/pipeline/projection-schema.ts';
import { projectionFile } from '../support/pipeline-arbitrary.ts';
import { extendedFile } from '../support/pipeline-extended-arbitrary.ts';

const gains = ['coi', 'pi', 'investigator', 'award'] as const satisfies readonly Gain[];
const runs = { numRuns: 40 };

function evaluate(file: ProjectionFile): Projection {
  return evaluateProjection(parseProjectionInputs(file));
}

const withMonths = extendedFile.chain((file) =>
  fc
    .tuple(fc.nat(file.horizon_months), fc.nat(file.horizon_months))
    .map(([a, b]) => ({ file, from: Math.min(a, b), to: Math.max(a, b) })),
);

function allCounts(projection: Projection, from: number, to: number) {
  return [
    ...gains.map((gain) => gainChances(projection, gain, [from, to])),
    piChances(projection, to),
    piLossChances(projection, [from, to]),
    piReturnChances(projection, [from, to]),
    qualifiedChances(projection, to, 1),
    rotationChances(projection, [from, to]),
  ];
}

/** Every number of a projection. */
function numbersOf(projection: Projection): number[] {
  return projection.profiles.flatMap(({ series }) =>
    Object.values(series).flatMap((list) =>
      (list instanceof Float64Array ? [list] : list).flatMap((one) => [...one]),
    ),
  );
}

describe('with other routes, rotations, deferral, cohorts that move together and rules on who may be PI', () => {
  it('chances lie in [0, 1] and those of a count add up to 1', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        for (const chances of allCounts(evaluate(file), from, to)) {
          for (const { probability, shared } of chances) {
            for (const chance of [probability, shared?.ifAll ?? 0]) {
              expect(chance).toBeGreaterThanOrEqual(0);
              expect(chance).toBeLessThanOrEqual(1);
            }
          }
          const { from: least, pmf } = distributionOf(chances);
          expect(Math.min(...pmf)).toBeGreaterThanOrEqual(0);
          expect(pmf.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 11);
          const mean = pmf.reduce((sum, mass, n) => sum + mass * (least + n), 0);
          const square = pmf.reduce((sum, mass, n) => sum + mass * (least + n) ** 2, 0);
          expect(mean).toBeCloseTo(meanOf(chances), 8);
          expect(square - mean ** 2).toBeCloseTo(varianceOf(chances), 7);
        }
      }),
      runs,
    );
  });

  it('causes add up to the people who had no role at the start, and the gains among them are the gains', () => {
    fc.assert(
      fc.property(withMonths, ({ file, to }) => {
        const projection = evaluate(file);
        const { byCause, people, namedAtStart } = cumulativeIncidence(projection, to);
        expect(causes.reduce((sum, cause) => sum + byCause[cause], 0)).toBeCloseTo(people, 10);
        for (const cause of causes) expect(byCause[cause], cause).toBeGreaterThanOrEqual(-1e-12);
        const all = file.people.reduce((sum, { count }) => sum + count, 0);
        expect(people + namedAtStart).toBe(all);
        const firsts = byCause['coi-first'] + byCause['pi-first'];
        expect(firsts).toBeCloseTo(meanOf(gainChances(projection, 'investigator', [0, to])), 10);
      }),
      runs,
    );
  });

  it('a higher leaving rate never raises a stock, the qualified or the gains by a date', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(withMonths, share, ({ file, to }, more) => {
        const higher = (rate: number): number => rate + (1 - rate) * more;
        const groups = Object.fromEntries(
          Object.entries(file.groups).map(([name, rates]) => [
            name,
            {
              ...rates,
              leave_monthly: higher(rates.leave_monthly),
              pi_leave_monthly: higher(rates.pi_leave_monthly),
            },
          ]),
        );
        const [before, after] = [evaluate(file), evaluate({ ...file, groups })];
        const counts = (projection: Projection): number[] => [
          meanOf(gainChances(projection, 'investigator', [0, to])),
          meanOf(piChances(projection, to)),
          meanOf(qualifiedChances(projection, to, 1)),
        ];
        const wanted = counts(before);
        counts(after).forEach((mean, index) => expect(mean).toBeLessThanOrEqual(wanted[index]! + 1e-12));
      }),
      runs,
    );
  });

  it('at the end PIs are those before, gained and returned, less those lost', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const projection = evaluate(file);
        const gained = meanOf(gainChances(projection, 'pi', [from, to]));
        const returned = meanOf(piReturnChances(projection, [from, to]));
        const lost = meanOf(piLossChances(projection, [from, to]));
        const stock = meanOf(piChances(projection, from)) + gained + returned - lost;
        expect(meanOf(piChances(projection, to))).toBeCloseTo(stock, 10);
      }),
      runs,
    );
  });

  it('two windows: the joint chance is at most either, and the covariance that of the table', () => {
    fc.assert(
      fc.property(withMonths, ({ file, from, to }) => {
        const projection = evaluate({ ...file, people: file.people.slice(0, 4) });
        const people = file.people.slice(0, 4).reduce((sum, { count }) => sum + count, 0);
        const pairs = gainPairChances(projection, 'coi', [0, from], [0, to]);
        const [first, second] = [from, to].map((end) => gainChances(projection, 'coi', [0, end]));
        let product = 0;
        for (let k = 1; k <= people; k += 1) {
          expect(jointAtLeast(pairs, k, 0)).toBeCloseTo(atLeast(distributionOf(first!), k), 10);
          for (let l = 1; l <= people; l += 1) product += jointAtLeast(pairs, k, l);
        }
        expect(product - meanOf(first!) * meanOf(second!)).toBeCloseTo(covarianceOf(pairs), 8);
      }),
      { numRuns: 20 },
    );
  });

  it('neither the order of the people nor how a count is split changes a byte', () => {
    const arranged = withMonths.chain(({ file, to }) => {
      const apart = file.people.flatMap((one) =>
        Array.from({ length: one.count }, () => ({ ...one, count: 1 })),
      );
      return fc
        .shuffledSubarray(apart, { minLength: apart.length, maxLength: apart.length })
        .map((people) => ({ file, to, people }));
    });
    fc.assert(
      fc.property(arranged, ({ file, to, people }) => {
        const present = { ...file, people: file.people.filter(({ count }) => count > 0) };
        const law = (given: ProjectionFile) => distributionOf(gainChances(evaluate(given), 'coi', [0, to]));
        expect(law({ ...file, people })).toEqual(law(present));
      }),
      runs,
    );
  });
});

describe('a feature that is there but says nothing', () => {
  it('changes no byte of any chance', () => {
    fc.assert(
      fc.property(projectionFile, (file) => {
        const row = (rates: ProjectionFile['groups'][string]): number[] => rates.bands.map(() => 0.5);
        const groups = Object.fromEntries(
          Object.entries(file.groups).map(([name, rates]) => {
            const attempt = { complete: 1, interrupt: 0, withdraw: 0 };
            const unused = { attempt, coi: row(rates), pi_from_none: row(rates), pi_from_coi: row(rates) };
            return [name, { ...rates, defer_go_on: [0, 0], routes: { unused } }];
          }),
        );
        const silent: ProjectionFile = {
          ...file,
          groups,
          pathway: { ...file.pathway, routes: { unused: { study_months: 3, award_lag_months: 0 } } },
          people: file.people.map((person) => ({ ...person, pi_from: 0 })),
          cohort_spread: 0,
        };
        expect(numbersOf(evaluate(silent))).toEqual(numbersOf(evaluate(file)));
      }),
      runs,
    );
  });
});

describe('each rule by itself', () => {
  it('nobody is named PI before the rules let them, and Co-I gains before that are never fewer', () => {
    fc.assert(
      fc.property(projectionFile, fc.nat(60), (file, month) => {
        const people = file.people.filter((one) => one.kind !== 'pi' && one.role !== 'pi');
        const open = evaluate({ ...file, people });
        const later = evaluate({ ...file, people: people.map((one) => ({ ...one, pi_from: month })) });
        const by = Math.min(month, file.horizon_months);
        expect(meanOf(gainChances(later, 'pi', [0, by]))).toBe(0);
        expect(meanOf(gainChances(later, 'coi', [0, by]))).toBeGreaterThanOrEqual(
          meanOf(gainChances(open, 'coi', [0, by])) - 1e-12,
        );
      }),
      runs,
    );
  });

  it('nobody stays past the end of a rotation, nobody leaves at a rate before it, and everyone is counted', () => {
    fc.assert(
      fc.property(projectionFile, fc.nat(60), (file, month) => {
        const people = file.people.map((one) => ({ ...one, leaves_in: month, retire_monthly: 0 }));
        const projection = evaluate({ ...file, people });
        const all = people.reduce((sum, { count }) => sum + count, 0);
        const past = Math.min(file.horizon_months, month + 1);
        if (past > month) {
          expect(meanOf(piChances(projection, past))).toBe(0);
          expect(meanOf(qualifiedChances(projection, past, 1))).toBe(0);
          expect(meanOf(rotationChances(projection, [month, past]))).toBeCloseTo(all, 10);
        } else {
          expect(meanOf(rotationChances(projection, [0, file.horizon_months]))).toBe(0);
        }
      }),
      runs,
    );
  });

  it('going on later never lowers the holders of a higher award, and comes one interval after', () => {
    fc.assert(
      fc.property(projectionFile, fc.nat(110), (file, month) => {
        const at = Math.min(month, file.horizon_months);
        // A role changes when people leave, and a later award when they gain it: here PIs leave as everybody does.
        const held = (deferring: Partial<ProjectionFile['groups'][string]>): number => {
          const groups = Object.fromEntries(
            Object.entries(file.groups).map(([name, rates]) => {
              return [name, { ...rates, pi_leave_monthly: rates.leave_monthly, ...deferring }];
            }),
          );
          return meanOf(qualifiedChances(evaluate({ ...file, groups }), at, 2));
        };
        expect(held({ defer_go_on: [0.5, 0.5] })).toBeGreaterThanOrEqual(held({}) - 1e-12);
      }),
      runs,
    );
  });

  it('on a route nobody is named before its end, nor with an award before the PGCert after it', () => {
    fc.assert(
      fc.property(extendedFile, fc.nat(15), (file, wait) => {
        const person = { kind: 'route', route: 'short', group: 'a', count: 2, start_in: wait } as const;
        const projection = evaluate({ ...file, people: [person] });
        const end = Math.min(wait + 7, file.horizon_months);
        for (const gain of gains) expect(meanOf(gainChances(projection, gain, [0, end]))).toBe(0);
        const { study_months: study, award_lag_months: lag } = file.pathway;
        const award = Math.min(
          wait + file.pathway.stage_interval_months + study[0]! + lag[0]!,
          file.horizon_months,
        );
        expect(meanOf(gainChances(projection, 'award', [0, award]))).toBe(0);
      }),
      runs,
    );
  });

  it('a cohort that moves together keeps every mean, and never makes the count of awards more certain', () => {
    fc.assert(
      fc.property(withMonths, ({ file, to }) => {
        const awards = (spread: number) =>
          gainChances(evaluate({ ...file, cohort_spread: spread }), 'award', [0, to]);
        const [apart, together] = [awards(0), awards(0.3)];
        expect(meanOf(together)).toBeCloseTo(meanOf(apart), 10);
        expect(varianceOf(together)).toBeGreaterThanOrEqual(varianceOf(apart) - 1e-10);
      }),
      runs,
    );
  });

  it('a cap never raises a gain, what it cuts is what is missing, and without one nothing is cut', () => {
    fc.assert(
      fc.property(withMonths, fc.array(fc.nat(60), { maxLength: 8 }), ({ file, to }, openings) => {
        const projection = evaluate(file);
        const free = distributionOf(gainChances(projection, 'pi', [0, to]));
        const answer = cappedPiGains(projection, { from: openings, knownTo: to }, to);
        if (answer.kind !== 'capped') throw new Error('openings are known');
        const { gains: capped } = answer;
        for (let n = 0; n <= openings.length + 1; n += 1) {
          const wanted = n <= capped.openings ? atLeast(free, n) : 0;
          expect(atLeast(capped, n)).toBeCloseTo(wanted, 10);
        }
        expect(capped.mean + capped.cut).toBeCloseTo(meanOf(gainChances(projection, 'pi', [0, to])), 10);
        const mean = capped.pmf.reduce((sum, mass, n) => sum + mass * (capped.from + n), 0);
        expect(mean).toBeCloseTo(capped.mean, 8);
        expect(expectedAbove(free, 1e6)).toBe(0);
        expect(cappedLaw(free, 1e6)).toEqual(free);
      }),
      runs,
    );
  });
});
