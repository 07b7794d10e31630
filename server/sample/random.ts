/** A seeded stream of choices: the same seed and purpose give the same choices on every machine. */
export type Random = {
  /** A number from 0 (included) to 1 (not included). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the items, each as likely as its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** The items in another order; the argument is left as it was. */
  shuffled<T>(items: readonly T[]): T[];
};

/** FNV-1a of the text: spreads seeds that differ in one letter over the whole range. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32: 32 bits of state, integer arithmetic only, so no platform rounds it differently. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A stream for one purpose of one trust. Each purpose has its own, so that a change in one generator leaves what the
 * others make as it was.
 */
export function randomFor(seed: string, purpose: string): Random {
  const next = mulberry32(hashOf(`${seed}/${purpose}`));
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => itemAt(items, Math.floor(next() * items.length));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick,
    weighted: (items) => weightedChoice(items, next()),
    shuffled: (items) => {
      const left = [...items];
      return items.map(() => itemAt(left.splice(whole(0, left.length - 1), 1), 0));
    },
  };
}

function weightedChoice<T>(items: readonly (readonly [T, number])[], share: number): T {
  let left = share * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    if (left < weight) return item;
    left -= weight;
  }
  return itemAt(items, items.length - 1)[0];
}

/** @throws RangeError when there is no item there: a sample table is wrong, and silence would hide it. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}
