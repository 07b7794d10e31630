import type { WardFix, WardYear } from '../backfill/ward-answer.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, nextFinancialYear } from '../calendar/years.ts';
import { projectionOutlook, type PeopleOutlook } from './people-outlook.ts';
import type { ScenarioAnswer, TeamAnswer, TeamWeeks } from './scenario-answer.ts';
import type { ScenarioInputs, TeamLearner, TeamPlan } from './scenario-inputs.ts';

/** Minutes released in one week, over all teams. */
export type ReleasedWeek = { readonly monday: PlainDate; readonly released: number };

/** A team that is short in some weeks because of release, with what moving those hours does. */
export type ShortTeam = {
  readonly teamId: string;
  readonly team: string;
  /** Mondays; the weeks still short after cover are among them. */
  readonly newlyShort: readonly PlainDate[];
  readonly afterCover: readonly PlainDate[];
  /** Price of moving the short weeks' release to other weeks, and the weeks that stay short; `null` where it cannot be. */
  readonly fix: { readonly extraPence: number; readonly weeksLeft: number } | null;
};

/** What a team's learners need and nobody has entered. */
export type MissingInput = {
  readonly teamId: string;
  readonly team: string;
  readonly learners: number;
  readonly hours: number;
  readonly fees: number;
  /** No week can be judged: no planned minimum, or nobody known in post. */
  readonly minimum: boolean;
  /** Why nothing of the team could be worked out; `null` where it could. */
  readonly refusal: string | null;
};

export type OverviewSummary = PeopleOutlook & {
  readonly teams: number;
  readonly learners: number;
  readonly releasedByWeek: readonly ReleasedWeek[];
  readonly peak: ReleasedWeek | null;
  readonly teamWeeks: TeamWeeks;
  /** Teams with newly short weeks: most weeks still short after cover first, then most newly short. */
  readonly shortTeams: readonly ShortTeam[];
  /** Teams with something missing, most learners first. */
  readonly missing: readonly MissingInput[];
  /** The financial year of the data cut and the next; a year nothing falls in is absent. */
  readonly years: readonly WardYear[];
  readonly hoursNotKnown: number;
  readonly feesNotKnown: number;
  readonly teamsRefused: number;
};

function releasedByWeek({ teams }: ScenarioAnswer): ReleasedWeek[] {
  const sums = new Map<PlainDate, number>();
  for (const { monday, released } of teams.flatMap(({ ward }) => ward?.weeks ?? [])) {
    sums.set(monday, (sums.get(monday) ?? 0) + released);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([monday, released]) => ({ monday, released }));
}

function peakOf(weeks: readonly ReleasedWeek[]): ReleasedWeek | null {
  return weeks.reduce<ReleasedWeek | null>(
    (best, week) => (week.released > (best?.released ?? 0) ? week : best),
    null,
  );
}

function fixOf(fix: WardFix | null): ShortTeam['fix'] {
  return fix === null ? null : { extraPence: fix.extraPence, weeksLeft: fix.shortAfterFix.length };
}

function shortTeams(inputs: ScenarioInputs, { teams }: ScenarioAnswer): ShortTeam[] {
  return teams
    .flatMap(({ teamId, ward }, index): ShortTeam[] => {
      const { newlyShort = [], afterCover = [] } = ward?.short ?? {};
      const team = inputs.teams[index]?.team.name ?? '';
      return newlyShort.length === 0
        ? []
        : [{ teamId, team, newlyShort, afterCover, fix: fixOf(ward?.fix ?? null) }];
    })
    .sort(
      (a, b) =>
        b.afterCover.length - a.afterCover.length ||
        b.newlyShort.length - a.newlyShort.length ||
        (a.team < b.team ? -1 : 1),
    );
}

/** Somebody who moves is in two teams, each for some weeks, and one person. */
function peopleIn(learners: readonly TeamLearner[]): number {
  const counts = new Map(learners.map(({ id, count }) => [id, count]));
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function missingOf({ team, learners }: TeamPlan, answer: TeamAnswer): MissingInput {
  const released = learners.reduce((sum, { count }) => sum + count, 0);
  return {
    teamId: team.id,
    team: team.name,
    learners: released,
    hours: answer.hoursNotKnown.length,
    fees: answer.feesNotKnown.length,
    minimum: released > 0 && answer.ward !== null && answer.ward.short === null,
    refusal: answer.refusal?.message ?? null,
  };
}

function missing(inputs: ScenarioInputs, answer: ScenarioAnswer): MissingInput[] {
  return inputs.teams
    .flatMap((plan, index): MissingInput[] => {
      const own = answer.teams[index];
      return own === undefined ? [] : [missingOf(plan, own)];
    })
    .filter(({ hours, fees, minimum, refusal }) => hours > 0 || fees > 0 || minimum || refusal !== null)
    .sort((a, b) => b.learners - a.learners || (a.team < b.team ? -1 : 1));
}

/**
 * This year at a glance: release, short weeks and money from the one scenario answer; people from the forecast, or
 * from the scenario's own projection where none is given.
 */
export function overviewSummary(
  inputs: ScenarioInputs,
  answer: ScenarioAnswer,
  people: PeopleOutlook = projectionOutlook(answer.projection, inputs.dataCut),
): OverviewSummary {
  const weeks = releasedByWeek(answer);
  const first = financialYearOf(inputs.dataCut);
  const learners = inputs.teams.flatMap((plan) => plan.learners);
  return {
    teams: inputs.teams.length,
    learners: peopleIn(learners),
    releasedByWeek: weeks,
    peak: peakOf(weeks),
    teamWeeks: answer.teamWeeks,
    shortTeams: shortTeams(inputs, answer),
    missing: missing(inputs, answer),
    years: answer.byYear.filter(({ financialYear }) =>
      [first, nextFinancialYear(first)].includes(financialYear),
    ),
    ...people,
    hoursNotKnown: answer.teams.reduce((sum, team) => sum + team.hoursNotKnown.length, 0),
    feesNotKnown: answer.teams.reduce((sum, team) => sum + team.feesNotKnown.length, 0),
    teamsRefused: answer.teams.filter(({ refusal }) => refusal !== null).length,
  };
}
