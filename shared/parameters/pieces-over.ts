import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { rowsOf } from './parameter-set.ts';
import type { KnownParameter, ParameterSet } from './types.ts';
import { valueOn } from './value-on.ts';

/** A stretch of days, both ends included, with one row in force. */
export type Piece = { readonly from: PlainDate; readonly to: PlainDate; readonly parameter: KnownParameter };

/** The days of (from, to] on which a new row of one of the codes starts, in order and once each. */
export function changeDates(
  set: ParameterSet,
  codes: readonly string[],
  from: PlainDate,
  to: PlainDate,
): PlainDate[] {
  const starts = codes.flatMap((code) => rowsOf(set, code).map((row) => row.effectiveFrom));
  return [...new Set(starts)].filter((start) => start > from && start <= to).sort();
}

/** Cuts [from, to] at the given days of (from, to]: every day lies in exactly one part. */
export function partsBetween(
  from: PlainDate,
  to: PlainDate,
  cuts: readonly PlainDate[],
): { readonly from: PlainDate; readonly to: PlainDate }[] {
  return [from, ...cuts].map((start, index) => {
    const next = cuts[index];
    return { from: start, to: next === undefined ? to : addDays(next, -1) };
  });
}

/**
 * The range rule, for flows: [from, to] cut where the value of a code changes, with the row in force in each piece.
 *
 * @throws RangeError when `to` is before `from`.
 * @throws ModelError 'parameter-missing' when any day has no value.
 */
export function piecesOver(set: ParameterSet, code: string, from: PlainDate, to: PlainDate): Piece[] {
  if (to < from) throw new RangeError(`${to} is before ${from}`);
  return partsBetween(from, to, changeDates(set, [code], from, to)).map((part) => ({
    ...part,
    parameter: valueOn(set, code, part.from),
  }));
}
