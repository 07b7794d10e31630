import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { halfUp } from '../core/rounding.ts';
import type { Learner } from '../learners/learner.ts';
import { planningDefaultsOn } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { isCapacity } from '../staff/assignment-status.ts';
import { cutPattern } from '../release/cut-pattern.ts';
import { isInPost, isRegisteredGroup, type Assignment, type StaffGroup } from '../staff/staff.ts';
import type { Team } from '../teams/team.ts';
import { learnerFees } from './learner-fees.ts';
import { learnerPatterns } from './learner-patterns.ts';
import { feeOfTeams } from './mover-fees.ts';
import type { FeeOfLearner, LearnerPay, TeamLearner, TeamPlan } from './scenario-inputs.ts';
import { leadPosts, type InTeam, type Placed, type TeamSpell } from './team-spells.ts';

/** What the register holds on the day of the plan. */
export type Register = {
  readonly dataCut: PlainDate;
  readonly teams: readonly Team[];
  readonly placed: readonly Placed[];
  readonly learners: readonly Learner[];
  /** By person, of those whose team changes with time or who leave; the others are where they are on the day. */
  readonly spells?: ReadonlyMap<string, readonly TeamSpell[]>;
};

/** Doctors release programmed activities: on a rostered ward their hours are not nurse hours. */
function countsTowardsMinimum(team: Team, assignment: Assignment): boolean {
  if (!isRegisteredGroup(assignment.staffGroup)) return false;
  return team.type !== 'rostered-round-the-clock' || assignment.staffGroup !== 'Medical and Dental';
}

function capacityOf(team: Team, own: readonly Placed[], day: PlainDate): Assignment[] {
  return own
    .map(({ assignment }) => assignment)
    .filter((post) => isCapacity(post) && isInPost(post, day) && countsTowardsMinimum(team, post));
}

function costCentresOf(posts: readonly Assignment[]): TeamPlan['costCentres'] {
  const weights = new Map<string, number>();
  for (const { costCentre, contractedHoursX100 } of posts) {
    weights.set(costCentre, (weights.get(costCentre) ?? 0) + contractedHoursX100);
  }
  return [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, weight]) => ({ code, weight }));
}

/** The group with most contracted hours; the earlier name of two alike. */
function coverGroupOf(posts: readonly Assignment[]): StaffGroup | null {
  const hours = new Map<StaffGroup, number>();
  for (const { staffGroup, contractedHoursX100 } of posts) {
    hours.set(staffGroup, (hours.get(staffGroup) ?? 0) + contractedHoursX100);
  }
  const [most] = [...hours].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/** Hundredths of an hour to minutes, rounded once on the team's sum. */
function minutesOf(posts: readonly Assignment[]): number {
  return halfUp(posts.reduce((sum, post) => sum + post.contractedHoursX100, 0) * 60, 100);
}

/** A learner loses study time with their own absence only where the agreement lets it lapse. */
function lapseBp(learner: Learner, shares: readonly number[]): number {
  if (learner.studyDayRule === 'made-up') return 0;
  return halfUp(
    shares.reduce((sum, share) => sum + share, 0),
    shares.length,
  );
}

/** What the leading post of a person is paid: it is their time that is released. */
function payOf(leads: ReadonlyMap<string, InTeam>, { personId }: Learner): { readonly pay?: LearnerPay } {
  const lead = leads.get(personId);
  if (lead === undefined) return {};
  const { payScale, gradeStep, incrementDate } = lead.assignment;
  return { pay: { payScale, gradeStep, incrementDate } };
}

/** A learner in one team: the days they are released from it, and whether it is theirs on the day of the plan. */
type Place = {
  readonly teamId: string;
  readonly learner: Learner;
  readonly spells: readonly TeamSpell[];
  readonly isHome: boolean;
};

/** The team on the day; where there is none, the next one, else the last one. */
function homeOf(spells: readonly TeamSpell[], day: PlainDate): string | null {
  const held = spells.filter(({ teamId }) => teamId !== null);
  const now = held.find(({ from, to }) => (from === null || from <= day) && (to === null || to >= day));
  return (now ?? held.find(({ from }) => from !== null && from > day) ?? held.at(-1))?.teamId ?? null;
}

/** Teams left before the week of the day are over for the plan, which looks ahead. */
function placesOf(learner: Learner, spells: readonly TeamSpell[], day: PlainDate): Place[] {
  const home = homeOf(spells, day);
  const monday = mondayOf(day);
  const isAhead = ({ to }: TeamSpell): boolean => to === null || to >= monday;
  return [...grouped(spells, ({ teamId }) => teamId)].flatMap(([teamId, own]) => {
    const place = { teamId, learner, spells: own.filter(isAhead), isHome: teamId === home };
    return place.isHome || place.spells.length > 0 ? [place] : [];
  });
}

function teamLearners(
  places: readonly Place[],
  shares: readonly number[],
  leads: ReadonlyMap<string, InTeam>,
  set: ParameterSet,
): TeamLearner[] {
  return places.flatMap(({ learner, spells, isHome }): TeamLearner[] => {
    const whole = learnerPatterns(learner, set);
    const own = { id: learner.id, count: 1, lapseBp: lapseBp(learner, shares), ...payOf(leads, learner) };
    if (whole === null) return isHome ? [{ ...own, patterns: null }] : [];
    const patterns = whole.flatMap((pattern) => spells.flatMap((spell) => cutPattern(pattern, spell) ?? []));
    return patterns.length === 0 ? [] : [{ ...own, patterns }];
  });
}

type Fees = {
  readonly fees: CourseFeeLine[];
  readonly feesOfLearners: FeeOfLearner[];
  readonly feesNotKnown: string[];
};

/** Fees by team: each learner's at home, or over the teams of the course for one who moves. */
function feesByTeam(
  learners: readonly Learner[],
  teams: readonly Team[],
  dataCut: PlainDate,
  spellsOf: (learner: Learner) => readonly TeamSpell[],
  set: ParameterSet,
): ReadonlyMap<string, Fees> {
  const known = new Map<string, Fees>(
    teams.map(({ id }) => [id, { fees: [], feesOfLearners: [], feesNotKnown: [] }]),
  );
  for (const learner of learners) {
    const spells = spellsOf(learner);
    const home = homeOf(spells, dataCut);
    if (home === null) continue;
    const fee = learnerFees(learner, set);
    if (fee.kind === 'not-known') known.get(home)?.feesNotKnown.push(learner.id);
    if (fee.kind !== 'known') continue;
    for (const { teamId, line } of feeOfTeams(fee.line, spells, home, (id) => known.has(id))) {
      known.get(teamId)?.fees.push(line);
      known.get(teamId)?.feesOfLearners.push({ learnerId: learner.id, source: learner.fundingSource });
    }
  }
  return known;
}

const noFees: Fees = { fees: [], feesOfLearners: [], feesNotKnown: [] };

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null || key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function hasTeam(spells: readonly TeamSpell[], day: PlainDate): boolean {
  return spells.some(({ teamId, to }) => teamId !== null && (to === null || to >= day));
}

/**
 * Every team of the register with its registered staff in post and its learners, each in a team for the days they are
 * in it and with their fee in the teams of the months of the course; learners who are in no team from the day on apart.
 */
export function teamPlans(
  { dataCut, teams, placed, learners, spells: known = new Map() }: Register,
  set: ParameterSet,
): { readonly plans: TeamPlan[]; readonly learnersWithoutTeam: string[] } {
  const leads = leadPosts(placed, dataCut);
  const spellsOf = ({ personId }: Learner): readonly TeamSpell[] =>
    known.get(personId) ?? [{ from: null, to: null, teamId: leads.get(personId)?.teamId ?? null }];
  const postsByTeam = grouped(placed, ({ teamId }) => teamId);
  const places = learners.flatMap((learner) => placesOf(learner, spellsOf(learner), dataCut));
  const byTeam = grouped(places, ({ teamId }) => teamId);
  const defaults = planningDefaultsOn(set, dataCut).unavailabilityBp;
  const fees = feesByTeam(learners, teams, dataCut, spellsOf, set);
  const plans = teams.map((team): TeamPlan => {
    const own = postsByTeam.get(team.id) ?? [];
    const posts = capacityOf(team, own, dataCut);
    const here = byTeam.get(team.id) ?? [];
    return {
      team,
      costCentres: costCentresOf(posts),
      coverGroup: coverGroupOf(posts),
      contractedMinutes: own.length === 0 ? null : minutesOf(posts),
      learners: teamLearners(here, team.unavailabilityBp ?? defaults, leads, set),
      ...(fees.get(team.id) ?? noFees),
    };
  });
  const without = learners.filter((learner) => !hasTeam(spellsOf(learner), dataCut)).map(({ id }) => id);
  return { plans, learnersWithoutTeam: without };
}
