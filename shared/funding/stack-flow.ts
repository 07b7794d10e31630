/** Pence that a source can still give and lines alike can still take, and what was put where. */
export type FlowNet = {
  /** By source, in the order of use. */
  readonly room: number[];
  /** By group of lines. */
  readonly open: number[];
  /** Whether the source may pay the group: by source, then group. */
  readonly allowed: readonly (readonly boolean[])[];
  /** Pence, by source, then group. */
  readonly flow: number[][];
};

/** How a group was reached: by giving from `source`; what that takes away from was reached by `before`. */
type Reached = { readonly source: number; readonly before: number | null };

/**
 * The groups that money of one source can come to, directly or by moving aside money of another source that lies
 * there to a group which that one may pay too; the nearest first.
 */
function reach({ allowed, flow }: FlowNet, start: number): Map<number, Reached> {
  const reached = new Map<number, Reached>();
  const seen = new Set([start]);
  const queue: { source: number; before: number | null }[] = [{ source: start, before: null }];
  for (const { source, before } of queue) {
    allowed[source]?.forEach((may, group) => {
      if (!may || reached.has(group)) return;
      reached.set(group, { source, before });
      flow.forEach((row, other) => {
        if (seen.has(other) || (row[group] ?? 0) === 0) return;
        seen.add(other);
        queue.push({ source: other, before: group });
      });
    });
  }
  return reached;
}

/** The gifts from the last group back to the first: source and group, each source moving aside into the next. */
function pathTo(reached: ReadonlyMap<number, Reached>, group: number): [source: number, group: number][] {
  const path: [number, number][] = [];
  for (let at: number | null = group; at !== null;) {
    const step = reached.get(at);
    if (step === undefined) return path;
    path.push([step.source, at]);
    at = step.before;
  }
  return path;
}

/** Pence that can go along a path: no more than the source has, than is moved aside anywhere, than is open at its end. */
function capacity({ room, open, flow }: FlowNet, path: readonly (readonly [number, number])[]): number {
  const [end] = path;
  const start = path.at(-1);
  const aside = path.slice(0, -1).map(([source], index) => {
    const from = path[index + 1]?.[1] ?? -1;
    return flow[source]?.[from] ?? 0;
  });
  return Math.min(room[start?.[0] ?? -1] ?? 0, open[end?.[1] ?? -1] ?? 0, ...aside);
}

function add(net: FlowNet, source: number, group: number, pence: number): void {
  const row = net.flow[source];
  if (row !== undefined) row[group] = (row[group] ?? 0) + pence;
}

function send(net: FlowNet, path: readonly (readonly [number, number])[], pence: number): void {
  path.forEach(([source, group], index) => {
    add(net, source, group, pence);
    const from = path[index + 1]?.[1];
    if (from !== undefined) add(net, source, from, -pence);
  });
  const [end] = path;
  const start = path.at(-1)?.[0] ?? -1;
  net.room[start] = (net.room[start] ?? 0) - pence;
  if (end !== undefined) net.open[end[1]] = (net.open[end[1]] ?? 0) - pence;
}

/**
 * Uses as much as can be used of one source without using less of any other: money already put is moved aside where
 * that makes room, and stays used. Changes the net.
 */
export function useUp(net: FlowNet, source: number): void {
  while ((net.room[source] ?? 0) > 0) {
    const reached = reach(net, source);
    const end = [...reached.keys()].find((group) => (net.open[group] ?? 0) > 0);
    if (end === undefined) return;
    const path = pathTo(reached, end);
    send(net, path, capacity(net, path));
  }
}
