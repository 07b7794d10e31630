import { addDays, dateOfDayNumber, type PlainDate } from '../calendar/plain-date.ts';
import { cumulativePart } from '../core/rounding.ts';
import { isRoster, patternWeeks } from '../release/pattern-weeks.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';
import type { TeamPlan } from './scenario-inputs.ts';

/** One day of one learner away for study. */
export type LearnerDay = {
  readonly learnerId: string;
  readonly teamId: string;
  readonly date: PlainDate;
  readonly minutes: number;
};

export type StudyDays = {
  readonly days: readonly LearnerDay[];
  /** Learners with release of which no weekday is known: it cannot be put in a roster, so none of it is here. */
  readonly withoutWeekday: readonly string[];
};

/** The days of a pattern of which every weekday is known, each with its minutes. */
function daysOf(pattern: ReleasePattern): { readonly date: PlainDate; readonly minutes: number }[] {
  return patternWeeks(pattern).flatMap(({ mondayNumber, minutes, dayWeights }) => {
    const monday = dateOfDayNumber(mondayNumber);
    const all = dayWeights.reduce((sum, weight) => sum + weight, 0);
    let before = 0;
    return dayWeights.flatMap((weight, at) => {
      const own = weight === 0 ? 0 : cumulativePart(minutes, before, before + weight, all);
      before += weight;
      return own === 0 ? [] : [{ date: addDays(monday, at), minutes: own }];
    });
  });
}

/** Days of named weekdays and block days from one day to another, both included, in order of date and learner. */
export function studyDaysOf(teams: readonly TeamPlan[], from: PlainDate, to: PlainDate): StudyDays {
  const days = new Map<string, LearnerDay>();
  const without = new Set<string>();
  const all = teams.flatMap(({ team, learners }) =>
    learners.flatMap(({ id, patterns }) =>
      (patterns ?? []).map((pattern) => ({ teamId: team.id, id, pattern })),
    ),
  );
  for (const { teamId, id: learnerId, pattern } of all) {
    if (!isRoster(pattern)) without.add(learnerId);
    for (const { date, minutes } of isRoster(pattern) ? daysOf(pattern) : []) {
      if (date < from || date > to) continue;
      const key = `${date} ${learnerId}`;
      days.set(key, { learnerId, teamId, date, minutes: minutes + (days.get(key)?.minutes ?? 0) });
    }
  }
  return {
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day),
    withoutWeekday: [...without].sort(),
  };
}
