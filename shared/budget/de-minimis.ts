import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';

/**
 * Pence below which no month-end journal is proposed, and the row it rests on.
 *
 * @throws ModelError 'parameter-missing' before its first date.
 */
export function deMinimisOn(
  date: PlainDate,
  set: ParameterSet,
): { readonly pence: number; readonly use: ParameterUse } {
  const found = valueOn(set, 'JOURNAL_DE_MINIMIS', date);
  return { pence: found.value, use: useOf(found) };
}
