import type { PlainDate } from '../calendar/plain-date.ts';
import type { CostKind } from './source.ts';

/** A cost to be paid for: pence of one kind, falling on one day. Ids are different. */
export type StackLine = {
  readonly id: string;
  readonly kind: CostKind;
  readonly on: PlainDate;
  readonly pence: number;
};

/** Money that may be put on lines: what it pays, from when to when, and, for an award, for whom alone. */
export type StackSource = {
  readonly id: string;
  /** Kinds it is known to pay: a source that pays by its terms pays none of which the trust has not said so. */
  readonly pays: readonly CostKind[];
  readonly pence: number;
  /** The first day of a cost it pays; `null` is any. */
  readonly from: PlainDate | null;
  /** The last day, after which it is lost; `null` where it does not lapse. */
  readonly to: PlainDate | null;
  /** Ids of the only lines it pays; `null` is all of its kinds. */
  readonly onlyLines: readonly string[] | null;
};

/** Pence of one line paid by one source. */
export type StackPart = { readonly lineId: string; readonly sourceId: string; readonly pence: number };

export type Stack = {
  /** In the order of the lines, then of the sources. */
  readonly parts: readonly StackPart[];
  readonly byLine: ReadonlyMap<string, { readonly funded: number; readonly unfunded: number }>;
  readonly bySource: ReadonlyMap<string, { readonly funded: number; readonly unspent: number }>;
  readonly totalPence: number;
  readonly fundedPence: number;
  readonly unfundedPence: number;
};

/** Whether a source may pay a line: its kind, its day and, for an award, its person. */
export function allows(source: StackSource, line: StackLine): boolean {
  return (
    source.pays.includes(line.kind) &&
    (source.from === null || source.from <= line.on) &&
    (source.to === null || line.on <= source.to) &&
    (source.onlyLines === null || source.onlyLines.includes(line.id))
  );
}

function restriction({ onlyLines, pays }: StackSource): number {
  return onlyLines === null ? pays.length : 0;
}

/**
 * The order in which money is used: what lapses first, then what may be used for least, then by id. Money that does
 * not lapse comes last.
 */
export function useOrder(a: StackSource, b: StackSource): number {
  if (a.to !== b.to) return a.to === null ? 1 : b.to === null ? -1 : a.to < b.to ? -1 : 1;
  return restriction(a) - restriction(b) || (a.id < b.id ? -1 : 1);
}
