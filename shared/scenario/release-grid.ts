import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { Standing, WardWeek } from '../backfill/ward-answer.ts';
import type { Refusal } from '../core/result.ts';
import type { TeamType } from '../teams/team.ts';
import type { ScenarioAnswer, TeamAnswer, TeamWeeks } from './scenario-answer.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';

/** One team's row: a value for each week of the grid, in order. */
export type GridTeam = {
  readonly id: string;
  readonly name: string;
  readonly division: string | null;
  readonly type: TeamType;
  readonly learners: number;
  readonly hoursNotKnown: number;
  /** Whole minutes above the planned minimum after cover, never rounded up; `null` is not known. */
  readonly margins: readonly (number | null)[];
  readonly standings: readonly (Standing | null)[];
  /** Weeks that are kept, and yet have a chance of at least a quarter of being short. */
  readonly close: readonly PlainDate[];
  readonly released: readonly number[];
  readonly refusal: Refusal | null;
};

export type ReleaseGrid = {
  readonly weeks: readonly PlainDate[];
  readonly teams: readonly GridTeam[];
  readonly teamWeeks: TeamWeeks;
};

/** Minutes × 10 000 to whole minutes downwards: a week that is short by seconds must not read as kept. */
function wholeMinutes(minuteBp: number): number {
  return Math.floor(minuteBp / 10_000);
}

function marginOf({ judgement }: WardWeek): number | null {
  return judgement === null ? null : wholeMinutes(judgement.margin.afterCover);
}

function gridTeam({ team, learners }: TeamPlan, answer: TeamAnswer, weeks: readonly PlainDate[]): GridTeam {
  const byMonday = new Map(answer.ward?.weeks.map((week) => [week.monday, week]));
  const cells = weeks.map((monday) => byMonday.get(monday));
  return {
    id: team.id,
    name: team.name,
    division: team.division,
    type: team.type,
    learners: learners.reduce((sum, learner) => sum + learner.count, 0),
    hoursNotKnown: answer.hoursNotKnown.length,
    margins: cells.map((week) => (week === undefined ? null : marginOf(week))),
    standings: cells.map((week) => week?.judgement?.standing ?? null),
    close: answer.ward?.short?.close ?? [],
    released: cells.map((week) => week?.released ?? 0),
    refusal: answer.refusal,
  };
}

function count(standings: readonly (Standing | null)[], wanted: Standing): number {
  return standings.filter((standing) => standing === wanted).length;
}

/** Most weeks short after cover first, then most newly short, then most short anyway, then by name. */
function byWeeksShort(a: GridTeam, b: GridTeam): number {
  for (const standing of ['short-after-cover', 'covered', 'short-without-release'] as const) {
    const more = count(b.standings, standing) - count(a.standings, standing);
    if (more !== 0) return more;
  }
  return a.name < b.name ? -1 : 1;
}

/** Mondays of the horizon. */
export function weeksOf({ from, weeks }: NonNullable<ScenarioInputs['horizon']>): PlainDate[] {
  return Array.from({ length: weeks }, (_, index) => addDays(from, index * 7));
}

/** The team by week grid: every team, also those without learners, with the weeks of the scenario's horizon. */
export function releaseGrid(inputs: ScenarioInputs, answer: ScenarioAnswer): ReleaseGrid {
  const weeks = inputs.horizon === null ? [] : weeksOf(inputs.horizon);
  const teams = inputs.teams.flatMap((plan, index) => {
    const own = answer.teams[index];
    return own === undefined ? [] : [gridTeam(plan, own, weeks)];
  });
  return { weeks, teams: teams.sort(byWeeksShort), teamWeeks: answer.teamWeeks };
}
