const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const decimals = [1, 2, 3].map(
  (digits) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: 0 }),
);

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** The sign used in print for a negative number: a true minus, which is as wide as a plus. */
export const minus = '−';

/**
 * A number as printed: commas, a true minus, at most `places` decimals and none that are zero.
 * `formatNumber(2362.5, 1)` is "2,362.5"; `formatNumber(2625, 1)` is "2,625". Never prints "−0".
 */
export function formatNumber(value: number, places: 0 | 1 | 2 | 3 = 0): string {
  const format = places === 0 ? whole : decimals[places - 1];
  const text = (format ?? whole).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text;
}

/** As `formatNumber` with a plus sign too, for a change: "+13.4", "−4.3", and "same" when it prints as nothing. */
export function formatChange(value: number, places: 0 | 1 | 2 | 3 = 0): string {
  const text = formatNumber(Math.abs(value), places);
  if (!/[1-9]/.test(text)) return 'same';
  return value < 0 ? `${minus}${text}` : `+${text}`;
}

/** A count with its noun: "1 week", "5 weeks", "0 weeks". `many` is needed where adding an s is wrong. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** A count in words up to nine, for the start of a headline: "Five", "No", "39". */
export function headlineCount(count: number): string {
  const word = smallNumbers[count];
  if (word === undefined) return formatNumber(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1st", "2nd", "3rd", "11th", "22nd". */
export function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return `${formatNumber(count)}th`;
  return `${formatNumber(count)}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}
