import type { ParameterSet } from './types.ts';

/**
 * Keeps what was worked out from a set of parameters, by key: every team of a trust asks for the same few rates. A set
 * never changes, so that an answer kept is the answer; what throws is worked out again.
 *
 * @returns the answer of `work` for this set and key. The key names everything else the work depends on.
 */
export function oncePerSet<T>(): (set: ParameterSet, key: string, work: () => T) => T {
  const bySet = new WeakMap<ParameterSet, Map<string, T>>();
  return (set, key, work) => {
    const known = bySet.get(set) ?? new Map<string, T>();
    bySet.set(set, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work();
    known.set(key, answer);
    return answer;
  };
}
