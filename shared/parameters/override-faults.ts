import type { PlainDate } from '../calendar/plain-date.ts';
import type { Override } from './override.ts';
import { rowsOf } from './parameter-set.ts';
import type { Parameter, ParameterSet } from './types.ts';
import { readingOf, valueInWords } from './value-words.ts';

/** An override with what stops it from being forgotten: who answers for it, and when it is looked at again. */
export type OwnedOverride = Override & {
  readonly reviewOn: PlainDate;
  /** Stated on purpose: it starts before the first published date. */
  readonly beforePublished: boolean;
};

function faultOfValue(what: string, row: Parameter, value: number): readonly string[] {
  const { min, max } = readingOf(row);
  if (value >= min && value <= max) return [];
  return [`${what} is from ${valueInWords(row, min)} to ${valueInWords(row, max)}.`];
}

function faultsOfRange({ low, high, value }: Override): readonly string[] {
  return (low ?? value) <= value && value <= (high ?? value)
    ? []
    : ['The value lies within its own range: from the low to the high.'];
}

function faultsOfDates(override: OwnedOverride, first: PlainDate, today: PlainDate): readonly string[] {
  const early = override.effectiveFrom < first && !override.beforePublished;
  return [
    ...(early
      ? ['The date is before the first published value. Say so on purpose, or choose a later date.']
      : []),
    ...(override.reviewOn <= today ? ['The review date lies ahead: choose a day after today.'] : []),
  ];
}

/** What is wrong with an override, each in a sentence that says what to do; none when it may be saved. */
export function faultsOfOverride(
  set: ParameterSet,
  override: OwnedOverride,
  today: PlainDate,
): readonly string[] {
  const [first] = rowsOf(set, override.code);
  if (first === undefined) return ['There is no parameter with this code.'];
  const { low, high, value } = override;
  return [
    ...faultOfValue('The value', first, value),
    ...(low === null ? [] : faultOfValue('The low', first, low)),
    ...(high === null ? [] : faultOfValue('The high', first, high)),
    ...faultsOfRange(override),
    ...faultsOfDates(override, first.effectiveFrom, today),
  ];
}
