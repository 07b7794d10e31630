/** A count as it may be shown outside the trust: `null` is suppressed. */
export type ShownCount = number | null;

export type ShownCounts = {
  readonly counts: readonly ShownCount[];
  readonly total: ShownCount;
};

/** Counts under this are not shown outside the trust, unless the trust says otherwise. */
export const usualThreshold = 5;

/** The hidden counts, as a reader sees them: how many they are, and what they add up to. */
type Hidden = { readonly cells: number; readonly sum: number };

/**
 * Whether a reader could work out a hidden count. Each is at least 1, and one at least is small. Where all can be
 * small they may be; so both readings must leave room: that all are, and that some are larger.
 */
function isDerivable({ cells, sum }: Hidden, threshold: number): boolean {
  const most = threshold - 1;
  if (cells === 0) return false;
  if (cells === 1 || sum <= cells) return true;
  return sum >= cells * most && sum <= cells * most + 1;
}

/**
 * The first group in the list that is shown and not empty. Not the smallest: a reader who knows that no shown group is
 * smaller could work the hidden one out.
 */
function nextToHide(counts: readonly number[], hidden: ReadonlySet<number>): number | null {
  const next = counts.findIndex((count, index) => count > 0 && !hidden.has(index));
  return next === -1 ? null : next;
}

/**
 * Counts of groups that share nobody, with their total, so that no count of 1 to `threshold` − 1 can be worked out:
 * small counts are hidden, and as many others as it takes, from the head of the list (secondary suppression): put the
 * groups that matter least first. A total that would give them away is hidden too. 0 is shown. Shares, WTE and pay of
 * a hidden group are to be hidden with it.
 *
 * The same counts give the same answer every time, so that asking again shows no more.
 *
 * @throws RangeError when a count is not a whole number of people or the threshold is not positive.
 */
export function suppressCounts(counts: readonly number[], threshold: number = usualThreshold): ShownCounts {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0) || !(threshold > 0)) {
    throw new RangeError('suppressCounts: counts are whole numbers of people');
  }
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < threshold ? [index] : [])));
  const sumHidden = (): number => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  while (isDerivable({ cells: hidden.size, sum: sumHidden() }, threshold)) {
    const next = nextToHide(counts, hidden);
    if (next === null) break;
    hidden.add(next);
  }
  const givenAway = isDerivable({ cells: hidden.size, sum: sumHidden() }, threshold);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    counts: counts.map((count, index) => (hidden.has(index) ? null : count)),
    total: givenAway || (total > 0 && total < threshold) ? null : total,
  };
}
