import type { Month } from '../calendar/month.ts';
import type { ParameterSet, ParameterUse } from '../parameters/types.ts';
import { stageTermsOn } from './stages.ts';
import { firstCourseMonth, type TeachingCalendar } from './teaching-calendar.ts';

/** The months over which the fees of a stage are recognised, straight line. */
export type CourseMonths = {
  readonly firstMonth: Month;
  readonly months: number;
  readonly uses: readonly ParameterUse[];
};

/** @throws ModelError 'parameter-missing' before the stage was first offered. */
export function courseMonthsOf(calendar: TeachingCalendar, set: ParameterSet): CourseMonths {
  const terms = stageTermsOn(calendar.stage, calendar.firstWeek, set);
  return { firstMonth: firstCourseMonth(calendar), months: terms.studyMonths, uses: terms.uses };
}
