import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../shared/core/errors.ts';
import { hasCohortSpread, isBeyondBase } from '../../shared/pipeline/beyond-base.ts';
import { meanOf } from '../../shared/pipeline/count-distribution.ts';
import { cumulativeIncidence } from '../../shared/pipeline/cumulative-incidence.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { gainChances, qualifiedChances, rotationChances } from '../../shared/pipeline/projection-chances.ts';
import type { GroupRates, Person, ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { parseProjectionInputs, type ProjectionFile } from '../../shared/pipeline/projection-schema.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';
import { gapsOf, planOf, verifiedPlans } from '../support/pipeline-verify.ts';
import { projectionCase } from '../support/pipeline-cases.ts';

/** Two bands; everybody stays for good, and nobody gets a role but as a test says. */
const still: GroupRates = {
  attempt: [1, 2, 3].map(() => ({ complete: 0.8, interrupt: 0, withdraw: 0.2 })),
  returnAfterInterruption: 0,
  goOn: [0.5, 0.5],
  bands: [0, 6],
  coi: [1, 2, 3].map(() => [0, 0]),
  piFromNone: [1, 2, 3].map(() => [0, 0]),
  piFromCoi: [1, 2, 3].map(() => [0, 0]),
  leaveMonthly: 0,
  piLeaveMonthly: 0,
  piRoleLossMonthly: 0,
  piReturnMonthly: 0,
};

const certain = { complete: 1, interrupt: 0, withdraw: 0 };

function plan(people: readonly Person[], more: Partial<GroupRates> = {}): ProjectionInputs {
  const routes = {
    internship: { studyMonths: 6, awardLagMonths: 0 },
    appointed: { studyMonths: 0, awardLagMonths: 0 },
  };
  const { pathway, startMonth } = planOf(1, {});
  return {
    startMonth,
    horizonMonths: 40,
    pathway: { ...pathway, routes },
    groups: { a: { ...still, ...more } },
    people,
  };
}

const one = { group: 'a', count: 1 } as const;

it('without any of the rules every chance of a trust is, byte for byte, what it was before they came', () => {
  const hash = createHash('sha256');
  for (const { count, series } of evaluateProjection(sampleTrust()).profiles) {
    hash.update(String(count));
    const { coi, piFromNone, piFromCoi, firstAward, pi, lapsed, qualified } = series;
    for (const list of [coi, piFromNone, piFromCoi, firstAward, pi, lapsed, ...qualified]) hash.update(list);
  }
  expect(hash.digest('hex')).toBe('f713a2c627960d5d3b10814fa227f43bc31e62e0d7024fd34f072f64f7241398');
});

describe('other routes', () => {
  const routes = {
    internship: {
      attempt: { complete: 0.9, interrupt: 0, withdraw: 0.1 },
      coi: [0.1, 0],
      piFromNone: [0, 0],
      piFromCoi: [0, 0],
      enterPgcert: 0.5,
    },
    appointed: { attempt: certain, coi: [0.2, 0.2], piFromNone: [0, 0], piFromCoi: [0, 0] },
  };
  const coi = (people: readonly Person[], to: number): number =>
    meanOf(gainChances(evaluateProjection(plan(people, { routes })), 'coi', [0, to]));

  it('a role is open from the end of the route, by the route’s own row and its months', () => {
    const intern: Person = { ...one, kind: 'route', route: 'internship', elapsed: 4 };
    // Done at the start of month 2; 0.1 a month for six months, and nothing after.
    const complete = 0.9 / (0.9 + 0.1 * (1 - 4 / 6));
    expect(coi([intern], 2)).toBe(0);
    expect(coi([intern], 3)).toBeCloseTo(complete * 0.1, 14);
    expect(coi([intern], 40)).toBeCloseTo(complete * (1 - 0.9 ** 6), 14);
  });

  it('an intern enters the PGCert with a chance of its own, a whole interval after the start', () => {
    const intern: Person = { ...one, kind: 'route', route: 'internship', startIn: 1, uptake: 0.8 };
    const projection = evaluateProjection(plan([intern], { routes }));
    // Starts in month 1, is done in 7, starts the PGCert in 13 and holds it in 25.
    expect(meanOf(gainChances(projection, 'award', [0, 25]))).toBe(0);
    expect(meanOf(gainChances(projection, 'award', [25, 26]))).toBeCloseTo(0.8 * 0.9 * 0.5 * 0.8, 14);
    expect(meanOf(qualifiedChances(projection, 40, 1))).toBeCloseTo(0.288, 14);
  });

  it('of an award and a route the later one says which chances hold', () => {
    const rates = {
      routes,
      coi: [
        [0.3, 0.3],
        [0, 0],
        [0, 0],
      ],
    };
    const first = (sinceAward: number, sinceEnd: number): number => {
      const person: Person = { ...one, kind: 'route', route: 'appointed', held: 1, sinceAward, sinceEnd };
      return meanOf(gainChances(evaluateProjection(plan([person], rates)), 'coi', [0, 1]));
    };
    expect([first(2, 9), first(9, 2), first(4, 4)]).toEqual([0.3, 0.2, 0.2]);
  });

  it('a direct appointment has chances from its day on, without any award', () => {
    const now: Person = { ...one, kind: 'route', route: 'appointed', sinceEnd: 0 };
    const later: Person = { ...one, kind: 'route', route: 'appointed', startIn: 5 };
    expect(coi([now], 1)).toBeCloseTo(0.2, 14);
    expect(coi([later], 5)).toBe(0);
    expect(coi([later], 7)).toBeCloseTo(1 - 0.8 ** 2, 14);
    const { byCause } = cumulativeIncidence(evaluateProjection(plan([now], { routes })), 2);
    expect(byCause).toMatchObject({ qualified: expect.closeTo(0.64, 12) as number, 'on-the-way': 0 });
  });
});

describe('who does not go on at once', () => {
  it('may go on one interval later, by a chance of the rest', () => {
    const graduate: Person = {
      ...one,
      kind: 'graduated',
      held: 1,
      sinceAward: 0,
      undecided: true,
      nextStartIn: 2,
    };
    const held = (at: number, deferGoOn?: readonly number[]): number =>
      meanOf(
        qualifiedChances(
          evaluateProjection(plan([graduate], { goOn: [0.5, 0], ...(deferGoOn ? { deferGoOn } : {}) })),
          at,
          2,
        ),
      );
    // Award 12 months after the start in month 2, or in month 14.
    expect([held(15), held(40)]).toEqual([0.4, 0.4]);
    expect(held(26, [0.3, 0])).toBeCloseTo(0.4, 14);
    expect(held(27, [0.3, 0])).toBeCloseTo(0.4 + 0.5 * 0.3 * 0.8, 14);
  });
});

describe('an interruption with its own return', () => {
  it('brings the award so many months after the return as were left, whatever the interval', () => {
    for (const returnIn of [0, 5, 7]) {
      const parent: Person = { ...one, kind: 'interrupted', stage: 1, elapsed: 4, returnIn };
      const projection = evaluateProjection(plan([parent], { returnAfterInterruption: 1 }));
      const month = returnIn + 12 - 4;
      expect(meanOf(gainChances(projection, 'award', [month, month + 1]))).toBeCloseTo(0.8, 14);
    }
  });

  it('dates the award before it by the months away, where they are known', () => {
    // PGDip begun ten months before the return less four of study: the PGCert award came when the PGDip began.
    const parent: Person = { ...one, kind: 'interrupted', stage: 2, elapsed: 4, returnIn: 3, awayMonths: 6 };
    const rates = {
      coi: [
        [0.1, 0.3],
        [0, 0],
        [0, 0],
      ],
    };
    const first = (person: Person): number =>
      meanOf(gainChances(evaluateProjection(plan([person], rates)), 'coi', [0, 1]));
    // Begun in month −7: seven months since the award, the second band. Ten since, were it a whole interval.
    expect(first(parent)).toBe(0.3);
    expect(first({ ...parent, awayMonths: 1 })).toBe(0.1);
  });
});

describe('the end of a rotation', () => {
  it('ends everything in its month, and is no leaving', () => {
    const resident: Person = { ...one, kind: 'graduated', held: 1, sinceAward: 0, leavesIn: 6 };
    const projection = evaluateProjection(plan([resident], { leaveMonthly: 0.5 }));
    expect(meanOf(qualifiedChances(projection, 6, 1))).toBe(1);
    expect(meanOf(qualifiedChances(projection, 7, 1))).toBe(0);
    expect(meanOf(rotationChances(projection, [0, 6]))).toBe(0);
    expect(meanOf(rotationChances(projection, [6, 7]))).toBe(1);
    expect(cumulativeIncidence(projection, 7).byCause).toMatchObject({ rotated: 1, left: 0, qualified: 0 });
  });
});

describe('who may be Principal Investigator', () => {
  it('has no PI chance before the month the rules change, and takes Co-I roles as ever', () => {
    const nurse: Person = { ...one, kind: 'graduated', held: 1, sinceAward: 0, piFrom: 3 };
    const rates = {
      coi: [
        [0.2, 0.2],
        [0, 0],
        [0, 0],
      ],
      piFromNone: [
        [0.5, 0.5],
        [0, 0],
        [0, 0],
      ],
    };
    const projection = evaluateProjection(plan([nurse], rates));
    expect(meanOf(gainChances(projection, 'pi', [0, 3]))).toBe(0);
    expect(meanOf(gainChances(projection, 'coi', [0, 3]))).toBeCloseTo(1 - 0.8 ** 3, 14);
    expect(meanOf(gainChances(projection, 'pi', [3, 4]))).toBeCloseTo(0.8 ** 3 * 0.5, 14);
  });
});

describe('what has become of those without a role', () => {
  it('a planned learner who does not start shows at the start, one who gives up in the month of the award', () => {
    const planned: Person = { ...one, kind: 'planned', stage: 1, startIn: 3, uptake: 0.75 };
    const projection = evaluateProjection(plan([planned]));
    const at = (month: number) => cumulativeIncidence(projection, month).byCause;
    expect(at(3)).toMatchObject({ 'on-the-way': 1, withdrawn: 0 });
    expect(at(4)).toMatchObject({ 'on-the-way': 0.75, withdrawn: 0.25 });
    expect(at(15)).toMatchObject({ 'on-the-way': 0.75, qualified: 0 });
    expect(at(16).qualified).toBeCloseTo(0.6, 14);
    expect(at(16).withdrawn).toBeCloseTo(0.4, 14);
    expect(at(16)['on-the-way']).toBeCloseTo(0, 14);
  });

  it('leaving is tested before retiring, so that of those who would do both in a month it is leaving', () => {
    const nurse: Person = { ...one, kind: 'graduated', held: 1, sinceAward: 0, retireMonthly: 0.5 };
    const projection = evaluateProjection(plan([nurse], { leaveMonthly: 0.5 }));
    expect(cumulativeIncidence(projection, 1).byCause).toMatchObject({
      left: 0.5,
      retired: 0.25,
      qualified: 0.25,
    });
  });

  it('people named at the start are counted apart', () => {
    const people: Person[] = [
      { ...one, kind: 'pi' },
      { ...one, kind: 'graduated', held: 1, sinceAward: 0, role: 'coi' },
      { ...one, count: 3, kind: 'graduated', held: 1, sinceAward: 0 },
    ];
    const table = cumulativeIncidence(evaluateProjection(plan(people)), 12);
    expect(table).toMatchObject({ people: 3, namedAtStart: 2, byCause: { qualified: 3 } });
  });
});

describe('what only the month-by-month engine follows', () => {
  const graduate: Person = { ...one, kind: 'graduated', held: 1, sinceAward: 0 };

  it('is other routes, rotations, later PI rights and going on late', () => {
    const rates = plan([]).groups['a']!;
    expect(isBeyondBase(graduate, rates)).toBe(false);
    expect(isBeyondBase({ ...graduate, piFrom: 0 }, rates)).toBe(false);
    expect(isBeyondBase({ ...graduate, piFrom: 1 }, rates)).toBe(true);
    expect(isBeyondBase({ ...graduate, leavesIn: 50 }, rates)).toBe(true);
    expect(isBeyondBase(graduate, { ...rates, deferGoOn: [0, 0] })).toBe(false);
    expect(isBeyondBase(graduate, { ...rates, deferGoOn: [0.1, 0] })).toBe(true);
    expect(isBeyondBase({ ...one, kind: 'pi' }, { ...rates, deferGoOn: [0.1, 0] })).toBe(false);
    expect(isBeyondBase({ ...one, kind: 'route', route: 'appointed', sinceEnd: 0 }, rates)).toBe(true);
    expect(hasCohortSpread({ ...plan([]), cohortSpread: 0 })).toBe(false);
    expect(hasCohortSpread({ ...plan([]), cohortSpread: 0.1 })).toBe(true);
  });
});

describe('what cannot be', () => {
  const sample = projectionCase('P16').inputs as ProjectionFile;
  const clock = { short: { study_months: 6, award_lag_months: 0 } };
  const route = {
    attempt: certain,
    coi: sample.groups['a']!.bands.map(() => 0),
    pi_from_none: sample.groups['a']!.bands.map(() => 0),
    pi_from_coi: sample.groups['a']!.bands.map(() => 0),
  };
  const file = (person: object, more: object = {}): unknown => ({
    ...sample,
    pathway: { ...sample.pathway, routes: clock },
    groups: { a: { ...sample.groups['a']!, routes: { short: { ...route, ...more } } } },
    people: [{ kind: 'route', route: 'short', group: 'a', count: 1, ...person }],
  });
  const refusal = (inputs: unknown): string | null => {
    try {
      evaluateProjection(parseProjectionInputs(inputs));
    } catch (error) {
      if (error instanceof ModelError) return error.path;
      throw error;
    }
    return null;
  };

  it.each([
    [{ start_in: 3 }, {}, null],
    [{}, {}, '/people/0/route'],
    [{ start_in: 3, elapsed: 2 }, {}, '/people/0/route'],
    [{ route: 'long', start_in: 3 }, {}, '/people/0/route'],
    [{ route: 'constructor', start_in: 3 }, {}, '/people/0/route'],
    [{ elapsed: 7 }, {}, '/people/0/elapsed'],
    [{ elapsed: 2, uptake: 0.5 }, {}, '/people/0/uptake'],
    [{ since_end: 2, return_in: 5 }, {}, '/people/0/return_in'],
    [{ start_in: 2, next_start_in: 5 }, {}, '/people/0/next_start_in'],
    [{ start_in: 2, since_award: 5 }, {}, '/people/0/since_award'],
    [{ start_in: 2 }, { coi: [0, 0, 0] }, '/groups/a/routes/short/coi'],
    [{ start_in: 2 }, { attempt: { ...certain, withdraw: 0.5 } }, '/groups/a/routes/short/attempt'],
    [{ elapsed: 6 }, { attempt: { complete: 0, interrupt: 0, withdraw: 1 } }, '/people/0/elapsed'],
  ])('%j with %j is answered by %j', (person, more, path) => {
    expect(refusal(file(person, more))).toBe(path);
  });

  it('a correlation of one, and one below nought, are refused', () => {
    expect(refusal({ ...sample, cohort_spread: 1 })).toBe('/cohort_spread');
    expect(refusal({ ...sample, cohort_spread: -0.1 })).toBe('/cohort_spread');
    expect(refusal({ ...sample, cohort_spread: 0.3 })).toBeNull();
  });
});

describe('the exact engine against the simulation, every rule in turn', () => {
  const draws = 3_000;

  it.each(verifiedPlans)('$id: every mean within 4.5 standard errors', ({ seed, features }) => {
    for (const { measure, window, deviation, meanGap } of gapsOf(planOf(seed, features), draws, seed)) {
      // A count too rare to be met has no error to speak of.
      const error = Math.max(deviation, 0.01) / Math.sqrt(draws);
      expect(meanGap, `${measure} ${window.join('-')}`).toBeLessThanOrEqual(4.5 * error);
    }
  });
});
