import { atEffect, byCohort, effectVariance, type CohortLaw } from './cohort-spread.ts';

/** How many of independent people: chance of `from`, `from` + 1, … What is left out at both ends is below 1e-19. */
export type CountDistribution = { readonly from: number; readonly pmf: readonly number[] };

/**
 * `count` people alike, each counted with this chance. Without `shared` they are independent; with it they and all of
 * the same law are independent given the cohort's effect, `ifAll` being the chance where everybody completes.
 */
export type Chance = {
  readonly probability: number;
  readonly count: number;
  readonly shared?: { readonly law: CohortLaw; readonly ifAll: number } | undefined;
};

const negligible = 1e-22;
/** Up to here people are added one by one; beyond, as a binomial block of their own. */
const fewPeople = 8;

type Block = { readonly from: number; readonly pmf: Float64Array };

function trimmed({ from, pmf }: Block): Block {
  let start = 0;
  let end = pmf.length;
  while (end - start > 1 && (pmf[start] ?? 0) < negligible) start += 1;
  while (end - start > 1 && (pmf[end - 1] ?? 0) < negligible) end -= 1;
  return end - start === pmf.length ? { from, pmf } : { from: from + start, pmf: pmf.slice(start, end) };
}

/** Everyone who is few of a kind, one person a pass: pmf ← pmf × (1 − p + p·s), within its own range. */
function oneByOne(chances: readonly Chance[]): Block {
  const people = chances.reduce((sum, { count }) => sum + count, 0);
  const pmf = new Float64Array(people + 1);
  pmf[0] = 1;
  let start = 0;
  let end = 1;
  for (const { probability: p, count } of chances) {
    for (let person = 0; person < count; person += 1) {
      for (let n = end; n > start; n -= 1) pmf[n] = (pmf[n] ?? 0) * (1 - p) + (pmf[n - 1] ?? 0) * p;
      pmf[start] = (pmf[start] ?? 0) * (1 - p);
      end += 1;
      while (end - start > 1 && (pmf[start] ?? 0) < negligible) start += 1;
      while (end - start > 1 && (pmf[end - 1] ?? 0) < negligible) end -= 1;
    }
  }
  return { from: start, pmf: pmf.slice(start, end) };
}

/**
 * Binomial(count, p) by ratios outward from its mode and one division at the end: no logarithm, no underflow in the
 * middle, whatever the count.
 */
function binomial({ probability: p, count }: Chance): Block {
  const mode = Math.min(count, Math.floor((count + 1) * p));
  const odds = p / (1 - p);
  const below: number[] = [];
  for (let k = mode, term = 1; k > 0; k -= 1) {
    term *= k / ((count - k + 1) * odds);
    if (term < negligible) break;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode, term = 1; k < count; k += 1) {
    term *= ((count - k) * odds) / (k + 1);
    if (term < negligible) break;
    above.push(term);
  }
  const terms = [...below.reverse(), 1, ...above];
  const total = terms.reduce((sum, term) => sum + term, 0);
  return { from: mode - below.length, pmf: Float64Array.from(terms, (term) => term / total) };
}

function convolved(a: Block, b: Block): Block {
  const pmf = new Float64Array(a.pmf.length + b.pmf.length - 1);
  a.pmf.forEach((pa, i) => {
    for (let j = 0; j < b.pmf.length; j += 1) pmf[i + j] = (pmf[i + j] ?? 0) + pa * (b.pmf[j] ?? 0);
  });
  return trimmed({ from: a.from + b.from, pmf });
}

function independent(chances: readonly Chance[]): Block {
  const certain = chances.reduce((sum, { probability, count }) => sum + (probability >= 1 ? count : 0), 0);
  const open = chances.filter(({ probability, count }) => count > 0 && probability > 0 && probability < 1);
  const few = oneByOne(open.filter(({ count }) => count <= fewPeople));
  const many = open.filter(({ count }) => count > fewPeople);
  const { from, pmf } = many.reduce((whole, chance) => convolved(whole, binomial(chance)), few);
  return { from: from + certain, pmf };
}

/** The mean over the cohort's effect of the law given it. */
function ofCohort(law: CohortLaw, chances: readonly Chance[]): Block {
  const given = law.nodes.map(({ effect }) =>
    independent(
      chances.map(({ probability, count, shared }) => ({
        probability: atEffect(probability, shared?.ifAll ?? probability, effect),
        count,
      })),
    ),
  );
  const from = Math.min(...given.map((block) => block.from));
  const to = Math.max(...given.map((block) => block.from + block.pmf.length));
  const pmf = new Float64Array(to - from);
  given.forEach((block, index) => {
    const weight = law.nodes[index]?.weight ?? 0;
    block.pmf.forEach((mass, n) => {
      const at = block.from - from + n;
      pmf[at] = (pmf[at] ?? 0) + weight * mass;
    });
  });
  return trimmed({ from, pmf });
}

/**
 * The exact law of the number of people counted, from + − × ÷ and square roots alone and in a fixed order:
 * Poisson-binomial, and where cohorts share an effect a mixture of these.
 */
export function distributionOf(chances: readonly Chance[]): CountDistribution {
  const { apart, cohorts } = byCohort(chances);
  const { from, pmf } = [...cohorts].reduce(
    (whole, [law, members]) => convolved(whole, ofCohort(law, members)),
    independent(apart),
  );
  return { from, pmf: Array.from(pmf) };
}

export function meanOf(chances: readonly Chance[]): number {
  return chances.reduce((sum, { probability, count }) => sum + count * probability, 0);
}

/** Over a cohort: what two different people add by moving together. */
function sharedVariance(law: CohortLaw, members: readonly Chance[]): number {
  let [sum, squares] = [0, 0];
  for (const { probability, count, shared } of members) {
    const slope = (shared?.ifAll ?? probability) - probability;
    sum += count * slope;
    squares += count * slope * slope;
  }
  return effectVariance(law) * (sum * sum - squares);
}

export function varianceOf(chances: readonly Chance[]): number {
  const own = chances.reduce(
    (sum, { probability, count }) => sum + count * probability * (1 - probability),
    0,
  );
  const { cohorts } = byCohort(chances);
  return [...cohorts].reduce((sum, [law, members]) => sum + sharedVariance(law, members), own);
}

/** P(N = n). */
export function exactly({ from, pmf }: CountDistribution, n: number): number {
  return pmf[n - from] ?? 0;
}

/** P(N ≥ n), summed from the far tail in, so that a small chance keeps its digits. */
export function atLeast({ from, pmf }: CountDistribution, n: number): number {
  if (n <= from) return 1;
  let sum = 0;
  for (let k = pmf.length - 1; k >= n - from; k -= 1) sum += pmf[k] ?? 0;
  return Math.min(1, sum);
}

/** Slack of the whole-person quantile: a chance that equals `p` but for rounding counts as reaching it. */
const slack = 1e-12;

/** In whole people: the smallest n with P(N ≤ n) ≥ p, for 0 < p < 1. */
export function wholeQuantile({ from, pmf }: CountDistribution, p: number): number {
  let sum = 0;
  const index = pmf.findIndex((mass) => (sum += mass) >= p - slack);
  return from + (index < 0 ? pmf.length - 1 : index);
}

/** The same for several, which rise, in one pass. */
export function wholeQuantiles({ from, pmf }: CountDistribution, shares: readonly number[]): number[] {
  const last = pmf.length - 1;
  let index = 0;
  let sum = pmf[0] ?? 0;
  return shares.map((share) => {
    while (sum < share - slack && index < last) sum += pmf[(index += 1)] ?? 0;
    return from + index;
  });
}

/**
 * Quantile of N + Uniform(−½, ½), the convention of the open model file, for 0 < p < 1: with n the smallest number
 * such that F(n) ≥ p, it is n − ½ + (p − F(n − 1)) ÷ P(n).
 */
export function spreadQuantile({ from, pmf }: CountDistribution, p: number): number {
  let below = 0;
  for (const [index, mass] of pmf.entries()) {
    if (below + mass >= p) return from + index - 0.5 + (p - below) / mass;
    below += mass;
  }
  return from + pmf.length - 0.5;
}
