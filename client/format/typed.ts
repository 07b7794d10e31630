import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';

/** Text as typed; nothing is `null`. */
export function typedText(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

/** A number as typed, in whole steps of 1/`steps` (60: hours to minutes); nothing is `null`, what is no number NaN. */
export function typedNumber(text: string | undefined, steps = 1): number | null {
  const trimmed = typedText(text)?.replaceAll(/[£,\s]/g, '');
  if (trimmed === undefined) return null;
  return /^[0-9]+(\.[0-9]+)?$/.test(trimmed) ? Math.round(Number(trimmed) * steps) : NaN;
}

/** '21/12/2026' or '2026-12-21' as ISO text; what is no day stays as it is, for the rule that refuses it. */
function typedDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Items between commas or spaces. */
export function typedItems(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,;]+/).filter((item) => item !== '');
}

/** Names between semicolons or lines, since a name may hold a comma. */
export function typedNames(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Days between commas: '21/12/2026, 28/12/2026'. */
export function typedDays(text: string | undefined): readonly string[] {
  return typedItems(text).map(typedDay);
}

/** Days as somebody would type them. */
export function daysText(days: readonly PlainDate[]): string {
  return days
    .map((day) => (isPlainDate(day) ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day))
    .join(', ');
}
