import type { AttemptAtHand } from './attempt-at-hand.ts';
import type { Course } from './award-schedules.ts';
import { stayingOf, type Profile, type Projection } from './evaluate-projection.ts';
import { attemptAtHand } from './study-outlook.ts';

/**
 * What has become of somebody who held no role at the start; one of them is true of each person on any date.
 * `withdrawn`: in post, no award, and did not start, gave up or did not come back. `qualified`: in post with an award
 * or a route done, and no role yet. `on-the-way`: in post and still to start, studying or away.
 */
export const causes = [
  'coi-first',
  'pi-first',
  'qualified',
  'on-the-way',
  'withdrawn',
  'left',
  'retired',
  'rotated',
] as const;

export type Cause = (typeof causes)[number];

/** Expected people by cause, who add up to `people`; those named at the start are counted apart. */
export type IncidenceTable = {
  readonly people: number;
  readonly namedAtStart: number;
  readonly byCause: Readonly<Record<Cause, number>>;
};

type StudyLaw = { readonly stopped: number; readonly awarded: number };

/**
 * Chances, given that the person stays in the trust, that the study has ended without an award and with one by the end
 * of month `at` − 1. A stop shows in the month the award would have come.
 */
function studyBy({ attempt, fresh, ...hand }: AttemptAtHand, course: Course, at: number): StudyLaw {
  const returns = course.rates.returnAfterInterruption;
  let stopped = hand.showsIn < at ? 1 - hand.chance : 0;
  let awarded = 0;
  let reach = hand.chance;
  for (let used = 0; used <= hand.interruptionsLeft; used += 1) {
    if (hand.award + used * course.pathway.stageIntervalMonths >= at) break;
    const { complete, interrupt, withdraw } = used === 0 ? attempt : fresh;
    const back = used < hand.interruptionsLeft ? interrupt * returns : 0;
    awarded += reach * complete;
    stopped += reach * (withdraw + interrupt - back);
    reach *= back;
  }
  return { stopped, awarded };
}

/** Of those in post without role or award: the share whose study has ended. */
function shareStopped(profile: Profile, course: Course, at: number): number {
  const hand = attemptAtHand(profile.person, course);
  if (hand === null) return 1;
  const { stopped, awarded } = studyBy(hand, course, at);
  const open = 1 - awarded;
  return open > 0 ? Math.min(1, stopped / open) : 1;
}

type Exits = { left: number; retired: number; rotated: number };

/** Exits of those who never were in a role, by cause. Leaving is tested before retiring, and a rotation before both. */
function exitsBy({ person, rates, series, leavesIn }: Profile, months: number, at: number): Exits {
  const staying = stayingOf(person.retireMonthly, months);
  const leave = leavesIn === null ? rates.leaveMonthly : 0;
  const exits = { left: 0, retired: 0, rotated: 0 };
  for (let month = 0; month < at; month += 1) {
    const present = series.none[month] ?? 0;
    if (month === leavesIn) {
      exits.rotated += present;
      break;
    }
    exits.left += present * leave;
    exits.retired += present * (1 - leave) * (1 - (staying[month] ?? 1));
  }
  return exits;
}

function sumTo(list: Float64Array, at: number): number {
  return list.subarray(0, at).reduce((sum, chance) => sum + chance, 0);
}

function incidenceOf(profile: Profile, projection: Projection, at: number): Record<Cause, number> {
  const { series, rates } = profile;
  const { pathway, horizonMonths } = projection;
  const qualified = series.noneQualified[at] ?? 0;
  const open = Math.max(0, (series.none[at] ?? 0) - qualified);
  const stopped = open === 0 ? 0 : open * shareStopped(profile, { rates, pathway, horizonMonths }, at);
  return {
    'coi-first': sumTo(series.coi, at),
    'pi-first': sumTo(series.piFromNone, at),
    qualified,
    'on-the-way': open - stopped,
    withdrawn: stopped,
    ...exitsBy(profile, horizonMonths, at),
  };
}

function countOf(profiles: readonly Profile[]): number {
  return profiles.reduce((sum, { count }) => sum + count, 0);
}

/** Competing risks up to the end of month `at` − 1: what has become of those who had no role at the start. */
export function cumulativeIncidence(projection: Projection, at: number): IncidenceTable {
  const byCause = Object.fromEntries(causes.map((cause) => [cause, 0])) as Record<Cause, number>;
  const unnamed = projection.profiles.filter(({ series }) => (series.none[0] ?? 0) > 0);
  for (const profile of unnamed) {
    const one = incidenceOf(profile, projection, at);
    for (const cause of causes) byCause[cause] += profile.count * one[cause];
  }
  const people = countOf(unnamed);
  return { people, namedAtStart: countOf(projection.profiles) - people, byCause };
}
