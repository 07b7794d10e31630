import { ratedDays, type DatedRates } from '../backfill/dated-rates.ts';
import { minutesOfDays, planWeeks, type PlanWeek } from '../backfill/plan-weeks.ts';
import type { WardInputs } from '../backfill/ward-inputs.ts';
import type { YearPart } from '../calendar/week.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { allocate } from '../core/allocate.ts';
import { productHalfUp } from '../core/exact.ts';
import { cumulativePart } from '../core/rounding.ts';

/** Released minutes of learners whose hours are priced alike; `null` where nobody knows at what. */
export type PricedLearners = {
  readonly keys: ReadonlySet<string>;
  readonly hours: DatedRates | null;
};

/** Minutes at a price; `null` is not known. */
type MinutesAt = Map<number | null, number>;

/** Learners priced alike, with what they are released week by week. */
type Group = { readonly hours: DatedRates | null; readonly weeks: readonly PlanWeek[] };

function groupOf({ keys, hours }: PricedLearners, { learners, horizon }: WardInputs): Group {
  const own = learners.filter(({ key }) => key !== undefined && keys.has(key));
  // Where all of a team are priced alike, as in most, their weeks are those that the ward has already.
  const alike = own.length === learners.length ? learners : own;
  return { hours, weeks: planWeeks({ learners: alike, horizon }) };
}

/** Weight of a group's release on the days of a week up to one, Monday being 1. */
function weigher({ weeks }: Group, { mondayNumber }: PlanWeek): (day: number) => number {
  const first = weeks[0]?.mondayNumber ?? 0;
  const sums = weeks[(mondayNumber - first) / 7]?.runningWeights ?? [];
  return (day) => (day === 0 ? 0 : (sums[day - 1] ?? 0));
}

/** Minutes of a group in a part of a week, cut where its hours change price. */
function addPart(into: MinutesAt, group: Group, week: PlanWeek, part: YearPart, minutes: number): void {
  const add = (pence: number | null, own: number): void => void into.set(pence, (into.get(pence) ?? 0) + own);
  const { hours } = group;
  if (hours === null) return add(null, minutes);
  const sumTo = weigher(group, week);
  const upTo = (day: number): number => sumTo(day) - sumTo(part.from);
  const all = upTo(part.to);
  for (const { from, to, pence } of ratedDays(hours, week, part)) {
    add(pence, all === 0 ? 0 : cumulativePart(minutes, upTo(from), upTo(to), all));
  }
}

/** What released minutes of a year are worth, in pence, and those that nobody can price. */
export type Worth = { readonly valuePence: number; readonly minutesNotValued: number };

function worthOf(minutes: MinutesAt): Worth {
  let valuePence = 0;
  for (const [pence, own] of minutes) if (pence !== null) valuePence += productHalfUp([own, pence], 60);
  return { valuePence, minutesNotValued: minutes.get(null) ?? 0 };
}

/**
 * What a team's released time is worth by financial year. A week's minutes go to its learners by largest remainder over
 * what each is released, and each one's are cut on the day their hour changes price; every minute is priced once or
 * counted as not valued. Minutes at one price are added up and rounded once, half up.
 *
 * @param groups every learner of the ward is in exactly one.
 */
export function releasedValue(
  ward: WardInputs,
  groups: readonly PricedLearners[],
): ReadonlyMap<FinancialYear, Worth> {
  const own = groups.map((group) => groupOf(group, ward));
  const years = new Map<FinancialYear, MinutesAt>();
  for (const week of planWeeks(ward)) {
    if (week.released === 0) continue;
    for (const part of week.parts) {
      const minutes = minutesOfDays(week, week.released, part);
      if (minutes === 0) continue;
      const into = years.get(part.financialYear) ?? new Map<number | null, number>();
      years.set(part.financialYear, into);
      const weights = own.map((group) => {
        const sumTo = weigher(group, week);
        return sumTo(part.to) - sumTo(part.from);
      });
      allocate(minutes, weights).forEach((share, at) => {
        const group = own[at];
        if (group !== undefined && share > 0) addPart(into, group, week, part, share);
      });
    }
  }
  return new Map([...years].map(([year, minutes]) => [year, worthOf(minutes)]));
}
