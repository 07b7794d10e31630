import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { atEndOf, chanceOfAtLeast } from '../../shared/pipeline/chance-of-at-least.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { answerProjectionAsk, parseProjectionAsk } from '../../shared/pipeline/projection-asks.ts';
import { gainChances, piLossChances, piReturnChances } from '../../shared/pipeline/projection-chances.ts';
import type { GroupRates, Person, ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { meanOf } from '../../shared/pipeline/count-distribution.ts';
import { projectYears, yearsOf } from '../../shared/pipeline/project-years.ts';

const never = [[0], [0], [0]];
const always = [[1], [1], [1]];

/** Everyone completes, nobody leaves, no role comes: each example says what differs. */
const plain: GroupRates = {
  attempt: [1, 2, 3].map(() => ({ complete: 1, interrupt: 0, withdraw: 0 })),
  returnAfterInterruption: 0,
  goOn: [0, 0],
  bands: [0],
  coi: never,
  piFromNone: never,
  piFromCoi: never,
  leaveMonthly: 0,
  piLeaveMonthly: 0,
  piRoleLossMonthly: 0,
  piReturnMonthly: 0,
};

/** Co-I chances by band, and no other way to a role. */
function byBand(bands: readonly number[], coi: readonly (readonly number[])[]): Partial<GroupRates> {
  const none = coi.map((row) => row.map(() => 0));
  return { bands, coi, piFromNone: none, piFromCoi: none };
}

function inputsOf(
  rates: Partial<GroupRates>,
  people: readonly Person[],
  horizonMonths = 120,
): ProjectionInputs {
  return {
    startMonth: asMonth('2026-12'),
    horizonMonths,
    pathway: {
      studyMonths: [10, 10, 10],
      awardLagMonths: [2, 2, 2],
      stageIntervalMonths: 12,
      maxInterruptions: 2,
    },
    groups: { a: { ...plain, ...rates } },
    people,
  };
}

function answers(rates: Partial<GroupRates>, people: readonly Person[], asks: readonly object[]): number[] {
  const projection = evaluateProjection(inputsOf(rates, people));
  return asks.map((ask) => answerProjectionAsk(projection, parseProjectionAsk(ask)));
}

const gain = (role: 'coi' | 'pi', from: number, to: number): object => ({
  measure: 'expected_gain',
  role,
  window: [from, to],
});
const stock = (at: number): object => ({ measure: 'expected_stock', at });
const qualified = (at: number, held = 1): object => ({ measure: 'expected_qualified', at, held });

const starter: Person = { kind: 'planned', group: 'a', count: 1, stage: 1, startIn: 0, uptake: 1 };
const graduate: Person = { kind: 'graduated', group: 'a', count: 1, held: 1, sinceAward: 0 };
const pi: Person = { kind: 'pi', group: 'a', count: 1 };

function close(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, index) => expect(value, `answer ${index}`).toBeCloseTo(wanted[index]!, 12));
}

describe('study', () => {
  it('each interruption moves the award by twelve months, and the third is a withdrawal', () => {
    const attempt = [1, 2, 3].map(() => ({ complete: 0.7, interrupt: 0.2, withdraw: 0.1 }));
    const found = answers(
      { attempt, returnAfterInterruption: 0.5, coi: always },
      [{ ...starter, count: 10, uptake: 0.9 }],
      [
        gain('coi', 0, 12),
        gain('coi', 12, 13),
        gain('coi', 24, 25),
        gain('coi', 36, 37),
        gain('coi', 37, 60),
      ],
    );
    close(found, [
      0,
      10 * 0.9 * 0.7, //                                 award at 10 + 2
      10 * 0.9 * 0.2 * 0.5 * 0.7, //                     interrupted, returned, completed
      10 * 0.9 * 0.2 * 0.5 * 0.2 * 0.5 * 0.7, //         twice
      0,
    ]);
  });

  it('interruptions are counted over the whole pathway, not by stage', () => {
    const attempt = [
      { complete: 0.5, interrupt: 0.5, withdraw: 0 },
      { complete: 0.25, interrupt: 0.75, withdraw: 0 },
      { complete: 1, interrupt: 0, withdraw: 0 },
    ];
    const rates = { attempt, returnAfterInterruption: 1, goOn: [1, 0] };
    const [diploma] = answers(rates, [starter], [qualified(120, 2)]);
    // PGCert after 0, 1, 2 interruptions; then a PGDip with 2, 1, 0 of them left.
    const left = [0.25 + 0.75 * 0.25 + 0.75 ** 2 * 0.25, 0.25 + 0.75 * 0.25, 0.25];
    expect(diploma!).toBeCloseTo(0.5 * left[0]! + 0.5 * 0.5 * left[1]! + 0.5 ** 2 * 0.5 * left[2]!, 13);
  });

  it('someone in mid-stage who has not stopped is likelier to complete: c ÷ (1 − (i + w)e/D)', () => {
    const attempt = [1, 2, 3].map(() => ({ complete: 0.6, interrupt: 0.3, withdraw: 0.1 }));
    const studying: Person = { kind: 'studying', group: 'a', count: 1, stage: 1, elapsed: 5 };
    const found = answers(
      { attempt, returnAfterInterruption: 1 },
      [studying],
      [qualified(7), qualified(8), qualified(20)],
    );
    const going = 1 - 0.4 * (5 / 10); // 0.8
    // The second attempt is a fresh one: 0.6, and at most one interruption more.
    close(found, [0, 0.6 / going, 0.6 / going + ((0.3 * 0.5) / going) * 0.6]);
  });

  it('someone who has finished studying waits for the award, and can no longer stop', () => {
    const attempt = [1, 2, 3].map(() => ({ complete: 0.6, interrupt: 0.3, withdraw: 0.1 }));
    const studying: Person = { kind: 'studying', group: 'a', count: 1, stage: 1, elapsed: 11 };
    close(answers({ attempt }, [studying], [qualified(1), qualified(2)]), [0, 1]);
  });

  it('an award dated month 0 takes effect in month 0, so at the end of it and not before', () => {
    const studying: Person = { kind: 'studying', group: 'a', count: 1, stage: 1, elapsed: 12 };
    close(answers({ coi: always }, [studying], [qualified(0), qualified(1), gain('coi', 0, 1)]), [0, 1, 1]);
  });

  it('an interrupted person resumes where they stopped, and at the last interruption cannot stop again', () => {
    const attempt = [1, 2, 3].map(() => ({ complete: 0.5, interrupt: 0.4, withdraw: 0.1 }));
    const away = { kind: 'interrupted', group: 'a', count: 1, stage: 1, elapsed: 4, returnIn: 5 } as const;
    const rates = { attempt, returnAfterInterruption: 0.8 };
    const asks = [qualified(13), qualified(14), qualified(26), qualified(60)];
    // Award at 5 + (10 − 4) + 2 = 13; one interruption more moves it to 25.
    const first = 0.8 * 0.5;
    const second = 0.8 * 0.4 * 0.8 * 0.5;
    close(answers(rates, [{ ...away, interruptionsUsed: 1 }], asks), [
      0,
      first,
      first + second,
      first + second,
    ]);
    close(answers(rates, [{ ...away, interruptionsUsed: 2 }], asks), [0, first, first, first]);
    // A third, where two are allowed, leaves none either.
    close(answers(rates, [{ ...away, interruptionsUsed: 3 }], asks), [0, first, first, first]);
    // The present interruption is one even where nobody counted.
    close(answers(rates, [away], asks), [0, first, first + second, first + second]);
  });

  it('the next stage starts twelve months after the effective start of the last', () => {
    const rates = { goOn: [0.6, 0.5] };
    const found = answers(rates, [starter], [qualified(13, 1), qualified(25, 2), qualified(37, 3)]);
    close(found, [1, 0.6, 0.6 * 0.5]);
    const away: Person = { kind: 'interrupted', group: 'a', count: 1, stage: 1, elapsed: 4, returnIn: 5 };
    const resumed = answers(
      { ...rates, returnAfterInterruption: 1 },
      [away],
      [
        qualified(25, 2), // PGCert at 13, effective start 5 − 4 = 1; PGDip starts 13, award at 25
        qualified(26, 2),
      ],
    );
    close(resumed, [0, 0.6]);
  });

  it('a graduate who has decided studies no more; one who has not goes on with go_on of what is held', () => {
    const rates = { goOn: [0.6, 0.3] };
    const deciding: Person = { ...graduate, held: 2, undecided: true, nextStartIn: 9 };
    close(answers(rates, [graduate], [qualified(60, 2)]), [0]);
    close(answers(rates, [deciding], [qualified(21, 3), qualified(22, 3), qualified(60, 3)]), [0, 0.3, 0.3]);
  });
});

describe('roles', () => {
  it('from no role PI is tested first, and Co-I only on the rest', () => {
    const rates = { piFromNone: [[0.25], [0], [0]], coi: [[0.4], [0], [0]] };
    close(answers(rates, [graduate], [gain('pi', 0, 1), gain('coi', 0, 1)]), [0.25, 0.75 * 0.4]);
  });

  it('a role gained in a month meets its next risk in the month after', () => {
    const rates = { coi: always, piFromCoi: always, piRoleLossMonthly: 1 };
    const asks = [gain('coi', 0, 1), gain('pi', 0, 1), gain('pi', 1, 2), stock(1), stock(2), stock(3)];
    close(answers(rates, [graduate], asks), [1, 0, 1, 0, 1, 0]);
  });

  it('exit is tested before the role of the month, and leaving and retiring are independent', () => {
    const rates = { leaveMonthly: 0.1, coi: always };
    close(answers(rates, [{ ...graduate, retireMonthly: 0.2 }], [gain('coi', 0, 1)]), [0.9 * 0.8]);
  });

  it('the first investigator role is Co-I or a PI role taken straight away', () => {
    const rates = { piFromNone: [[0.25], [0], [0]], coi: [[0.4], [0], [0]], piFromCoi: always };
    const projection = evaluateProjection(inputsOf(rates, [graduate]));
    // After month 1 PI gains also hold the Co-I of month 0, who is no new investigator.
    expect(meanOf(gainChances(projection, 'investigator', [0, 2]))).toBeCloseTo(0.55 + 0.45 * 0.55, 13);
    expect(meanOf(gainChances(projection, 'pi', [0, 2]))).toBeCloseTo(0.25 + 0.45 * 0.25 + 0.75 * 0.4, 13);
  });

  it('the months since the award choose the band, and a new award starts them again', () => {
    const rates = {
      ...byBand(
        [0, 2, 5],
        [
          [0.1, 0.2, 0.4],
          [0.5, 0, 0],
          [0, 0, 0],
        ],
      ),
      goOn: [1, 0],
    };
    const learner: Person = { ...graduate, sinceAward: 1, undecided: true, nextStartIn: 0 };
    const none = 0.9 * 0.8 ** 3 * 0.6 ** 8; //  k = 1; 2, 3, 4; 5 to 12; then the PGDip of month 12, k = 0
    close(answers(rates, [learner], [gain('coi', 0, 12), gain('coi', 12, 13)]), [1 - none, none * 0.5]);
  });

  it('nobody without a qualification gains a role, Co-I at the start or not', () => {
    const rates = { coi: always, piFromNone: always, piFromCoi: always };
    const people: Person[] = [starter, { ...starter, role: 'coi' }];
    close(answers(rates, people, [gain('pi', 0, 12), gain('coi', 0, 12), gain('pi', 12, 13)]), [0, 0, 2]);
  });

  it('someone planned for the PGDip holds the PGCert, as if just awarded unless its month is given', () => {
    const rates = byBand(
      [0, 6],
      [
        [0.1, 0.3],
        [0, 0],
        [0, 0],
      ],
    );
    const diploma: Person = { ...starter, stage: 2, startIn: 9 };
    close(answers(rates, [diploma], [gain('coi', 0, 1), qualified(0, 1), qualified(0, 2)]), [0.1, 1, 0]);
    close(answers(rates, [{ ...diploma, sinceAward: 6 }], [gain('coi', 0, 1)]), [0.3]);
  });

  it('someone four months into the PGDip has held the PGCert for four months, if they went straight on', () => {
    const rates = byBand(
      [0, 4, 5],
      [
        [0, 0.3, 0.7],
        [0, 0, 0],
        [0, 0, 0],
      ],
    );
    const studying: Person = { kind: 'studying', group: 'a', count: 1, stage: 2, elapsed: 4 };
    close(answers(rates, [studying], [gain('coi', 0, 1), gain('coi', 1, 2)]), [0.3, 0.7 * 0.7]);
  });

  it('who is named already is never a gain of that role: a Co-I gains PI, a PI gains nothing', () => {
    const rates = { coi: always, piFromNone: always, piFromCoi: [[0.5], [0], [0]] };
    const asks = [gain('coi', 0, 60), gain('pi', 0, 1), stock(0), stock(1)];
    close(answers(rates, [{ ...graduate, role: 'coi' }], asks), [0, 0.5, 0, 0.5]);
    close(answers(rates, [{ ...graduate, role: 'pi' }], asks), [0, 0, 1, 1]);
  });
});

describe('PIs', () => {
  it('PIs leave at their own rate and give up the role at another', () => {
    const rates = { leaveMonthly: 0.5, piLeaveMonthly: 0.008, piRoleLossMonthly: 0.002 };
    close(answers(rates, [{ ...pi, count: 25 }], [stock(0), stock(1), stock(3)]), [
      25,
      25 * 0.992 * 0.998,
      25 * (0.992 * 0.998) ** 3,
    ]);
  });

  it('a lapsed PI may return from the month of the lapse on, and one who returned may lapse again', () => {
    const rates = { piRoleLossMonthly: 0.2, piReturnMonthly: 0.5 };
    const first = 0.8 + 0.2 * 0.5; // still PI, or lapsed and back in the same month: tested last
    const second = first * first + (1 - first) * 0.5;
    close(answers(rates, [pi], [stock(1), stock(2), gain('pi', 0, 60)]), [first, second, 0]);
  });

  it('a lapsed PI leaves at the rate of the group', () => {
    const rates = { leaveMonthly: 0.1, piLeaveMonthly: 0.01, piRoleLossMonthly: 1 };
    // Month 0 as PI, who lapses; from month 1 on as one of the group.
    close(answers(rates, [{ ...pi, held: 2 }], [qualified(1), qualified(2)]), [0.99, 0.99 * 0.9]);
  });

  it('a role that ends in n months is counted at n and not after; until then no rate ends it', () => {
    const rates = { leaveMonthly: 0.1, piLeaveMonthly: 0.01, piRoleLossMonthly: 0.3 };
    const ending: Person = { ...pi, held: 1, roleEndsIn: 3 };
    close(answers(rates, [ending], [stock(3), stock(4), qualified(3), qualified(4)]), [
      0.99 ** 3,
      0,
      0.99 ** 3,
      0.99 ** 3 * 0.9,
    ]);
    close(answers(rates, [{ ...ending, roleEndsIn: 0 }], [stock(0), stock(1)]), [1, 0]);
  });

  it('one who returned after a known end lapses at the rate', () => {
    const rates = { piRoleLossMonthly: 0.3, piReturnMonthly: 1 };
    // Back in the month of the end, then 0.7 + 0.3 × 1 = 1 each month: a lapse is made good at once.
    close(answers(rates, [{ ...pi, roleEndsIn: 1 }], [stock(1), stock(2), stock(9)]), [1, 1, 1]);
    const slow = { piRoleLossMonthly: 1, piReturnMonthly: 0.25 };
    close(answers(slow, [{ ...pi, roleEndsIn: 1 }], [stock(1), stock(2), stock(3)]), [
      1,
      0.25,
      0.25 * 0.25 + 0.75 * 0.25,
    ]);
  });

  it('existing PIs without a qualification are left out of the qualified, the others counted by level', () => {
    const people: Person[] = [pi, { ...pi, held: 1 }, { ...pi, held: 3, count: 2 }];
    close(answers({}, people, [qualified(0, 1), qualified(5, 2), qualified(5, 3)]), [3, 2, 2]);
  });

  it('a retirement list keeps its last value', () => {
    const people: Person[] = [{ ...pi, retireMonthly: [0, 0.1, 0.2] }];
    close(answers({}, people, [stock(1), stock(2), stock(5)]), [1, 0.9, 0.9 * 0.8 ** 3]);
  });

  it('lost over a window: PI before or in it and not at its end; a lapse made good in it is none', () => {
    const rates = { piRoleLossMonthly: 0.2, piReturnMonthly: 0.5 };
    const projection = evaluateProjection(inputsOf(rates, [pi]));
    const keep = 0.9; // of a PI, over a month: 0.8 + 0.2 × 0.5
    expect(meanOf(piLossChances(projection, [0, 1]))).toBeCloseTo(0.1, 13);
    // Over two months: PI at the start for certain, so lost = not PI at the end.
    expect(meanOf(piLossChances(projection, [0, 2]))).toBeCloseTo(1 - (keep * keep + 0.1 * 0.5), 13);
    expect(meanOf(piReturnChances(projection, [1, 2]))).toBeCloseTo(0.1 * 0.5, 13);
    // In month 1 alone: the 0.9 who are PI before it lose 0.1 of them; a return is not lost in its own month.
    expect(meanOf(piLossChances(projection, [1, 2]))).toBeCloseTo(0.9 * 0.1, 13);
  });
});

describe('two windows', () => {
  const rates = { coi: [[0.2], [0], [0]] };
  const people: Person[] = [{ ...graduate, count: 3 }];
  const ask = (measure: string, window2: readonly [number, number], n = 0, n2 = 0): object => ({
    ...{ measure, role: 'coi', window: [0, 2], window2, n, n2 },
  });
  const p = 1 - 0.8 ** 2; // 0.36 gain in months 0 and 1

  it('a window with itself: the covariance is the variance, the joint chance that of the greater number', () => {
    const asks = [ask('covariance_gain', [0, 2]), ask('p_joint_gain_ge', [0, 2], 1, 2)];
    close(answers(rates, people, asks), [3 * p * (1 - p), 3 * p ** 2 * (1 - p) + p ** 3]);
  });

  it('windows that share a month: who gains in it counts in both', () => {
    const shared = 0.8 * 0.2; // in month 1
    const second = 0.8 * 0.2 + 0.8 ** 2 * 0.2; // in months 1 and 2
    const asks = [ask('covariance_gain', [1, 3]), ask('p_joint_gain_ge', [1, 3], 3, 3)];
    close(answers(rates, people, asks), [3 * (shared - p * second), shared ** 3]);
  });

  it('windows apart: nobody gains in both', () => {
    const later = 0.8 ** 2 * 0.2; // in month 2
    const asks = [ask('covariance_gain', [2, 3]), ask('p_joint_gain_ge', [2, 3], 2, 2)];
    close(answers(rates, people, asks), [3 * (0 - p * later), 0]);
  });
});

describe('years', () => {
  const inputs = inputsOf(
    { coi: always },
    [{ kind: 'graduated', group: 'a', count: 10, held: 1, sinceAward: 0, retireMonthly: [0, 0, 0, 0.2, 0] }],
    28,
  );
  const dataCut = asPlainDate('2026-11-20');

  it('from December 2026 the first financial year is four months, and the rest of the horizon another part', () => {
    const { years } = projectYears(inputs, { basis: 'financial', dataCut });
    expect(
      years.map(({ year, months, partYear, window, lastDay }) => [year, months, partYear, window, lastDay]),
    ).toEqual([
      ['2026/27', 4, true, [0, 4], '2027-03-31'],
      ['2027/28', 12, false, [4, 16], '2028-03-31'],
      ['2028/29', 12, false, [16, 28], '2029-03-31'],
    ]);
  });

  it('the first academic year from December is eight months, to July', () => {
    const { years } = projectYears(inputs, { basis: 'academic', dataCut });
    expect(
      years.map(({ year, months, partYear, window, lastDay }) => [year, months, partYear, window, lastDay]),
    ).toEqual([
      ['2026/27', 8, true, [0, 8], '2027-07-31'],
      ['2027/28', 12, false, [8, 20], '2028-07-31'],
      ['2028/29', 8, true, [20, 28], '2029-03-31'],
    ]);
  });

  it('31 March 2030 is at 40', () => {
    expect(atEndOf(asMonth('2026-12'), asMonth('2030-03'))).toBe(40);
  });

  it('the 80% range is in whole people: of Binomial(10, 0.8) it is 6 to 10, the middle 8', () => {
    const { years, qualifiedNow } = projectYears(inputs, { basis: 'financial', dataCut });
    const end = years[0]!.qualifiedInPost;
    // P(N ≤ 5) = 0.0328, P(N ≤ 6) = 0.1209; P(N ≤ 9) = 1 − 0.8¹⁰ = 0.8926.
    expect([end.p10, end.p50, end.p90]).toEqual([6, 8, 10]);
    expect(end.mean).toBeCloseTo(8, 12);
    expect(end.variance).toBeCloseTo(1.6, 12);
    expect(qualifiedNow).toBe(10);
    expect(years[0]!.inYear.coiGained.mean).toBe(10);
    expect(years[0]!.inYear.qualified.mean).toBe(0);
  });

  it('gains of a first award fall in the year of the award; what was gained by then adds up', () => {
    const planned = inputsOf({}, [{ ...starter, count: 4, uptake: 0.5 }], 28);
    const { years } = projectYears(planned, { basis: 'financial', dataCut });
    expect(years.map((year) => year.inYear.qualified.mean)).toEqual([0, 2, 0]);
    expect(years.map((year) => year.byThen.qualified.mean)).toEqual([0, 2, 2]);
    expect(years.map((year) => year.qualifiedInPost.mean)).toEqual([0, 2, 2]);
    // Binomial(4, ½): P(N ≤ 0) = 0.0625, P(N ≤ 1) = 0.3125, P(N ≤ 2) = 0.6875, P(N ≤ 3) = 0.9375.
    const { p10, p50, p90 } = years[1]!.qualifiedInPost;
    expect([p10, p50, p90]).toEqual([1, 2, 3]);
  });

  it('the stock of a year is that of its last day, after what was gained, returned and lost', () => {
    const { years, piNow } = projectYears(inputsOf({ piRoleLossMonthly: 0.02 }, [{ ...pi, count: 50 }], 16), {
      basis: 'financial',
      dataCut,
    });
    expect(piNow).toBe(50);
    const means = years.map(({ piInPost, inYear, byThen }) => [
      ...[piInPost.mean, inYear.piLost.mean, byThen.piLost.mean],
    ]);
    close(means[0]!, [50 * 0.98 ** 4, 50 * (1 - 0.98 ** 4), 50 * (1 - 0.98 ** 4)]);
    close(means[1]!, [50 * 0.98 ** 16, 50 * (0.98 ** 4 - 0.98 ** 16), 50 * (1 - 0.98 ** 16)]);
  });

  it('the chance of at least N on a date is that of the law shown', () => {
    const projection = evaluateProjection(inputs);
    expect(chanceOfAtLeast(projection, 'qualified-in-post', 10, 4)).toBeCloseTo(0.8 ** 10, 13);
    expect(chanceOfAtLeast(projection, 'coi-gained', 10, 1)).toBe(1);
    expect(chanceOfAtLeast(projection, 'investigators-gained', 11, 28)).toBe(0);
    expect(chanceOfAtLeast(projection, 'pi-in-post', 0, 0)).toBe(1);
    expect(() => chanceOfAtLeast(projection, 'pi-in-post', 1, 29)).toThrow('28 months');
  });

  it('with three learners the page still has whole laws to show', () => {
    const three = inputsOf({ coi: [[0.05], [0], [0]] }, [{ ...starter, count: 3 }], 40);
    const last = yearsOf(evaluateProjection(three), 'financial', dataCut).years.at(-1)!;
    const p = 1 - 0.95 ** 28;
    expect(last.byThen.coiGained.from).toBe(0);
    const wanted = [(1 - p) ** 3, 3 * p * (1 - p) ** 2, 3 * p ** 2 * (1 - p), p ** 3];
    last.byThen.coiGained.pmf.forEach((mass, n) => expect(mass).toBeCloseTo(wanted[n]!, 13));
  });

  it('month 0 is the month after the data cut', () => {
    expect(() => projectYears(inputs, { basis: 'financial', dataCut: asPlainDate('2026-12-01') })).toThrow(
      'month after the data cut',
    );
  });
});
