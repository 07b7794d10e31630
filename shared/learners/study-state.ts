import { addMonthsTo, monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { stageNumber, type Stage } from '../programmes/stages.ts';
import type { Learner } from './learner.ts';
import type { LearnerStatus } from './status.ts';

/** 1 = PGCert, 2 = PGDip, 3 = Master's. */
type StageNumber = 1 | 2 | 3;

/**
 * Where a person stands in the pipeline at the data cut. Months are counted from month 0, the first month after the
 * data cut; a stage runs from the month of its start and its award is due 12 months later.
 */
export type StudyState =
  | {
      readonly kind: 'planned';
      readonly stage: StageNumber;
      readonly startIn: number;
      /** How far the person has come: the chance of starting goes by it. */
      readonly status: LearnerStatus;
      /** The intake month is over and nobody enrolled the person: counted for the next intake, and to be checked. */
      readonly intakePassed: boolean;
    }
  | {
      readonly kind: 'studying';
      readonly stage: StageNumber;
      /** Months of the stage gone by, pauses left out; from 10 on the award is awaited, at 12 it is due at once. */
      readonly elapsed: number;
      readonly interruptionsUsed: number;
      /** More than 12 months have gone by: the register is to be checked. */
      readonly awardOverdue: boolean;
    }
  | {
      readonly kind: 'interrupted';
      readonly stage: StageNumber;
      /** Study months done, 10 at most. */
      readonly elapsed: number;
      readonly returnIn: number;
      /** Counts the present one. */
      readonly interruptionsUsed: number;
      /** The return was expected before month 0: the register is to be checked. */
      readonly returnOverdue: boolean;
    }
  | {
      readonly kind: 'graduated';
      readonly held: StageNumber;
      readonly sinceAward: number;
      readonly interruptionsUsed: number;
      /** The intake of the next stage lies ahead in this many months; `null` when it has passed or there is none. */
      readonly nextStartIn: number | null;
    }
  | { readonly kind: 'none'; readonly why: 'withdrawn' | 'other-route' };

type OnStage = { readonly learner: Learner; readonly stage: Stage; readonly month0: Month };

/** Courses start once a year, so a missed intake, an interruption and the way to an award each take 12 months. */
const intakeInterval = 12;
const studyMonths = 10;

function startMonth(learner: Learner): Month {
  return learner.startedOn === null ? learner.intakeMonth : monthOf(learner.startedOn);
}

function planned({ learner, stage, month0 }: OnStage, start: Month): StudyState {
  const months = monthsBetween(month0, start);
  const intakePassed = months < 0;
  const startIn = intakePassed ? ((months % intakeInterval) + intakeInterval) % intakeInterval : months;
  return { kind: 'planned', stage: stageNumber(stage), startIn, status: learner.status, intakePassed };
}

function interruptionsOf({ interruptions, interruptedOn }: Learner): number {
  return Math.max(interruptions, interruptedOn === null ? 0 : 1);
}

/** Months away before today. Only the latest pause has dates; one without them is taken to have lasted 12 months. */
function pausedMonths(learner: Learner): number {
  const { interruptedOn, returnsOn } = learner;
  const count = interruptionsOf(learner);
  if (count === 0) return 0;
  const known = interruptedOn !== null && returnsOn !== null;
  const latest = known ? monthsBetween(monthOf(interruptedOn), monthOf(returnsOn)) : intakeInterval;
  return Math.max(0, latest) + intakeInterval * (count - 1);
}

function studying(on: OnStage): StudyState {
  const { learner, stage, month0 } = on;
  const start = startMonth(learner);
  if (start >= month0) return planned(on, start);
  const months = Math.max(0, monthsBetween(start, month0) - pausedMonths(learner));
  return {
    kind: 'studying',
    stage: stageNumber(stage),
    elapsed: Math.min(intakeInterval, months),
    interruptionsUsed: interruptionsOf(learner),
    awardOverdue: months > intakeInterval,
  };
}

function interrupted({ learner, stage, month0 }: OnStage): StudyState {
  const since = monthOf(learner.interruptedOn ?? learner.statusDate);
  const back = learner.returnsOn === null ? addMonthsTo(since, intakeInterval) : monthOf(learner.returnsOn);
  const months = monthsBetween(month0, back);
  const used = Math.max(1, learner.interruptions);
  const done = monthsBetween(startMonth(learner), since) - intakeInterval * (used - 1);
  return {
    kind: 'interrupted',
    stage: stageNumber(stage),
    elapsed: Math.min(studyMonths, Math.max(0, done)),
    returnIn: Math.max(0, months),
    interruptionsUsed: used,
    returnOverdue: months < 0,
  };
}

function graduated({ learner, stage, month0 }: OnStage): StudyState {
  const award = monthOf(learner.qualifiedOn ?? learner.statusDate);
  const next = addMonthsTo(startMonth(learner), intakeInterval * (1 + interruptionsOf(learner)));
  const nextStartIn = stage === 'masters' || next < month0 ? null : monthsBetween(month0, next);
  return {
    kind: 'graduated',
    held: stageNumber(stage),
    sinceAward: Math.max(0, monthsBetween(award, month0)),
    interruptionsUsed: interruptionsOf(learner),
    nextStartIn,
  };
}

/**
 * The pipeline state of one row of the register at a data cut. Planned statuses are planned for their intake; someone
 * enrolled studies once the start month lies before month 0, and is planned (certain to start) until then. Routes
 * other than the framework have no stages here.
 */
export function studyState(learner: Learner, dataCut: PlainDate): StudyState {
  const { stage, status } = learner;
  if (learner.route !== 'framework' || stage === 'none') return { kind: 'none', why: 'other-route' };
  const on: OnStage = { learner, stage, month0: addMonthsTo(monthOf(dataCut), 1) };
  switch (status) {
    case 'interested':
    case 'applied':
    case 'offered':
    case 'funded':
      return planned(on, learner.intakeMonth);
    case 'enrolled':
      return studying(on);
    case 'interrupted':
      return interrupted(on);
    case 'qualified':
      return graduated(on);
    case 'withdrawn':
      return { kind: 'none', why: 'withdrawn' };
  }
}
