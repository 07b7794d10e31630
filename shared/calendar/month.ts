import { daysInMonth } from './civil.ts';
import type { PlainDate } from './plain-date.ts';

/** A calendar month as 'YYYY-MM' text of the years 0001 to 9999; `<` compares months. */
export type Month = string & { readonly __brand: 'Month' };

const shape = /^\d{4}-(0[1-9]|1[0-2])$/;

export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && shape.test(text) && text >= '0001-01';
}

export function parseMonth(text: string): Month | null {
  return isMonth(text) ? text : null;
}

/** @throws RangeError when the text is not a month. */
export function asMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${text.slice(0, 20)}`);
  return text;
}

export function monthOf(date: PlainDate): Month {
  return date.slice(0, 7) as Month;
}

function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** The month `months` later (earlier when negative). */
export function addMonthsTo(month: Month, months: number): Month {
  const index = indexOf(month) + months;
  if (index < 12 || index >= 120_000) throw new RangeError('a month outside the years 0001 to 9999');
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Months from `from` to `to`: positive when `to` is later. */
export function monthsBetween(from: Month, to: Month): number {
  return indexOf(to) - indexOf(from);
}

export function firstDayOf(month: Month): PlainDate {
  return `${month}-01` as PlainDate;
}

export function lastDayOf(month: Month): PlainDate {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}` as PlainDate;
}
