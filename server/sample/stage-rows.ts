import {
  addDays,
  addMonths,
  asPlainDate,
  mondayOf,
  type PlainDate,
} from '../../shared/calendar/plain-date.ts';
import { asMonth, type Month } from '../../shared/calendar/month.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { teachingCalendar } from '../../shared/programmes/teaching-calendar.ts';
import type { University } from '../../shared/programmes/universities.ts';
import type { StageRun } from './careers.ts';
import type { Random } from './random.ts';

/** How a stage went, with its dates: the part of a learner that follows from the career alone. */
export type StageCourse = Pick<
  Learner,
  | 'stage'
  | 'university'
  | 'intakeMonth'
  | 'status'
  | 'statusDate'
  | 'startedOn'
  | 'interruptedOn'
  | 'returnsOn'
  | 'withdrawnOn'
  | 'qualifiedOn'
  | 'interruptions'
>;

type Dates = Pick<
  StageCourse,
  'startedOn' | 'interruptedOn' | 'returnsOn' | 'withdrawnOn' | 'qualifiedOn' | 'interruptions'
>;

const noDates: Dates = {
  startedOn: null,
  interruptedOn: null,
  returnsOn: null,
  withdrawnOn: null,
  qualifiedOn: null,
  interruptions: 0,
};

/** Newcastle's sample courses start in October, the others in September. */
export function intakeMonthOf(university: University, year: number): Month {
  return asMonth(`${year}-${university === 'newcastle' ? '10' : '09'}`);
}

/** The calendar year in which a stage starts. */
export function yearOfMonth({ intakeMonth }: Pick<Learner, 'intakeMonth'>): number {
  return Number(intakeMonth.slice(0, 4));
}

/** An award of the exam board in the summer `years` after the start. */
function awardDate(year: number, years: number, random: Random): PlainDate {
  return addDays(asPlainDate(`${year + years}-07-25`), random.whole(0, 40));
}

/** Interrupted in the second term; back with the next intake. */
function interruption(run: StageRun, university: University, random: Random): Partial<Dates> {
  const next = teachingCalendar(university, run.stage, intakeMonthOf(university, run.year + 1)).firstWeek;
  return {
    interruptedOn: mondayOf(addDays(asPlainDate(`${run.year + 1}-01-18`), random.whole(0, 70))),
    returnsOn: next,
    interruptions: 1,
  };
}

/** Withdrawn between the third week and the seventh month, and never after the data cut. */
function withdrawal(start: PlainDate, dataCut: PlainDate, random: Random): Partial<Dates> {
  const day = addDays(start, random.whole(21, 200));
  return { withdrawnOn: day <= dataCut ? day : addDays(dataCut, -random.whole(2, 20)) };
}

/** People on a pause now come back within the coming year, after a year or more away. */
function pausedNow(
  run: StageRun,
  university: University,
  dataCut: PlainDate,
  random: Random,
): Partial<Dates> {
  const pause = interruption(run, university, random);
  const back = random.pick([addDays(dataCut, 73), addMonths(dataCut, 10)]);
  return { ...pause, returnsOn: mondayOf(back) };
}

function datesOf(run: StageRun, university: University, dataCut: PlainDate, random: Random): Dates {
  const startedOn = teachingCalendar(university, run.stage, intakeMonthOf(university, run.year)).firstWeek;
  const started = { ...noDates, startedOn };
  switch (run.outcome) {
    case 'interested':
    case 'applied':
    case 'offered':
    case 'funded':
      return noDates;
    case 'enrolled':
      return started;
    case 'withdrawn':
      return { ...started, ...withdrawal(startedOn, dataCut, random) };
    case 'interrupted':
      return { ...started, ...pausedNow(run, university, dataCut, random) };
    case 'qualified':
      return { ...started, qualifiedOn: awardDate(run.year, 1, random) };
    case 'qualified-late':
      return {
        ...started,
        ...interruption(run, university, random),
        qualifiedOn: awardDate(run.year, 2, random),
      };
  }
}

/** The facts of one stage of one person at a university. */
export function stageCourse(
  run: StageRun,
  university: University,
  dataCut: PlainDate,
  random: Random,
): StageCourse {
  const dates = datesOf(run, university, dataCut, random);
  const since = dates.qualifiedOn ?? dates.withdrawnOn ?? dates.interruptedOn ?? dates.startedOn;
  return {
    stage: run.stage,
    university,
    intakeMonth: intakeMonthOf(university, run.year),
    status: run.outcome === 'qualified-late' ? 'qualified' : run.outcome,
    statusDate: since ?? addDays(dataCut, -random.whole(3, 70)),
    ...dates,
  };
}
