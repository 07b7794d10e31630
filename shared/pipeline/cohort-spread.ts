import { betaNodes } from './beta-nodes.ts';

/**
 * What the people of one cohort share. `effect` is 0 for a cohort as expected and 1 where everybody completes, and a
 * chance moves along it in a straight line, so that the mean over the nodes is the chance without the effect.
 */
export type CohortLaw = {
  readonly id: string;
  readonly nodes: readonly { readonly effect: number; readonly weight: number }[];
};

/** Enough to be exact for cohorts of 47; beyond, the law is smooth and the error negligible. */
const mostNodes = 24;

/**
 * The chance to complete is Beta with mean `mean` and correlation `spread` between two people: with equal chances the
 * number who complete is Beta-binomial.
 *
 * @param mean in (0, 1), over the people of the cohort.
 */
export function cohortLaw(id: string, mean: number, spread: number, people: number): CohortLaw {
  const size = Math.min(mostNodes, Math.floor(people / 2) + 1);
  const weight = (1 - spread) / spread;
  const nodes = betaNodes(mean * weight, (1 - mean) * weight, size);
  return {
    id,
    nodes: nodes.map((node) => ({ effect: (node.value - mean) / (1 - mean), weight: node.weight })),
  };
}

/**
 * Someone's chance to complete where the cohort's is 1: below the cohort's mean it grows in proportion, above it the
 * chance to fail shrinks in proportion. Both are straight lines through the person's own chance at the cohort's mean,
 * and stay in [0, 1].
 */
export function completeIfAll(own: number, mean: number): number {
  return own <= mean ? own / mean : 1;
}

/** A chance at one value of the effect. */
export function atEffect(probability: number, ifAll: number, effect: number): number {
  return Math.min(1, Math.max(0, probability + effect * (ifAll - probability)));
}

/** E[effect²]: how strongly two people of the cohort move together. */
export function effectVariance({ nodes }: CohortLaw): number {
  return nodes.reduce((sum, { effect, weight }) => sum + weight * effect * effect, 0);
}

/** Something of a person that a cohort may share. */
type Sharing = { readonly shared?: { readonly law: CohortLaw } | undefined };

/** Those who share nothing, and the others by cohort, in order of appearance. */
export function byCohort<T extends Sharing>(
  list: readonly T[],
): { readonly apart: readonly T[]; readonly cohorts: ReadonlyMap<CohortLaw, readonly T[]> } {
  const cohorts = new Map<CohortLaw, T[]>();
  for (const one of list) {
    if (one.shared === undefined) continue;
    const known = cohorts.get(one.shared.law);
    if (known === undefined) cohorts.set(one.shared.law, [one]);
    else known.push(one);
  }
  return { apart: list.filter(({ shared }) => shared === undefined), cohorts };
}
