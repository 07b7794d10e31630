import { ModelError } from '../core/errors.ts';
import { atEffect, byCohort, effectVariance, type CohortLaw } from './cohort-spread.ts';
import type { PairChance } from './projection-chances.ts';

/** Cells × people beyond which the two-way law would take more than seconds. */
const largest = 5e8;

function ownCovariance(pairs: readonly PairChance[]): number {
  return pairs.reduce((sum, { first, second, both, count }) => sum + count * (both - first * second), 0);
}

/** Over a cohort: what two different people add by moving together. */
function sharedCovariance(law: CohortLaw, members: readonly PairChance[]): number {
  let [sum, sum2, products] = [0, 0, 0];
  for (const { first, second, count, shared } of members) {
    const slope = (shared?.first ?? first) - first;
    const slope2 = (shared?.second ?? second) - second;
    sum += count * slope;
    sum2 += count * slope2;
    products += count * slope * slope2;
  }
  return effectVariance(law) * (sum * sum2 - products);
}

/** Cov(N₁, N₂): people are independent but for their cohort, so that else only each person's own windows count. */
export function covarianceOf(pairs: readonly PairChance[]): number {
  const { cohorts } = byCohort(pairs);
  return [...cohorts].reduce(
    (sum, [law, members]) => sum + sharedCovariance(law, members),
    ownCovariance(pairs),
  );
}

/** One person more: the table of P(N₁ = i, N₂ = j), its last row and column holding "or more". */
function addPerson(table: Float64Array, n: number, n2: number, { first, second, both }: PairChance): void {
  const onlyFirst = Math.max(0, first - both);
  const onlySecond = Math.max(0, second - both);
  const neither = Math.max(0, 1 - onlyFirst - onlySecond - both);
  const width = n2 + 1;
  for (let i = n; i >= 0; i -= 1) {
    for (let j = n2; j >= 0; j -= 1) {
      const here = table[i * width + j] ?? 0;
      const left = j > 0 ? (table[i * width + j - 1] ?? 0) : 0;
      const up = i > 0 ? (table[(i - 1) * width + j] ?? 0) : 0;
      const corner = i > 0 && j > 0 ? (table[(i - 1) * width + j - 1] ?? 0) : 0;
      let mass = here * neither + left * onlySecond + up * onlyFirst + corner * both;
      if (i === n) mass += here * onlyFirst + left * both;
      if (j === n2) mass += here * onlySecond + up * both;
      if (i === n && j === n2) mass += here * both;
      table[i * width + j] = mass;
    }
  }
}

function addPeople(table: Float64Array, n: number, n2: number, pairs: readonly PairChance[]): void {
  for (const pair of pairs) {
    for (let person = 0; person < pair.count; person += 1) addPerson(table, n, n2, pair);
  }
}

function pairAtEffect(pair: PairChance, effect: number): PairChance {
  const { shared = pair } = pair;
  return {
    first: atEffect(pair.first, shared.first, effect),
    second: atEffect(pair.second, shared.second, effect),
    both: atEffect(pair.both, shared.both, effect),
    count: pair.count,
  };
}

/** The mean over the cohort's effect of the table with its people added. */
function withCohort(
  table: Float64Array,
  n: number,
  n2: number,
  [law, members]: readonly [CohortLaw, readonly PairChance[]],
): Float64Array {
  const mean = new Float64Array(table.length);
  for (const { effect, weight } of law.nodes) {
    const given = Float64Array.from(table);
    addPeople(
      given,
      n,
      n2,
      members.map((pair) => pairAtEffect(pair, effect)),
    );
    given.forEach((mass, cell) => {
      mean[cell] = (mean[cell] ?? 0) + weight * mass;
    });
  }
  return mean;
}

/**
 * P(N₁ ≥ n and N₂ ≥ n2), exact: each person falls in the first window, the second, both or neither.
 *
 * @throws ModelError 'too-large' where people × n × n2 is beyond 500 million.
 */
export function jointAtLeast(pairs: readonly PairChance[], n: number, n2: number): number {
  const people = pairs.reduce((sum, { count }) => sum + count, 0);
  if (n > people || n2 > people) return 0;
  if ((n + 1) * (n2 + 1) * people > largest) {
    throw new ModelError('too-large', 'too many people for a joint chance this high', '/n');
  }
  const { apart, cohorts } = byCohort(pairs);
  const table = new Float64Array((n + 1) * (n2 + 1));
  table[0] = 1;
  addPeople(table, n, n2, apart);
  const whole = [...cohorts].reduce<Float64Array>((now, cohort) => withCohort(now, n, n2, cohort), table);
  return Math.min(1, whole[whole.length - 1] ?? 0);
}
