import { schedulesFrom, type AwardSchedule, type Course, type NextStage } from './award-schedules.ts';
import { byStage, monthsToAward } from './by-stage.ts';
import type {
  AttemptChances,
  Graduate,
  InterruptedLearner,
  Pathway,
  Person,
  PlannedLearner,
  Qualification,
  Stage,
  StudyingLearner,
} from './projection-inputs.ts';

/** What a person holds at the start and every way the study can go from there; the chances add up to 1. */
export type StudyOutlook = {
  readonly held: Qualification;
  /** Month of the award held: 0 or before. */
  readonly heldSince: number;
  readonly schedules: readonly AwardSchedule[];
};

/**
 * How an attempt ends for someone with `elapsed` months of it done who has not stopped. Stops are spread evenly over
 * the study months: complete = c ÷ (1 − (i + w)e/D), interrupt = i(1 − e/D) ÷ (1 − (i + w)e/D).
 */
export function attemptAfter(attempt: AttemptChances, elapsed: number, studyMonths: number): AttemptChances {
  const left = 1 - Math.min(1, elapsed / studyMonths);
  const stillGoing = attempt.complete + (attempt.interrupt + attempt.withdraw) * left;
  return {
    complete: attempt.complete / stillGoing,
    interrupt: (attempt.interrupt * left) / stillGoing,
    withdraw: (attempt.withdraw * left) / stillGoing,
  };
}

/**
 * Month of the award of the stage before. Where the date is not given the person is taken to have gone straight on:
 * that stage started one interval before this one did. It is held already, so never later than month 0.
 */
function heldSince(
  pathway: Pathway,
  stage: Stage,
  stageStart: number,
  sinceAward: number | undefined,
): number {
  if (sinceAward !== undefined) return -sinceAward;
  if (stage === 1) return 0;
  const before = stage === 2 ? 1 : 2;
  return Math.min(0, stageStart - pathway.stageIntervalMonths + monthsToAward(pathway, before));
}

type Start = { readonly stageStart: number; readonly next: NextStage };

function startOfPlanned({ stage, startIn, uptake }: PlannedLearner, { rates, pathway }: Course): Start {
  const next = {
    stage,
    chance: uptake,
    attempt: byStage(rates.attempt, stage),
    award: startIn + monthsToAward(pathway, stage),
    interruptionsLeft: pathway.maxInterruptions,
  };
  return { stageStart: startIn, next };
}

function startOfStudying(person: StudyingLearner, { rates, pathway }: Course): Start {
  const { stage, elapsed, interruptionsUsed = 0 } = person;
  const next = {
    stage,
    chance: 1,
    attempt: attemptAfter(byStage(rates.attempt, stage), elapsed, byStage(pathway.studyMonths, stage)),
    award: monthsToAward(pathway, stage) - elapsed,
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  };
  return { stageStart: -elapsed, next };
}

/** The present interruption began one interval before the return, after `elapsed` months of study. */
function startOfInterrupted(person: InterruptedLearner, { rates, pathway }: Course): Start {
  const { stage, elapsed, returnIn, interruptionsUsed = 1 } = person;
  const next = {
    stage,
    chance: rates.returnAfterInterruption,
    attempt: byStage(rates.attempt, stage),
    award: returnIn - elapsed + monthsToAward(pathway, stage),
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  };
  return { stageStart: returnIn - pathway.stageIntervalMonths - elapsed, next };
}

function nextOfGraduate(person: Graduate, { rates, pathway }: Course): NextStage | null {
  const { held, undecided = false, nextStartIn = 0, interruptionsUsed = 0 } = person;
  if (!undecided || held === 3) return null;
  const stage = held === 1 ? 2 : 3;
  return {
    stage,
    chance: byStage(rates.goOn, held),
    attempt: byStage(rates.attempt, stage),
    award: nextStartIn + monthsToAward(pathway, stage),
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  };
}

function outlookOfLearner(
  person: PlannedLearner | StudyingLearner | InterruptedLearner,
  course: Course,
  { stageStart, next }: Start,
): StudyOutlook {
  const { stage, sinceAward } = person;
  return {
    held: stage === 1 ? 0 : stage === 2 ? 1 : 2,
    heldSince: heldSince(course.pathway, stage, stageStart, sinceAward),
    schedules: schedulesFrom(course, [], 1, next),
  };
}

/** The study of one person from month 0, apart from everything that depends on being in post. */
export function studyOutlook(person: Person, course: Course): StudyOutlook {
  switch (person.kind) {
    case 'planned':
      return outlookOfLearner(person, course, startOfPlanned(person, course));
    case 'studying':
      return outlookOfLearner(person, course, startOfStudying(person, course));
    case 'interrupted':
      return outlookOfLearner(person, course, startOfInterrupted(person, course));
    case 'graduated': {
      const schedules = schedulesFrom(course, [], 1, nextOfGraduate(person, course));
      return { held: person.held, heldSince: -person.sinceAward, schedules };
    }
    case 'pi':
      return { held: person.held ?? 0, heldSince: 0, schedules: [{ probability: 1, awards: [] }] };
  }
}
