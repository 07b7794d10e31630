import type { PlainDate } from '../calendar/plain-date.ts';
import { ModelError } from '../core/errors.ts';
import { rowsOf } from './parameter-set.ts';
import type { KnownParameter, Parameter, ParameterSet } from './types.ts';

/** The row in force on a day: the latest that starts on or before it; `null` when none does. */
export function rowOn(set: ParameterSet, code: string, date: PlainDate): Parameter | null {
  return rowsOf(set, code).findLast((row) => row.effectiveFrom <= date) ?? null;
}

/** The row in force on a day where it holds a value; `null` where "not known" is an answer, such as a fee. */
export function knownOn(set: ParameterSet, code: string, date: PlainDate): KnownParameter | null {
  const row = rowOn(set, code, date);
  return row !== null && row.value !== null ? { ...row, value: row.value } : null;
}

/**
 * The value in force on a day, with its source and status. Point rule: a charge takes the value of its day.
 *
 * @throws ModelError 'parameter-missing' naming code and date when there is none. A missing value is never zero.
 */
export function valueOn(set: ParameterSet, code: string, date: PlainDate): KnownParameter {
  const row = knownOn(set, code, date);
  if (row === null) throw new ModelError('parameter-missing', `${code} has no value on ${date}`, `/${code}`);
  return row;
}
