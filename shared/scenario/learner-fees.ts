import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import type { Learner } from '../learners/learner.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { courseMonthsOf } from '../programmes/course-months.ts';
import { teachingCalendar } from '../programmes/teaching-calendar.ts';
import { chargedFrom } from './learner-patterns.ts';

/** Statuses in which a fee is owed or has been paid; a person who only asked owes nothing. */
const charged: readonly Learner['status'][] = [
  'offered',
  'funded',
  'enrolled',
  'interrupted',
  'withdrawn',
  'qualified',
];

/** Routes that charge the trust no fee of their own. */
const withoutFee: readonly Learner['route'][] = ['associate-pi', 'appointed'];

/** Months over which other routes' fees are spread, one year of study. */
const monthsOfAnotherRoute = 12;

export type LearnerFees =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-known' }
  | { readonly kind: 'known'; readonly line: CourseFeeLine };

function months(learner: Learner, set: ParameterSet) {
  const { university, stage, intakeMonth } = learner;
  if (university === 'none' || stage === 'none') {
    return { firstMonth: chargedFrom(learner), courseMonths: monthsOfAnotherRoute };
  }
  const course = courseMonthsOf(teachingCalendar(university, stage, intakeMonth, learner.own?.terms), set);
  return { firstMonth: course.firstMonth, courseMonths: course.months };
}

/** A learner's fee, else the one the trust entered for the course, with what funds it; a fee nobody entered is "not known", never nothing to pay. */
export function learnerFees(learner: Learner, set: ParameterSet): LearnerFees {
  if (!charged.includes(learner.status) || withoutFee.includes(learner.route)) return { kind: 'none' };
  const feePence = learner.feePence ?? learner.own?.feePence ?? null;
  if (feePence === null) return { kind: 'not-known' };
  const funding = learner.fundingPence ?? 0;
  const paid = {
    feePence,
    count: 1,
    bursaryPence: funding,
    bursaryCount: funding > 0 ? 1 : 0,
  };
  return { kind: 'known', line: { ...paid, ...months(learner, set) } };
}
