import { halfUp } from '../../shared/core/rounding.ts';
import { formatChange, formatNumber, minus } from './numbers.ts';

const pencePerPound = 100;

const withPence = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Integer pence as whole pounds, rounded half up once, at the end: "£53,015", "−£30,491". */
export function pounds(pence: number): string {
  return signed(halfUp(pence, pencePerPound));
}

/** Integer pence in full: "£53,014.50". */
export function poundsAndPence(pence: number): string {
  const text = `£${withPence.format(Math.abs(pence) / pencePerPound)}`;
  return pence < 0 ? `${minus}${text}` : text;
}

/** A change in integer pence: "+£1,114", "−£2,614", and "same" when it rounds to nothing. */
export function poundsChange(pence: number): string {
  const change = formatChange(halfUp(pence, pencePerPound));
  return change === 'same' ? change : `${change.charAt(0)}£${change.slice(1)}`;
}

/** For a headline or an axis: "£1.2 million" from a million up, whole pounds below. */
export function roughPounds(pence: number): string {
  const million = 1_000_000 * pencePerPound;
  if (Math.abs(pence) < million) return pounds(pence);
  return `${pence < 0 ? minus : ''}£${formatNumber(Math.abs(halfUp(pence, million / 10)) / 10, 1)} million`;
}

/** For a chart axis: "£0", "£50k", "£1.2m". Axis labels only; words use `roughPounds`. */
export function axisPounds(pence: number): string {
  const value = Math.abs(pence) / pencePerPound;
  const sign = pence < 0 ? minus : '';
  if (value >= 1_000_000) return `${sign}£${formatNumber(value / 1_000_000, 1)}m`;
  if (value >= 1_000) return `${sign}£${formatNumber(value / 1_000, 1)}k`;
  return `${sign}£${formatNumber(value)}`;
}

function signed(wholePounds: number): string {
  return `${wholePounds < 0 ? minus : ''}£${formatNumber(Math.abs(wholePounds))}`;
}
