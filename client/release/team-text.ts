import type { PlannedMinimum, TeamType } from '../../shared/teams/team.ts';
import { dateRange, longDate } from '../format/dates.ts';
import { hours, wte } from '../format/hours.ts';
import { formatNumber, headlineCount, plural } from '../format/numbers.ts';
import type { ShownTeam, TeamView } from './team-view.ts';
import { weekList } from './week-words.ts';

export const teamTypeNames: Readonly<Record<TeamType, string>> = {
  'rostered-round-the-clock': 'rostered round the clock',
  'clinic-or-list': 'clinic or list',
  'not-rostered': 'not rostered',
};

/** The planned minimum with whose line it is: "planned minimum 1,195 hours a week (Director of Nursing, 12 June 2026)". */
export function minimumInWords(minimum: PlannedMinimum | null): string {
  if (minimum === null) return 'planned minimum not known';
  const { owner, date, source } = minimum;
  const parts = [owner, date === null ? null : longDate(date), source].filter((part) => part !== null);
  return `planned minimum ${hours(minimum.minutes)} hours a week${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

/** The line under a team's name. */
export function teamInWords({ plan, staffInPost }: ShownTeam): string {
  const { team, contractedMinutes } = plan;
  const staff =
    contractedMinutes === null
      ? 'Staff in post not known'
      : `${wte(contractedMinutes)} WTE of registered staff in post (contracted), ${plural(staffInPost, 'person', 'people')}`;
  return [staff, teamTypeNames[team.type], minimumInWords(team.plannedMinimum)].join('; ');
}

/** "ward-7-acute-medicine": a file name without names of people. */
export function fileNameOf(team: string): string {
  const words = team
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'team' : words;
}

function weeksShown({ ward }: Pick<TeamView, 'ward'>): string {
  const [first, last] = [ward.weeks[0], ward.weeks.at(-1)];
  return first === undefined || last === undefined ? '' : dateRange(first.monday, last.monday);
}

function chartHeadline({ ward, releaseWeeks }: TeamView): string {
  if (ward.short === null) return 'Which weeks are short is not known';
  const { afterCover, withoutRelease } = ward.short;
  if (releaseWeeks === 0) return `With nobody released, ${countWords(withoutRelease.length)} short`;
  const short = afterCover.length;
  const count =
    short === 0 ? 'no week' : `${headlineCount(short).toLowerCase()} of ${formatNumber(releaseWeeks)} weeks`;
  return `With cover, ${count} ${short <= 1 ? 'falls' : 'fall'} below the planned minimum because of release`;
}

function countWords(count: number): string {
  return `${headlineCount(count).toLowerCase()} ${count === 1 ? 'week is' : 'weeks are'}`;
}

/** Headline, subtitle, note and file name of the chart of weeks. */
export function chartWords(view: TeamView) {
  const { ward, team, releaseWeeks } = view;
  const { name } = team.plan.team;
  const breaks = ward.weeks.filter(({ released }) => released === 0).map(({ monday }) => monday);
  const note =
    releaseWeeks === 0 || breaks.length === 0 ? undefined : `No release in the weeks of ${weekList(breaks)}.`;
  return {
    headline: chartHeadline(view),
    subtitle: `Registered hours available a week, ${name}, weeks from ${weeksShown(view)}`,
    csvName: `${fileNameOf(name)}-weeks.csv`,
    ...(note === undefined ? {} : { note }),
  };
}
