import { monthOf, type Month } from '../calendar/month.ts';
import { addDays, dayNumberOf, type PlainDate } from '../calendar/plain-date.ts';
import type { YearPart } from '../calendar/week.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { allocate } from '../core/allocate.ts';
import { patternWeeks } from '../release/pattern-weeks.ts';
import { planWeeks, type PlanWeek } from './plan-weeks.ts';
import type { CoverCostLine, WardYear } from './ward-answer.ts';
import type { WardInputs, WardLearner } from './ward-inputs.ts';

export type MonthCost = { readonly month: Month; readonly costPence: number };
export type LearnerCost = { readonly key: string | null; readonly costPence: number };
export type CentreCost = {
  readonly code: string;
  readonly financialYear: FinancialYear;
  readonly costPence: number;
};

type LinePart = { readonly line: CoverCostLine; readonly week: PlanWeek; readonly part: YearPart };

/** Each cost line with the week and days it is for. */
function lineParts(inputs: WardInputs, lines: readonly CoverCostLine[]): LinePart[] {
  const weeks = new Map(planWeeks(inputs).map((week) => [week.monday, week]));
  return lines.flatMap((line) => {
    const week = weeks.get(line.monday);
    const part = week?.parts.find(({ financialYear }) => financialYear === line.financialYear);
    return week === undefined || part === undefined ? [] : [{ line, week, part: { ...part, ...line.days } }];
  });
}

function monthWeights({ week, part }: LinePart): Map<Month, number> {
  const weights = new Map<Month, number>();
  for (let day = part.from; day < part.to; day += 1) {
    const month = monthOf(addDays(week.monday, day));
    const weight = (week.runningWeights[day] ?? 0) - (week.runningWeights[day - 1] ?? 0);
    weights.set(month, (weights.get(month) ?? 0) + weight);
  }
  return weights;
}

/** Cover cost by month of the release days, by largest remainder within each line; adds up to the lines exactly. */
export function costByMonth(inputs: WardInputs, lines: readonly CoverCostLine[]): MonthCost[] {
  const months = new Map<Month, number>();
  for (const linePart of lineParts(inputs, lines)) {
    const { line, week, part } = linePart;
    const month = monthOf(addDays(week.monday, part.from));
    if (month === monthOf(addDays(week.monday, part.to - 1))) {
      months.set(month, (months.get(month) ?? 0) + line.costPence);
      continue;
    }
    const weights = [...monthWeights(linePart)];
    const shares = allocate(
      line.costPence,
      weights.map(([, weight]) => weight),
    );
    weights.forEach(([own], index) => months.set(own, (months.get(own) ?? 0) + (shares[index] ?? 0)));
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, costPence]) => ({ month, costPence }));
}

/** Weight of a learner on the days of a part: minutes released there that do not lapse. */
function learnerWeigher(learner: WardLearner): (monday: PlainDate, part: YearPart) => number {
  const weeks = new Map(patternWeeks(learner).map((week) => [week.mondayNumber, week.dayWeights]));
  const kept = learner.count * (10_000 - (learner.lapseBp ?? 0));
  return (monday, { from, to }) => {
    const days = weeks.get(dayNumberOf(monday))?.slice(from, to) ?? [];
    return days.reduce((sum, weight) => sum + weight, 0) * kept;
  };
}

/** One row for each key; patterns of one learner share theirs, and a learner without a key has a row of their own. */
function rowsOf(learners: readonly WardLearner[], costs: readonly number[]): LearnerCost[] {
  const rows = new Map<string | number, LearnerCost>();
  learners.forEach(({ key }, index) => {
    const before = rows.get(key ?? index)?.costPence ?? 0;
    rows.set(key ?? index, { key: key ?? null, costPence: before + (costs[index] ?? 0) });
  });
  return [...rows.values()];
}

/**
 * Cover cost by learner, in the order of the inputs, by largest remainder within each line; adds up to the lines
 * exactly. Headroom is shared by all who are released that week.
 */
export function costByLearner(inputs: WardInputs, lines: readonly CoverCostLine[]): LearnerCost[] {
  const weighers = inputs.learners.map(learnerWeigher);
  const costs = inputs.learners.map(() => 0);
  for (const { line, part } of lineParts(inputs, lines)) {
    const shares = allocate(
      line.costPence,
      weighers.map((weightOf) => weightOf(line.monday, part)),
    );
    shares.forEach((share, index) => (costs[index] = (costs[index] ?? 0) + share));
  }
  return rowsOf(inputs.learners, costs);
}

/** Cover cost of each year by cost centre, by largest remainder over weights such as contracted hours. */
export function costByCentre(
  years: readonly Pick<WardYear, 'financialYear' | 'costPence'>[],
  centres: readonly { readonly code: string; readonly weight: number }[],
): CentreCost[] {
  return years.flatMap(({ financialYear, costPence }) => {
    const shares = allocate(
      costPence,
      centres.map(({ weight }) => weight),
    );
    return centres.map(({ code }, index) => ({ code, financialYear, costPence: shares[index] ?? 0 }));
  });
}
