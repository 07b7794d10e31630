import type { Person } from '../projection-inputs.ts';

/** Months from `from` on in which the chance of retiring is the same; `scale` × (1 − rate)^n is the chance of still being there at n. */
export type Stretch = { readonly from: number; readonly rate: number; readonly scale: number };

export type Retirement = {
  readonly stretches: readonly Stretch[];
  /** Chance of not having retired at n, by n from 0 to the horizon. */
  readonly there: Float64Array;
};

/** More changes than age bands give, or a rate this high, are left to the monthly engine. */
const mostStretches = 6;
const highestRate = 0.2;

/** Repeated multiplication: exact rounding steps, the same everywhere. */
export function wholePower(base: number, exponent: number): number {
  let value = 1;
  for (let n = 0; n < exponent; n += 1) value *= base;
  return value;
}

/** `null` where the stretches are too many or too steep for sums by stretch. */
export function retirementOf(retire: Person['retireMonthly'], months: number): Retirement | null {
  const list = typeof retire === 'number' ? [retire] : (retire ?? [0]);
  const rateIn = (month: number): number => list[Math.min(month, list.length - 1)] ?? 0;
  const there = new Float64Array(months + 1);
  there[0] = 1;
  const stretches: Stretch[] = [];
  for (let month = 0; month < months; month += 1) {
    const rate = rateIn(month);
    const now = there[month] ?? 1;
    if (rate !== stretches.at(-1)?.rate) {
      stretches.push({ from: month, rate, scale: now / wholePower(1 - rate, month) });
    }
    there[month + 1] = now * (1 - rate);
  }
  const tooMany = stretches.length > mostStretches || stretches.some(({ rate }) => rate > highestRate);
  return tooMany ? null : { stretches, there };
}
