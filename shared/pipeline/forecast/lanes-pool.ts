import type { Lanes } from './group-lanes.ts';

/**
 * Blocks of so many rows of one value a point, lent to one run and all taken back before the next: a warm run
 * allocates none. What a block holds when it is lent is left over.
 */
export type LanesPool = { readonly take: (rows: number) => Lanes; readonly takeBack: () => void };

type Blocks = { readonly lists: Lanes[]; used: number };

export function lanesPool(points: number): LanesPool {
  const bySize: Blocks[] = [];
  return {
    take: (rows) => {
      const blocks = (bySize[rows] ??= { lists: [], used: 0 });
      const list = (blocks.lists[blocks.used] ??= new Float64Array(rows * points));
      blocks.used += 1;
      return list;
    },
    takeBack: () => bySize.forEach((blocks) => (blocks.used = 0)),
  };
}
