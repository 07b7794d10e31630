import { useUp, type FlowNet } from './stack-flow.ts';
import {
  allows,
  useOrder,
  type Stack,
  type StackLine,
  type StackPart,
  type StackSource,
} from './stack-types.ts';

/** Lines that the same sources may pay. */
type LineGroup = { readonly allowed: readonly boolean[]; readonly lines: readonly StackLine[] };

function lineOrder(a: StackLine, b: StackLine): number {
  return a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1;
}

function groupsOf(lines: readonly StackLine[], sources: readonly StackSource[]): readonly LineGroup[] {
  const groups = new Map<string, { allowed: readonly boolean[]; lines: StackLine[] }>();
  for (const line of lines) {
    const allowed = sources.map((source) => allows(source, line));
    const key = allowed.map(Number).join('');
    const group = groups.get(key) ?? { allowed, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function sumOf(lines: readonly { readonly pence: number }[]): number {
  return lines.reduce((sum, { pence }) => sum + pence, 0);
}

function netOf(groups: readonly LineGroup[], sources: readonly StackSource[]): FlowNet {
  return {
    room: sources.map(({ pence }) => pence),
    open: groups.map(({ lines }) => sumOf(lines)),
    allowed: sources.map((_, index) => groups.map(({ allowed }) => allowed[index] ?? false)),
    flow: sources.map(() => groups.map(() => 0)),
  };
}

/** Lays what the sources give a group along its lines: what is used first on what falls first. */
function layAlong({ lines }: LineGroup, given: readonly (readonly [string, number])[]): StackPart[] {
  const parts: StackPart[] = [];
  let [at, taken] = [0, 0];
  for (const [sourceId, pence] of given) {
    for (let left = pence; left > 0;) {
      const line = lines[at];
      if (line === undefined) throw new RangeError('stack: more was given than the lines hold');
      const part = Math.min(left, line.pence - taken);
      if (part > 0) parts.push({ lineId: line.id, sourceId, pence: part });
      left -= part;
      taken += part;
      if (taken === line.pence) [at, taken] = [at + 1, 0];
    }
  }
  return parts;
}

function partsOf(
  groups: readonly LineGroup[],
  sources: readonly StackSource[],
  { flow }: FlowNet,
): StackPart[] {
  return groups.flatMap((group, index) => {
    const given = sources.map(({ id }, source): [string, number] => [id, flow[source]?.[index] ?? 0]);
    return layAlong(group, given);
  });
}

function summed(parts: readonly StackPart[], key: 'lineId' | 'sourceId'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(part[key], (sums.get(part[key]) ?? 0) + part.pence);
  return sums;
}

function checkPence(list: readonly { readonly pence: number }[]): void {
  if (!list.every(({ pence }) => Number.isSafeInteger(pence) && pence >= 0))
    throw new RangeError('stack: pence are whole and not negative');
}

/**
 * Puts every cost line on the money that may pay it, to the penny: money that lapses first, and of that the most
 * restricted, is used as far as it can be used at all, before any other; and as much is funded as can be. Flexible
 * money gives way to money that could pay nothing else. The order of the input does not matter.
 *
 * Sources are taken in the order of use, and each is used up without using less of those before (an augmenting path of
 * a transport problem), so what each source pays is the most in that order, and no line could move to money that
 * lapses sooner and has room.
 *
 * @throws RangeError when pence are not whole or negative.
 */
export function stackFunding(lines: readonly StackLine[], sources: readonly StackSource[]): Stack {
  checkPence([...lines, ...sources]);
  const inOrder = [...lines].sort(lineOrder);
  const used = [...sources].sort(useOrder);
  const groups = groupsOf(inOrder, used);
  const net = netOf(groups, used);
  used.forEach((_, index) => useUp(net, index));
  const parts = partsOf(groups, used, net);
  const [onLine, fromSource] = [summed(parts, 'lineId'), summed(parts, 'sourceId')];
  const funded = (id: string): number => onLine.get(id) ?? 0;
  const [totalPence, fundedPence] = [sumOf(lines), sumOf(parts)];
  return {
    parts,
    byLine: new Map(
      inOrder.map(({ id, pence }) => [id, { funded: funded(id), unfunded: pence - funded(id) }]),
    ),
    bySource: new Map(
      used.map(({ id, pence }) => {
        const paid = fromSource.get(id) ?? 0;
        return [id, { funded: paid, unspent: pence - paid }];
      }),
    ),
    totalPence,
    fundedPence,
    unfundedPence: totalPence - fundedPence,
  };
}
