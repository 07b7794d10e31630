import { formatNumber } from './numbers.ts';

/** A middle forecast with the ends of its 80% range (P10 and P90), in whole people. */
export type Range = { readonly middle: number; readonly low: number; readonly high: number };

/** "15 to 25"; one number when both ends print alike. */
export function rangeText({ low, high }: Pick<Range, 'low' | 'high'>): string {
  const [from, to] = [formatNumber(low), formatNumber(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** "about 20": a forecast is never printed as if it were counted. */
export function about(middle: number): string {
  return `about ${formatNumber(middle)}`;
}

/** "80% range 15 to 25". */
export function eightyRange(range: Pick<Range, 'low' | 'high'>): string {
  return `80% range ${rangeText(range)}`;
}

/** "about 20, 80% range 15 to 25". */
export function aboutWithRange(range: Range): string {
  return `${about(range.middle)}, ${eightyRange(range)}`;
}
