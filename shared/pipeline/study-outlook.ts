import { attemptAfter, completingWith, type AttemptAtHand } from './attempt-at-hand.ts';
import { goingOn, schedulesFrom, type Course, type NextStage, type StudyOutlook } from './award-schedules.ts';
import { byStage, monthsToAward } from './by-stage.ts';
import { routeAtHand, routeOutlook } from './route-outlook.ts';
import type {
  Graduate,
  InterruptedLearner,
  Pathway,
  Person,
  PlannedLearner,
  Stage,
  StudyingLearner,
} from './projection-inputs.ts';

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

/** The stage at hand: the start of the attempt, which interruptions move, and the month in which starting shows. */
type Start = {
  readonly stageStart: number;
  readonly begins: number;
  readonly showsIn: number;
  readonly next: NextStage;
};

function startOfPlanned({ stage, startIn, uptake }: PlannedLearner, { rates, pathway }: Course): Start {
  const next = {
    stage,
    chance: uptake,
    attempt: byStage(rates.attempt, stage),
    award: startIn + monthsToAward(pathway, stage),
    interruptionsLeft: pathway.maxInterruptions,
  };
  return { stageStart: startIn, begins: startIn, showsIn: startIn, next };
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
  return { stageStart: -elapsed, begins: -elapsed, showsIn: 0, next };
}

/** The present interruption began `awayMonths` before the return, after `elapsed` months of study. */
function startOfInterrupted(person: InterruptedLearner, { rates, pathway }: Course): Start {
  const { stage, elapsed, returnIn, interruptionsUsed = 1 } = person;
  const away = person.awayMonths ?? pathway.stageIntervalMonths;
  const next = {
    stage,
    chance: rates.returnAfterInterruption,
    attempt: byStage(rates.attempt, stage),
    award: returnIn - elapsed + monthsToAward(pathway, stage),
    interruptionsLeft: Math.max(0, pathway.maxInterruptions - interruptionsUsed),
  };
  return { stageStart: returnIn - away - elapsed, begins: returnIn - elapsed, showsIn: returnIn, next };
}

function startOfGraduate(person: Graduate, course: Course): Start | null {
  const { held, undecided = false, nextStartIn = 0, interruptionsUsed = 0 } = person;
  if (!undecided || held === 3) return null;
  const left = Math.max(0, course.pathway.maxInterruptions - interruptionsUsed);
  return {
    stageStart: nextStartIn,
    begins: nextStartIn,
    showsIn: nextStartIn,
    next: goingOn(course, held, nextStartIn, left),
  };
}

type OnFramework = PlannedLearner | StudyingLearner | InterruptedLearner | Graduate;

function startOf(person: OnFramework, course: Course): Start | null {
  switch (person.kind) {
    case 'planned':
      return startOfPlanned(person, course);
    case 'studying':
      return startOfStudying(person, course);
    case 'interrupted':
      return startOfInterrupted(person, course);
    case 'graduated':
      return startOfGraduate(person, course);
  }
}

/** The attempt a person is at or comes to first; `null` for somebody off every course. */
export function attemptAtHand(person: Person, course: Course): AttemptAtHand | null {
  if (person.kind === 'pi') return null;
  if (person.kind === 'route') return routeAtHand(person, course);
  const start = startOf(person, course);
  if (start === null) return null;
  const { begins, showsIn, next } = start;
  return {
    ...next,
    of: String(next.stage),
    begins,
    showsIn,
    fresh: byStage(course.rates.attempt, next.stage),
  };
}

function outlookOfFramework(person: OnFramework, course: Course): StudyOutlook {
  const start = startOf(person, course);
  const next = start && {
    ...start.next,
    attempt: completingWith(start.next.attempt, course.completeAtHand),
  };
  const schedules = schedulesFrom(course, [], 1, next);
  if (person.kind === 'graduated') {
    return { held: person.held, heldSince: -person.sinceAward, schedules };
  }
  const { stage, sinceAward } = person;
  return {
    held: stage === 1 ? 0 : stage === 2 ? 1 : 2,
    heldSince: heldSince(course.pathway, stage, start?.stageStart ?? 0, sinceAward),
    schedules,
  };
}

/** The study of one person from month 0, apart from everything that depends on being in post. */
export function studyOutlook(person: Person, course: Course): StudyOutlook {
  switch (person.kind) {
    case 'planned':
    case 'studying':
    case 'interrupted':
    case 'graduated':
      return outlookOfFramework(person, course);
    case 'route':
      return routeOutlook(person, course);
    case 'pi':
      return { held: person.held ?? 0, heldSince: 0, schedules: [{ probability: 1, awards: [] }] };
  }
}
