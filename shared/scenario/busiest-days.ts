import { minutesOfDays, planWeeks, type PlanWeek } from '../backfill/plan-weeks.ts';
import type { WardInputs } from '../backfill/ward-inputs.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { isRoster } from '../release/pattern-weeks.ts';

/** One day's release over the whole trust, with the teams behind it, most first. */
export type StudyDay = {
  readonly date: PlainDate;
  readonly releasedMinutes: number;
  readonly teams: readonly { readonly teamId: string; readonly team: string; readonly minutes: number }[];
};

export type StudyWeek = {
  readonly monday: PlainDate;
  /** Minutes of Monday to Sunday. */
  readonly days: readonly number[];
  readonly teams: number;
};

export type StudyCalendar = {
  readonly weeks: readonly StudyWeek[];
  /** The busiest days, most first; equal days in date order. */
  readonly busiest: readonly StudyDay[];
  /** Some release has no weekday and lies evenly on Monday to Friday: "not a roster". */
  readonly hasReleaseWithoutWeekday: boolean;
};

type TeamInputs = { readonly teamId: string; readonly team: string; readonly inputs: WardInputs };

const daysShown = 20;
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

type Part = StudyDay['teams'][number];
type PlannedTeam = TeamInputs & { readonly weeks: readonly PlanWeek[] };

/** Release of every team by day, in date order. */
function partsByDay(planned: readonly PlannedTeam[]): Map<PlainDate, Part[]> {
  const days = new Map<PlainDate, Part[]>();
  for (const { teamId, team, weeks } of planned) {
    for (const week of weeks) {
      if (week.released === 0) continue;
      for (const at of weekdays) {
        if (week.runningWeights[at] === (at === 0 ? 0 : week.runningWeights[at - 1])) continue;
        const minutes = minutesOfDays(week, week.released, { from: at, to: at + 1 });
        if (minutes === 0) continue;
        const date = week.days[at] ?? week.monday;
        const parts = days.get(date);
        if (parts === undefined) days.set(date, [{ teamId, team, minutes }]);
        else parts.push({ teamId, team, minutes });
      }
    }
  }
  return days;
}

function minutesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}

function weeksOf(
  planned: readonly PlannedTeam[],
  days: ReadonlyMap<PlainDate, readonly Part[]>,
): StudyWeek[] {
  const known = new Map<PlainDate, PlanWeek['days']>();
  for (const { weeks } of planned) for (const week of weeks) known.set(week.monday, week.days);
  const inOrder = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([monday, dates]) => {
    const parts = dates.map((date) => days.get(date) ?? []);
    return {
      monday,
      days: parts.map(minutesOf),
      teams: new Set(parts.flat().map(({ teamId }) => teamId)).size,
    };
  });
}

/** Who is away for study on which day, over the whole trust: what to look at before timetables are accepted. */
export function studyCalendar(teams: readonly TeamInputs[]): StudyCalendar {
  const planned = teams.map((team) => ({ ...team, weeks: planWeeks(team.inputs) }));
  const days = partsByDay(planned);
  const all = [...days].map(([date, parts]): StudyDay => ({
    date,
    releasedMinutes: minutesOf(parts),
    teams: parts,
  }));
  const busiest = all
    .sort((a, b) => b.releasedMinutes - a.releasedMinutes || (a.date < b.date ? -1 : 1))
    .slice(0, daysShown)
    .map((day) => ({
      ...day,
      teams: [...day.teams].sort((a, b) => b.minutes - a.minutes || (a.team < b.team ? -1 : 1)),
    }));
  return {
    weeks: weeksOf(planned, days),
    busiest,
    hasReleaseWithoutWeekday: teams.some(({ inputs }) => inputs.learners.some((one) => !isRoster(one))),
  };
}
