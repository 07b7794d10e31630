import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { GridTeam } from '../../shared/scenario/release-grid.ts';
import { heatCellOf, type HeatCell, type HeatGridModel } from '../components/heat-grid.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import type { Outputs } from '../app/trpc.ts';
import { pressuresOf } from './pressures.ts';
import type { GridSearch } from './search.ts';

export type ShownGrid = Outputs['release']['grid'];

/** A team's weeks by how they stand, as Mondays. */
export type TeamWeeksByStanding = {
  readonly team: GridTeam;
  readonly afterCover: readonly PlainDate[];
  readonly newlyShort: readonly PlainDate[];
  readonly withoutRelease: readonly PlainDate[];
  readonly close: readonly PlainDate[];
  /** The least hours above the minimum of any week, in minutes, and its Monday; `null` when no week is judged. */
  readonly tightest: { readonly minutes: number; readonly monday: PlainDate } | null;
};

function tightestOf({ margins }: GridTeam, weeks: readonly PlainDate[]): TeamWeeksByStanding['tightest'] {
  let tightest: TeamWeeksByStanding['tightest'] = null;
  margins.forEach((minutes, index) => {
    const monday = weeks[index];
    if (minutes === null || monday === undefined) return;
    if (tightest === null || minutes < tightest.minutes) tightest = { minutes, monday };
  });
  return tightest;
}

export function weeksByStanding(team: GridTeam, weeks: readonly PlainDate[]): TeamWeeksByStanding {
  const where = (test: (standing: string) => boolean): PlainDate[] =>
    weeks.filter((_, index) => test(team.standings[index] ?? ''));
  return {
    team,
    afterCover: where((standing) => standing === 'short-after-cover'),
    newlyShort: where((standing) => standing === 'short-after-cover' || standing === 'covered'),
    withoutRelease: where((standing) => standing === 'short-without-release'),
    close: team.close,
    tightest: tightestOf(team, weeks),
  };
}

/** Whether any week of a team could be judged. */
export function isJudged({ standings }: GridTeam): boolean {
  return standings.some((standing) => standing !== null);
}

function cellOf(team: GridTeam, week: number, close: boolean): HeatCell {
  const margin = team.margins[week] ?? null;
  const standing = team.standings[week] ?? null;
  return heatCellOf({ margin, standing, close, released: team.released[week] ?? 0 });
}

/** The grid of the teams shown, in the order they are given. */
export function heatGridModel(teams: readonly GridTeam[], weeks: readonly PlainDate[]): HeatGridModel {
  return {
    caption: 'Registered hours above the planned minimum after cover, by team and week',
    weeks,
    pressures: pressuresOf(weeks),
    countLabels: ['Learners', 'Weeks short'],
    rows: teams.map((team) => {
      const close = new Set(team.close);
      const short = team.standings.filter((standing) => standing === 'short-after-cover').length;
      return {
        key: team.id,
        name: team.name,
        counts: [team.learners, isJudged(team) ? short : null],
        cells: weeks.map((monday, week) => cellOf(team, week, close.has(monday))),
      };
    }),
  };
}

/** Divisions of the teams, in alphabetical order. */
export function divisionsOf(teams: readonly GridTeam[]): readonly string[] {
  return [...new Set(teams.flatMap(({ division }) => (division === null ? [] : [division])))].sort();
}

function matches(text: string, find: string): boolean {
  return text.toLowerCase().includes(find.trim().toLowerCase());
}

/** What of a typed search may stand in the address: text that is part of a team's name; other text could be a person's. */
export function findForAddress(find: string, teams: readonly GridTeam[]): string {
  const wanted = find.trim();
  return wanted !== '' && teams.some(({ name }) => matches(name, wanted)) ? wanted : '';
}

/** Teams that the filters leave, in the order of the grid: most weeks short first. */
export function filteredTeams(
  teams: readonly GridTeam[],
  { show, division, find }: GridSearch,
): readonly GridTeam[] {
  const shows: Readonly<Record<GridSearch['show'], (team: GridTeam) => boolean>> = {
    all: () => true,
    learners: ({ learners }) => learners > 0,
    short: ({ standings }) =>
      standings.some((standing) => standing === 'short-after-cover' || standing === 'short-without-release'),
  };
  return teams.filter(
    (team) =>
      shows[show](team) && (division === '' || team.division === division) && matches(team.name, find),
  );
}

/** How many filters differ from their defaults. */
export function filtersSet({ show, division, find }: GridSearch): number {
  return [show !== 'all', division !== '', find !== ''].filter(Boolean).length;
}

/** "18 team-weeks are newly short because of release. After cover, 3 stay short, in 2 of 120 teams." */
export function gridHeadline({ grid: { teams, teamWeeks } }: Pick<ShownGrid, 'grid'>): string {
  const { newlyShort, afterCover } = teamWeeks;
  if (newlyShort === 0)
    return `No team-week is short because of release, in ${plural(teams.length, 'team')}.`;
  const newly = `${plural(newlyShort, 'team-week is', 'team-weeks are')} newly short because of release.`;
  if (afterCover === 0) return `${newly} Cover keeps every one of them.`;
  const short = teams.filter(({ standings }) => standings.includes('short-after-cover')).length;
  return `${newly} After cover, ${formatNumber(afterCover)} ${afterCover === 1 ? 'stays' : 'stay'} short, in ${formatNumber(short)} of ${plural(teams.length, 'team')}.`;
}

/** "All 120 teams: 23 with learners, 97 without; 12 with hours or planned minimum not known." */
export function teamsInWords(teams: readonly GridTeam[]): string {
  const withLearners = teams.filter(({ learners }) => learners > 0).length;
  const notKnown = teams.filter((team) => !isJudged(team)).length;
  const parts = [
    `${plural(teams.length, 'team')}: ${formatNumber(withLearners)} with learners, ${formatNumber(teams.length - withLearners)} without`,
    ...(notKnown === 0 ? [] : [`${formatNumber(notKnown)} without a known planned minimum or staff in post`]),
  ];
  return `${parts.join('; ')}.`;
}
