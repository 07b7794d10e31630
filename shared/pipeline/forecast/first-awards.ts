import type { GroupLanes, Lanes } from './group-lanes.ts';
import type { PiCourse } from './pi-lanes.ts';
import { wholePower } from './retirement-stretches.ts';
import type { SampledWorld } from './sampled-gains.ts';
import type { SampledKind } from './person-kinds.ts';

/** Months and chances of a kind's first award; none where one is held already. */
export type FirstAward = { readonly month: number; readonly chance: Lanes };

export function firstAwards({ inputs, study }: SampledWorld, { start }: SampledKind): FirstAward[] {
  const { pathway, horizonMonths } = inputs;
  const { ahead, held } = start;
  if (held !== 0 || ahead === null) return [];
  const awards = Array.from({ length: ahead.interruptionsLeft + 1 }, (_, interruptions) => ({
    month: ahead.award + interruptions * pathway.stageIntervalMonths,
    interruptions,
  }));
  return awards
    .filter(({ month }) => month < horizonMonths)
    .map(({ month, interruptions }) => ({ month, chance: study.ofStage(ahead, interruptions) }));
}

/** In post at the start of a month, no award held before: still without a new role, so at the group's own rate. */
export function awardGains(
  awards: readonly FirstAward[],
  person: SampledKind,
  { stay }: GroupLanes,
  course: PiCourse | null,
  end: number,
): Lanes {
  const points = stay.length;
  const gained = new Float64Array(points);
  for (const { month, chance } of awards) {
    if (month >= end) continue;
    const there = person.retirement.there[month] ?? 0;
    for (let k = 0; k < points; k += 1) {
      const at = month * points + k;
      const inPost =
        course === null
          ? wholePower(stay[k] ?? 0, month)
          : (course.active[at] ?? 0) + (course.lapsed[at] ?? 0);
      gained[k] = (gained[k] ?? 0) + there * inPost * (chance[k] ?? 0);
    }
  }
  return gained;
}

/** Chance of holding an award at the end of month `end` − 1, given staying in the trust. */
export function awardedBy(held: number, awards: readonly FirstAward[], end: number, points: number): Lanes {
  const chance = new Float64Array(points).fill(held > 0 ? 1 : 0);
  for (const award of awards) {
    if (award.month < end)
      for (let k = 0; k < points; k += 1) chance[k] = (chance[k] ?? 0) + (award.chance[k] ?? 0);
  }
  return chance;
}
