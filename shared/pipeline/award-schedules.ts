import { byStage, monthsToAward } from './by-stage.ts';
import type { AttemptChances, GroupRates, Pathway, Qualification, Stage } from './projection-inputs.ts';

/** An award taking effect at the start of a month. */
export type Award = { readonly month: number; readonly qualification: Stage };

/** The month from whose start a person has done a route other than the framework. */
export type RouteEnd = { readonly month: number; readonly route: string };

/** One way the study can go, with its chance given that the person stays in the trust. Awards in order of time. */
export type AwardSchedule = {
  readonly probability: number;
  readonly awards: readonly Award[];
  readonly routeEnd?: RouteEnd;
};

/** What a person holds at the start and every way the study can go from there; the chances add up to 1. */
export type StudyOutlook = {
  readonly held: Qualification;
  /** Month of the award held: 0 or before. */
  readonly heldSince: number;
  readonly schedules: readonly AwardSchedule[];
  /** A route done already. Which of it and the award held came later says which role chances hold. */
  readonly routeDone?: RouteEnd;
};

/** A stage that may be started, or is under way. */
export type NextStage = {
  readonly stage: Stage;
  /** Starts, resumes or goes on; 1 for someone studying now. */
  readonly chance: number;
  /** How the attempt to be drawn next ends; later ones, after an interruption, are drawn afresh. */
  readonly attempt: AttemptChances;
  /** Month of the award when no interruption comes. */
  readonly award: number;
  /** 0 at least: who has had more than the pathway allows has none left. */
  readonly interruptionsLeft: number;
  /** Another start of the stage, by those who do not take this one; `chance` is of all. */
  readonly later?: NextStage;
};

export type Course = {
  readonly rates: GroupRates;
  readonly pathway: Pathway;
  readonly horizonMonths: number;
  /** In place of the person's own chance to complete the attempt at hand. */
  readonly completeAtHand?: number | undefined;
};

/** Chance of the award after exactly this many interruptions: c, then i·r·c, then i·r·(i·r)·c and so on. */
export function completionAfter(
  attempt: AttemptChances,
  fresh: AttemptChances,
  returns: number,
  interruptions: number,
): number {
  if (interruptions === 0) return attempt.complete;
  let chance = attempt.interrupt * returns * fresh.complete;
  for (let more = 1; more < interruptions; more += 1) chance *= fresh.interrupt * returns;
  return chance;
}

/** A stage somebody may go on to, starting in `start`; who does not may do so one interval later, where rates say so. */
export function goingOn(
  { rates, pathway }: Course,
  held: 1 | 2,
  start: number,
  interruptionsLeft: number,
): NextStage {
  const stage = held === 1 ? 2 : 3;
  const next = {
    stage,
    chance: byStage(rates.goOn, held),
    attempt: byStage(rates.attempt, stage),
    award: start + monthsToAward(pathway, stage),
    interruptionsLeft,
  } as const;
  const deferring = rates.deferGoOn?.[held - 1] ?? 0;
  if (deferring === 0) return next;
  const chance = (1 - next.chance) * deferring;
  return { ...next, later: { ...next, chance, award: next.award + pathway.stageIntervalMonths } };
}

/** The next stage starts one interval after the effective start of the last (interruptions move it). */
function stageAfter(course: Course, last: NextStage, award: number, interruptions: number): NextStage | null {
  if (last.stage === 3) return null;
  const start = award - monthsToAward(course.pathway, last.stage) + course.pathway.stageIntervalMonths;
  return goingOn(course, last.stage, start, last.interruptionsLeft - interruptions);
}

type Grown = { readonly schedules: readonly AwardSchedule[]; readonly chance: number };

/** The schedules in which this stage brings an award within the horizon, and the chance of any. */
function awardedBy(course: Course, awards: readonly Award[], probability: number, next: NextStage): Grown {
  const { rates, pathway, horizonMonths } = course;
  const schedules: AwardSchedule[] = [];
  let awarded = 0;
  for (let interruptions = 0; interruptions <= next.interruptionsLeft; interruptions += 1) {
    const month = next.award + interruptions * pathway.stageIntervalMonths;
    if (month >= horizonMonths) break;
    const fresh = byStage(rates.attempt, next.stage);
    const completes = completionAfter(next.attempt, fresh, rates.returnAfterInterruption, interruptions);
    const chance = next.chance * completes;
    const onwards = stageAfter(course, next, month, interruptions);
    const gained = [...awards, { month, qualification: next.stage }];
    schedules.push(...schedulesFrom(course, gained, probability * chance, onwards));
    awarded += chance;
  }
  return { schedules, chance: awarded };
}

/**
 * Every schedule that begins with `awards`, which has the chance `probability`; theirs add up to it. An award at or
 * past the horizon is left out, so that schedules that look alike from here are one.
 */
export function schedulesFrom(
  course: Course,
  awards: readonly Award[],
  probability: number,
  next: NextStage | null,
): AwardSchedule[] {
  if (probability === 0) return [];
  if (next === null) return [{ probability, awards }];
  const now = awardedBy(course, awards, probability, next);
  const later = next.later === undefined ? null : awardedBy(course, awards, probability, next.later);
  const awarded = later === null ? now.chance : now.chance + later.chance;
  const stops = probability * Math.max(0, 1 - awarded);
  const longer = [...now.schedules, ...(later?.schedules ?? [])];
  return stops === 0 ? longer : [{ probability: stops, awards }, ...longer];
}
