/** A value with its weight in a mean. */
export type Node = { readonly value: number; readonly weight: number };

/** Recurrence of the polynomials orthonormal under Beta(a, b) on [0, 1]: diagonal and squared off-diagonal. */
type Recurrence = { readonly diagonal: readonly number[]; readonly squares: readonly number[] };

function recurrence(a: number, b: number, size: number): Recurrence {
  const [alpha, beta] = [b - 1, a - 1];
  const diagonal = Array.from({ length: size }, (_, n) => {
    if (n === 0) return a / (a + b);
    const two = 2 * n + alpha + beta;
    return (1 + (beta * beta - alpha * alpha) / (two * (two + 2))) / 2;
  });
  const squares = Array.from({ length: size - 1 }, (_, index) => {
    const n = index + 1;
    const two = 2 * n + alpha + beta;
    const first = (n + alpha) * (n + beta) * n;
    return n === 1
      ? first / (two * two * (two + 1))
      : (first * (n + alpha + beta)) / (two * two * (two + 1) * (two - 1));
  });
  return { diagonal, squares };
}

/** How many nodes lie below x: signs of the Sturm sequence. */
function nodesBelow({ diagonal, squares }: Recurrence, x: number): number {
  let count = 0;
  let ratio = 1;
  diagonal.forEach((entry, n) => {
    ratio = entry - x - (n === 0 ? 0 : (squares[n - 1] ?? 0) / ratio);
    if (ratio === 0) ratio = 1e-300;
    if (ratio < 0) count += 1;
  });
  return count;
}

function nodeAt(table: Recurrence, index: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (nodesBelow(table, middle) > index) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** One over the sum of the squared orthonormal polynomials. */
function weightAt({ diagonal, squares }: Recurrence, x: number): number {
  let [before, now, sum] = [0, 1, 1];
  for (let n = 1; n < diagonal.length; n += 1) {
    const back = n === 1 ? 0 : Math.sqrt(squares[n - 2] ?? 0);
    const next = ((x - (diagonal[n - 1] ?? 0)) * now - back * before) / Math.sqrt(squares[n - 1] ?? 1);
    [before, now] = [now, next];
    sum += next * next;
  }
  return 1 / sum;
}

/**
 * Gauss's nodes and weights for Beta(a, b), from + − × ÷ and square roots alone: a mean over them is exact for every
 * polynomial up to the power 2 × `size` − 1, so that of n people up to n.
 */
export function betaNodes(a: number, b: number, size: number): readonly Node[] {
  const table = recurrence(a, b, size);
  const nodes = Array.from({ length: size }, (_, index) => {
    const value = nodeAt(table, index);
    return { value, weight: weightAt(table, value) };
  });
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return nodes.map(({ value, weight }) => ({ value, weight: weight / total }));
}
