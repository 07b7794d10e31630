import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { askTeam } from '../../shared/scenario/ask-team.ts';
import type { TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { noCourses, questionOf } from '../../client/release/question.ts';
import { teamSearch, type TeamSearch } from '../../client/release/search.ts';
import { teamView, type ShownTeam, type TeamView } from '../../client/release/team-view.ts';
import { stressPlan } from './plans.ts';

const nothingDue = {
  learners: 0,
  learnersRecorded: 0,
  weeksPassed: 0,
  weeksRecorded: 0,
  promised: 0,
  taken: 0,
};

export const dataCut = asPlainDate('2026-11-20');

/** The stress ward with nobody on a course, as the sample trust has it. */
export const quietWard: TeamPlan = { ...stressPlan([]), fees: [] };

/** What a person types to ask the product's worked question. */
export const stressTyped: Partial<TeamSearch> = {
  learners: 14,
  hours: 7.5,
  start: asPlainDate('2027-09-27'),
  fee: 4000,
  bursaries: 11,
  bursary: 4000,
};

/** Some learners of the register, 7.5 hours a week from a day. */
export function onCourse(count: number, start = '2027-09-27', weeks = 43): TeamLearner {
  const patterns = [{ weeklyMinutes: 450, start: asPlainDate(start), weeks, breakWeeks: [] }];
  return { id: `on-course-${start}`, count, lapseBp: 0, patterns };
}

export function shownTeam(plan: TeamPlan): ShownTeam {
  return { dataCut, engine: 'test', plan, people: [], staffInPost: 44, kept: nothingDue, courses: noCourses };
}

/** The page's view of what is typed, as the worker and the page make it. */
export function viewOf(typed: Partial<TeamSearch>, plan: TeamPlan = quietWard): TeamView {
  const search = { ...teamSearch.defaults, ...typed };
  const question = questionOf(search, dataCut, publishedParameters);
  const asked = askTeam({ plan, question, dataCut, basis: search.basis }, publishedParameters);
  const view = teamView(shownTeam(plan), asked, search.fixed, publishedParameters);
  if (view === null) throw new Error(`refused: ${asked.answer.refusal?.message ?? 'no reason'}`);
  return view;
}
