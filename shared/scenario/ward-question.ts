import type { CoverPolicy } from '../backfill/cover-policy.ts';
import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { monthOf } from '../calendar/month.ts';
import { mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { courseMonthsOf } from '../programmes/course-months.ts';
import type { ProgrammeTerms } from '../programmes/own-course.ts';
import type { Stage } from '../programmes/stages.ts';
import {
  firstCourseMonth,
  teachingCalendar,
  type TeachingCalendar,
} from '../programmes/teaching-calendar.ts';
import type { University } from '../programmes/universities.ts';
import type { NamedDay } from '../release/release-pattern.ts';
import { blocksApart, patternOf } from './learner-patterns.ts';
import type { TeamLearner, TeamPlan } from './scenario-inputs.ts';

/** What somebody may type over a team's own figures to see what it does; absent leaves the team's figure. */
export type TypedOver = {
  readonly contractedMinutes?: number | undefined;
  readonly plannedMinimumMinutes?: number | undefined;
  readonly temporaryCoverMinutes?: number | undefined;
  readonly studyHeadroomMinutes?: number | undefined;
  readonly backfillBp?: number | undefined;
  readonly fillBp?: number | undefined;
  /** Pence an hour by financial year; years left out keep the team's rate. */
  readonly coverRates?: Readonly<Record<string, number>> | undefined;
};

/** "What if we release these people": what the ward page asks on top of the people already on courses. */
export type WardQuestion = {
  readonly learners: number;
  readonly university: University;
  readonly stage: Stage;
  /** Minutes a week, each; `null` while nobody has said. */
  readonly weeklyMinutes: number | null;
  /** Named weekdays; their minutes stand above `weeklyMinutes`. */
  readonly days: readonly NamedDay[];
  /** Any day of the first week. */
  readonly start: PlainDate;
  /** Fee of one learner's stage; `null` is not known. */
  readonly feePence: number | null;
  readonly bursaries: number;
  readonly bursaryPence: number;
  readonly typedOver: TypedOver;
  /** Weeks of courses as the trust entered them; left out, the assumption stands. */
  readonly terms?: readonly ProgrammeTerms[] | undefined;
};

/** Key of the learners in question among a team's learners. */
export const questionKey = 'question';

/**
 * When the course in question is taught: the weeks the trust entered for the course that starts in that week, or for
 * that month's intake; else the assumption that stands for all.
 */
export function calendarAsked({
  university,
  stage,
  start,
  terms = [],
}: Pick<WardQuestion, 'university' | 'stage' | 'start' | 'terms'>): TeachingCalendar {
  const monday = mondayOf(start);
  const own = terms.find(
    (one) => one.university === university && one.stage === stage && one.firstWeek === monday,
  );
  return teachingCalendar(university, stage, own?.intakeMonth ?? monthOf(start), terms);
}

function asked(question: WardQuestion): TeamLearner {
  const { learners, weeklyMinutes, days, start } = question;
  const named = days.reduce((sum, day) => sum + day.minutes, 0);
  const minutes = named > 0 ? named : weeklyMinutes;
  const learner = { id: questionKey, count: learners, lapseBp: 0 };
  if (minutes === null) return { ...learner, patterns: null };
  const { others, blocks } = blocksApart({ ...calendarAsked(question), firstWeek: mondayOf(start) });
  const weekly = { ...patternOf(others, minutes), ...(named > 0 ? { days } : {}) };
  return { ...learner, patterns: [weekly, ...blocks] };
}

function askedFees(question: WardQuestion, set: ParameterSet): CourseFeeLine[] {
  const { feePence, learners, bursaries, bursaryPence, start } = question;
  if (feePence === null || learners === 0) return [];
  const { months } = courseMonthsOf(calendarAsked(question), set);
  const paid = { feePence, count: learners, bursaryPence, bursaryCount: Math.min(bursaries, learners) };
  return [{ ...paid, courseMonths: months, firstMonth: firstCourseMonth({ firstWeek: mondayOf(start) }) }];
}

/** What is typed over a team's figure is also typed over what its policy says of the same. */
function typedPolicy(policy: CoverPolicy, { backfillBp, fillBp }: TypedOver): CoverPolicy {
  return {
    ...policy,
    ...(backfillBp === undefined ? {} : { absorbedBp: null }),
    ...(fillBp === undefined ? {} : { fillByNotice: [] }),
  };
}

function typed({ team, contractedMinutes, ...rest }: TeamPlan, over: TypedOver): TeamPlan {
  const { plannedMinimumMinutes: minimum, coverRates, contractedMinutes: staff, ...figures } = over;
  const kept = team.plannedMinimum ?? { minutes: 0, byWeekday: null, owner: null, date: null, source: null };
  const known = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
  return {
    ...rest,
    ...(rest.policy ? { policy: typedPolicy(rest.policy, over) } : {}),
    contractedMinutes: staff ?? contractedMinutes,
    team: {
      ...team,
      ...known,
      plannedMinimum: minimum === undefined ? team.plannedMinimum : { ...kept, minutes: minimum },
      coverRates: coverRates === undefined ? team.coverRates : { ...team.coverRates, ...coverRates },
    },
  };
}

/**
 * A team's plan with the question added: the same value that the server stores and every face evaluates.
 *
 * @throws ModelError 'parameter-missing' when the course starts before the stage was first offered.
 */
export function askWard(plan: TeamPlan, question: WardQuestion, set: ParameterSet): TeamPlan {
  const known = typed(plan, question.typedOver);
  if (question.learners === 0) return known;
  const feeMissing = question.feePence === null ? [questionKey] : [];
  return {
    ...known,
    learners: [...known.learners, asked(question)],
    fees: [...known.fees, ...askedFees(question, set)],
    feesNotKnown: [...known.feesNotKnown, ...feeMissing],
  };
}
