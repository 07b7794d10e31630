import { byStage, monthsToAward } from './by-stage.ts';
import type { AttemptChances, GroupRates, Pathway, Stage } from './projection-inputs.ts';

/** An award taking effect at the start of a month. */
export type Award = { readonly month: number; readonly qualification: Stage };

/** One way the study can go, with its chance given that the person stays in the trust. Awards in order of time. */
export type AwardSchedule = { readonly probability: number; readonly awards: readonly Award[] };

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
};

export type Course = {
  readonly rates: GroupRates;
  readonly pathway: Pathway;
  readonly horizonMonths: number;
};

/** Chance of the award after exactly this many interruptions: c, then i·r·c, then i·r·(i·r)·c and so on. */
function completionAfter({ rates }: Course, { stage, attempt }: NextStage, interruptions: number): number {
  if (interruptions === 0) return attempt.complete;
  const fresh = byStage(rates.attempt, stage);
  let chance = attempt.interrupt * rates.returnAfterInterruption * fresh.complete;
  for (let more = 1; more < interruptions; more += 1) {
    chance *= fresh.interrupt * rates.returnAfterInterruption;
  }
  return chance;
}

/** The next stage starts one interval after the effective start of the last (interruptions move it). */
function stageAfter(
  { rates, pathway }: Course,
  last: NextStage,
  award: number,
  interruptions: number,
): NextStage | null {
  if (last.stage === 3) return null;
  const stage = last.stage === 1 ? 2 : 3;
  const start = award - monthsToAward(pathway, last.stage) + pathway.stageIntervalMonths;
  return {
    stage,
    chance: byStage(rates.goOn, last.stage),
    attempt: byStage(rates.attempt, stage),
    award: start + monthsToAward(pathway, stage),
    interruptionsLeft: last.interruptionsLeft - interruptions,
  };
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
  const longer: AwardSchedule[] = [];
  let furtherAward = 0;
  for (let interruptions = 0; interruptions <= next.interruptionsLeft; interruptions += 1) {
    const month = next.award + interruptions * course.pathway.stageIntervalMonths;
    if (month >= course.horizonMonths) break;
    const chance = next.chance * completionAfter(course, next, interruptions);
    const onwards = stageAfter(course, next, month, interruptions);
    const gained = [...awards, { month, qualification: next.stage }];
    longer.push(...schedulesFrom(course, gained, probability * chance, onwards));
    furtherAward += chance;
  }
  const stops = probability * Math.max(0, 1 - furtherAward);
  return stops === 0 ? longer : [{ probability: stops, awards }, ...longer];
}
