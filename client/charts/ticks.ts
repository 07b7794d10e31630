import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import { shortMonth } from '../format/dates.ts';

const steps = [1, 2, 2.5, 5, 10] as const;

/**
 * Round numbers that reach from at or below `low` to at or above `high`, about `count` apart: 1, 2, 2.5 or 5 times a
 * power of ten. `wholeOnly` keeps to whole numbers, for people.
 */
export function niceTicks(low: number, high: number, count = 5, wholeOnly = false): readonly number[] {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const rough = span / Math.max(1, count - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((candidate) => candidate * power >= rough * 0.999) ?? 10);
  const whole = wholeOnly ? Math.max(1, Math.ceil(step)) : step;
  const first = Math.floor(low / whole + 1e-9);
  const last = Math.max(first + 1, Math.ceil((high > low ? high : low + span) / whole - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * whole).toPrecision(12)),
  );
}

/** A place on a time axis: where, its month, and its year where the year begins or the axis does. */
export type MonthTick = { readonly index: number; readonly label: string; readonly year: string | null };

/** The first of the days in each month; the year is said at the first and whenever it changes. */
export function monthTicks(days: readonly PlainDate[]): readonly MonthTick[] {
  const ticks: MonthTick[] = [];
  let [lastMonth, lastYear] = ['', ''];
  days.forEach((day, index) => {
    const month = monthOf(day);
    if (month === lastMonth) return;
    const [label = '', year = ''] = shortMonth(month).split(' ');
    ticks.push({ index, label, year: year === lastYear ? null : year });
    [lastMonth, lastYear] = [month, year];
  });
  return ticks;
}

/** Pixels a label needs to the right of its tick. */
const labelRoom = 30;

/**
 * Leaves out ticks of an axis of `count` steps and `width` pixels until each has `minGap` pixels and none runs off the
 * right. Where two are too near, the one that carries a year stays.
 */
export function thinTicks(
  ticks: readonly MonthTick[],
  count: number,
  width: number,
  minGap: number,
): readonly MonthTick[] {
  const perStep = width / Math.max(1, count);
  const kept: MonthTick[] = [];
  for (const tick of ticks) {
    const last = kept[kept.length - 1];
    const gap = last === undefined ? Infinity : (tick.index - last.index) * perStep;
    if ((count - tick.index) * perStep < labelRoom) continue;
    if (gap >= minGap) kept.push(tick);
    else if (tick.year !== null) kept.splice(-1, 1, tick);
  }
  return kept;
}

/** Moves labels apart, keeping their order, until neighbours are `gap` pixels from one another and all lie in [top, bottom]. */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed = order.map((label) => ({ ...label }));
  placed.forEach((label, at) => {
    const above = placed[at - 1];
    label.y = Math.max(label.y, above === undefined ? top : above.y + gap);
  });
  let floor = bottom;
  for (const label of [...placed].reverse()) {
    label.y = Math.min(label.y, floor);
    floor = label.y - gap;
  }
  return wanted.map((y, index) => placed.find((label) => label.index === index)?.y ?? y);
}
