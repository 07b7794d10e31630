import { monthNumberOf, yearOf, type PlainDate } from '../calendar/plain-date.ts';
import { suppressCounts, type ShownCount } from '../core/suppress.ts';
import { halfUp } from '../core/rounding.ts';

/** What stands in the place of a count that could point to people. */
export const hidden = 'hidden to protect people';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A whole number with commas and a true minus: "1,240", "−30". */
export function whole(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `−${digits}` : digits;
}

/** One count of people on its own, hidden where it is small. */
export function alone(count: number): ShownCount {
  return suppressCounts([count]).total;
}

/** A count that may be hidden. */
export function shownCount(count: ShownCount): string {
  return count === null ? hidden : whole(count);
}

/** A count that may be hidden, where there is little room: in a picture. */
export function shortCount(count: ShownCount): string {
  return count === null ? 'hidden' : whole(count);
}

/** "1 person", "5 people", "no people"; hidden counts say so. */
export function counted(count: ShownCount, one: string, many: string): string {
  if (count === null) return `a number of ${many} that is ${hidden}`;
  if (count === 0) return `no ${many}`;
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** Integer pence as whole pounds, rounded half up once. */
export function poundsOf(pence: number): string {
  const value = halfUp(pence, 100);
  return value < 0 ? `−£${whole(-value)}` : `£${whole(value)}`;
}

/** Integer tenths as printed: 23625 is "2,362.5", 26250 is "2,625". */
function tenthsOf(tenths: number): string {
  const rest = Math.abs(tenths) % 10;
  const text = whole((Math.abs(tenths) - rest) / 10);
  return `${tenths < 0 ? '−' : ''}${text}${rest === 0 ? '' : `.${rest}`}`;
}

/** Minutes as hours to one decimal. */
export function hoursOf(minutes: number): string {
  return tenthsOf(halfUp(minutes * 10, 60));
}

/** Basis points as a percentage to one decimal: "92.4%". */
export function percentOf(basisPoints: number): string {
  return `${tenthsOf(halfUp(basisPoints, 10))}%`;
}

/** Hundred-thousandths of a post, to one decimal always: 50000 is "0.5", 100000 is "1.0". */
export function wteOf(wteE5: number): string {
  const tenths = halfUp(wteE5, 10_000);
  return `${whole((tenths - (tenths % 10)) / 10)}.${tenths % 10}`;
}

/** "20 November 2026". */
export function dayOf(date: PlainDate): string {
  return `${Number(date.slice(8))} ${monthNames[monthNumberOf(date) - 1] ?? ''} ${yearOf(date)}`;
}

/** "Nov 2026", where there is little room: in a picture. */
export function shortMonthOf(date: PlainDate): string {
  return `${(monthNames[monthNumberOf(date) - 1] ?? '').slice(0, 3)} ${yearOf(date)}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
