import {
  addDays,
  daysBetween,
  mondayOf,
  weekdayOf,
  type PlainDate,
} from '../../shared/calendar/plain-date.ts';
import { financialYearOf } from '../../shared/calendar/years.ts';
import type { WardInputs, WardLearner } from '../../shared/backfill/ward-inputs.ts';

/**
 * The ward question in the words of its convention, with big integers throughout and no care for speed: an oracle
 * for the model, sharing with it the calendar alone.
 */

export type SlowWeek = {
  monday: PlainDate;
  released: bigint;
  gap: bigint;
  need: bigint;
  /** Minutes × 10 000. */
  margin: { withoutRelease: bigint; beforeCover: bigint; afterCover: bigint };
  byYear: Map<string, { released: bigint; need: bigint; cost: bigint }>;
};

function halfUp(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b);
}

/** A learner's release of one week by day, in fifths of a minute, Monday first. */
function fifthsByDay(learner: WardLearner, monday: PlainDate): bigint[] {
  const fifths = Array<bigint>(7).fill(0n);
  const add = (weekday: number, value: number): void => {
    fifths[weekday - 1] = fifths[weekday - 1]! + BigInt(value * learner.count);
  };
  const index = daysBetween(mondayOf(learner.start), monday) / 7;
  const teaching =
    index >= 0 && index < learner.weeks && !learner.breakWeeks.some((date) => mondayOf(date) === monday);
  if (teaching && learner.days) for (const { weekday, minutes } of learner.days) add(weekday, minutes * 5);
  if (teaching && !learner.days) for (const weekday of [1, 2, 3, 4, 5]) add(weekday, learner.weeklyMinutes);
  for (const { date, minutes } of learner.blockDays ?? []) {
    if (mondayOf(date) === monday) add(weekdayOf(date), minutes * 5);
  }
  return fifths;
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/** What an hour costs on a day, by the rule in words: the last change of its financial year, else the year's rate. */
function priceOn({ rates, rateChanges = [] }: WardInputs, day: PlainDate): number {
  const year = financialYearOf(day);
  const begun = rateChanges.filter(({ from }) => from <= day && financialYearOf(from) === year);
  const latest = [...begun].sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  return latest?.pence ?? rates[year] ?? 0;
}

/** Cost of a week in a year: its minutes by day, those side by side at one price rounded together. */
function costOf(
  inputs: WardInputs,
  need: bigint,
  fifths: readonly bigint[],
  monday: PlainDate,
): Map<string, bigint> {
  const whole = total(fifths);
  const runs: { year: string; price: number; minutes: bigint }[] = [];
  let [before, running] = [0n, 0n];
  fifths.forEach((weight, index) => {
    running += weight;
    const upTo = whole === 0n ? 0n : (need * running) / whole;
    const day = addDays(monday, index);
    const [year, price] = [financialYearOf(day), priceOn(inputs, day)];
    const last = runs.at(-1);
    if (last?.year === year && last.price === price) last.minutes += upTo - before;
    else runs.push({ year, price, minutes: upTo - before });
    before = upTo;
  });
  const costs = new Map<string, bigint>();
  for (const { year, price, minutes } of runs) {
    const cost = halfUp(minutes * BigInt(inputs.fillBp) * BigInt(price), 600_000n);
    costs.set(year, (costs.get(year) ?? 0n) + cost);
  }
  return costs;
}

/** Minutes of each financial year of a week by cumulative flooring over its days. */
function byYear(minutes: bigint, fifths: readonly bigint[], monday: PlainDate): Map<string, bigint> {
  const whole = total(fifths);
  const parts = new Map<string, bigint>();
  let before = 0n;
  let running = 0n;
  fifths.forEach((weight, index) => {
    running += weight;
    const upTo = whole === 0n ? 0n : (minutes * running) / whole;
    const year = financialYearOf(addDays(monday, index));
    parts.set(year, (parts.get(year) ?? 0n) + upTo - before);
    before = upTo;
  });
  return parts;
}

function slowWeek(inputs: WardInputs, monday: PlainDate): SlowWeek {
  const each = inputs.learners.map((learner) => fifthsByDay(learner, monday));
  const fifths = [0, 1, 2, 3, 4, 5, 6].map((index) => total(each.map((days) => days[index]!)));
  const released = total(fifths) / 5n;
  const staying = total(
    each.map((days, index) => total(days) * BigInt(10_000 - (inputs.learners[index]!.lapseBp ?? 0))),
  );
  const beyond = released > BigInt(inputs.headroomMinutes) ? released - BigInt(inputs.headroomMinutes) : 0n;
  const gap = beyond === 0n ? 0n : halfUp(beyond * staying, total(fifths) * 10_000n);
  const need = halfUp(gap * BigInt(inputs.backfillBp), 10_000n);
  const share = BigInt(inputs.unavailabilityBp![Number(monday.slice(5, 7))]!);
  const base =
    BigInt(inputs.contractedMinutes!) * (10_000n - share) +
    10_000n * BigInt(inputs.temporaryCoverMinutes - inputs.plannedMinimumMinutes!);
  const [releasedByYear, needByYear] = [byYear(released, fifths, monday), byYear(need, fifths, monday)];
  const costs = costOf(inputs, need, fifths, monday);
  const years = [...releasedByYear].map(([year, minutes]) => {
    return [year, { released: minutes, need: needByYear.get(year)!, cost: costs.get(year)! }] as const;
  });
  return {
    monday,
    released,
    gap,
    need,
    margin: {
      withoutRelease: base,
      beforeCover: base - gap * 10_000n,
      afterCover: base - gap * 10_000n + need * BigInt(inputs.fillBp),
    },
    byYear: new Map(years),
  };
}

/** Every Monday from the first learner's first week to the last learner's last, block days included. */
function mondaysOf(inputs: WardInputs): PlainDate[] {
  const mondays = inputs.learners
    .flatMap(({ start, weeks, blockDays }) => [
      ...Array.from({ length: weeks }, (_, index) => addDays(mondayOf(start), 7 * index)),
      ...(blockDays ?? []).map(({ date }) => mondayOf(date)),
    ])
    .sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: daysBetween(first, last) / 7 + 1 }, (_, index) => addDays(first, 7 * index));
}

export function slowWard(inputs: WardInputs): SlowWeek[] {
  return mondaysOf(inputs).map((monday) => slowWeek(inputs, monday));
}
