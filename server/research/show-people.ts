import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { phaseOf } from '../../shared/learners/status.ts';
import { delegationCoverageOn, type DelegationCoverage } from '../../shared/research/coverage.ts';
import { specialtiesByPerson } from '../../shared/research/growth.ts';
import { entriesOn } from '../../shared/research/named.ts';
import {
  activeOn,
  activeTrend,
  headcountBy,
  type ActiveHeadcount,
  type GroupedPerson,
  type TrendPoint,
} from '../../shared/research/research-active.ts';
import { definitionOn, roleTimeOn, usualDefinition } from '../../shared/research/settings.ts';
import { timeToAct, type TimeToAct } from '../../shared/research/time-to-act.ts';
import { registrationBodyOf } from '../../shared/research/who-may-be-pi.ts';
import type { Assignment } from '../../shared/staff/staff.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readReadiness } from '../learners/read-history.ts';
import { readLearners } from '../learners/read.ts';
import { readAssignmentsOn, readPeople, type NamedPerson } from '../staff/read.ts';
import { readTeams, readTeamSources } from '../teams/read.ts';
import { readLog, type Log } from './read-log.ts';
import { readSettings, type HeldSetting } from './read-settings.ts';

export const peopleGroupings = [
  'staff-group',
  'profession',
  'specialty',
  'division',
  'team',
  'site',
] as const;

/** What research-active people are counted by. */
export type PeopleGrouping = (typeof peopleGroupings)[number];

export type ResearchPeople = {
  readonly dataCut: PlainDate;
  /** How far the counts can be believed; `null` where the register has no study: nobody is known, which is not nobody. */
  readonly coverage: DelegationCoverage | null;
  /** The settings in force; `null` where the trust has none. */
  readonly definition: Extract<HeldSetting, { kind: 'headcount-definition' }> | null;
  readonly roleTime: Extract<HeldSetting, { kind: 'role-time' }> | null;
  /** Every setting, for the dates from which each counts. */
  readonly settings: readonly HeldSetting[];
  readonly headcounts: Readonly<Record<PeopleGrouping, ActiveHeadcount>>;
  /** Active by the definition but in no post on the day: in no count. */
  readonly notInPost: number;
  readonly trend: readonly TrendPoint[];
  readonly time: readonly TimeToAct[];
};

/** How many years back the trend goes. */
const trendYears = 5;

/** Who is research-active by the trust's definition, and what time their roles take. */
export async function showPeople(ctx: TrustContext): Promise<Result<ResearchPeople>> {
  return withTrust(ctx, async (tx) => {
    const log = await readLog(tx, ctx.trustId);
    if (log === null) return err('not-found', 'There is no such trust.');
    return ok(await peopleOf(tx, ctx.trustId, log));
  });
}

async function peopleOf(tx: TrustReader, trustId: string, log: Log): Promise<ResearchPeople> {
  const { dataCut, studies, entries } = log;
  const settings = await readSettings(tx, trustId);
  const definition = definitionOn(settings, dataCut);
  const counted = definition?.value ?? usualDefinition;
  const learners = await readLearners(tx, trustId);
  const studying = learners.filter(({ status }) => phaseOf(status) === 'in-study');
  const active = activeOn(
    counted,
    studies,
    entries,
    new Set(studying.map(({ personId }) => personId)),
    dataCut,
  );
  const staff = await readStaff(tx, trustId, log, active);
  const roleTime = roleTimeOn(settings, dataCut);
  const headcounts = headcountsOf(staff, active);
  // Where a total of today is hidden, the last day of the trend would show it.
  const hidesToday = Object.values(headcounts).some(({ people }) => people === null);
  return {
    ...{ dataCut, definition, roleTime, settings, headcounts },
    coverage: studies.length === 0 ? null : delegationCoverageOn(studies, dataCut),
    notInPost: [...active].filter((personId) => !staff.posts.has(personId)).length,
    trend: activeTrend(counted, studies, entries, dataCut, trendYears).map((point) =>
      hidesToday && point.date === dataCut ? { ...point, people: null } : point,
    ),
    time: timeToAct(studies, entries, roleTime?.value ?? null, await readAgreed(tx, trustId), dataCut),
  };
}

async function readAgreed(tx: TrustReader, trustId: string): Promise<ReadonlyMap<string, number>> {
  const recorded = await readReadiness(tx, trustId);
  return new Map(
    [...recorded].flatMap(([personId, { weeklyMinutes }]) =>
      weeklyMinutes === null ? [] : [[personId, weeklyMinutes] as const],
    ),
  );
}

type Staff = {
  /** Posts on the day, by person. */
  readonly posts: ReadonlyMap<string, readonly Assignment[]>;
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly teamOf: (post: Assignment) => string | null;
  readonly specialties: ReadonlyMap<string, readonly string[]>;
  readonly sites: ReadonlyMap<string, readonly string[]>;
};

async function readStaff(
  tx: TrustReader,
  trustId: string,
  { dataCut, studies, entries }: Log,
  active: ReadonlySet<string>,
): Promise<Staff> {
  const posts = new Map<string, Assignment[]>();
  for (const post of await readAssignmentsOn(tx, trustId, dataCut)) {
    const known = posts.get(post.personId);
    if (known === undefined) posts.set(post.personId, [post]);
    else known.push(post);
  }
  const names = new Map((await readTeams(tx, trustId)).map(({ id, name }) => [id, name]));
  const find = teamFinder(await readTeamSources(tx, trustId));
  const bySite = studies.map(({ id, sites }) => ({ id, specialty: sites }));
  const held = entriesOn(studies, entries, dataCut);
  return {
    posts,
    people: await readPeople(tx, trustId, [...active]),
    teamOf: (post) => names.get(find(post) ?? '') ?? null,
    specialties: specialtiesByPerson(studies, held),
    sites: specialtiesByPerson(bySite, held),
  };
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.flatMap((name) => (name === null ? [] : [name])))];
}

function groupsOf(staff: Staff, personId: string, by: PeopleGrouping): readonly string[] {
  const posts = staff.posts.get(personId) ?? [];
  switch (by) {
    case 'staff-group':
      return distinct(posts.map(({ staffGroup }) => staffGroup));
    case 'division':
      return distinct(posts.map(({ orgL4 }) => orgL4));
    case 'team':
      return distinct(posts.map(staff.teamOf));
    case 'profession':
      return distinct([registrationBodyOf(staff.people.get(personId)?.registrationBody ?? null)]);
    case 'specialty':
      return staff.specialties.get(personId) ?? [];
    case 'site':
      return staff.sites.get(personId) ?? [];
  }
}

/** What everybody in post can be counted by, so that a share can be given. */
const sharesOf: readonly PeopleGrouping[] = ['staff-group', 'division', 'team'];

function headcountsOf(staff: Staff, active: ReadonlySet<string>): ResearchPeople['headcounts'] {
  const inPost = [...staff.posts.keys()];
  const by = (grouping: PeopleGrouping): ActiveHeadcount => {
    const people = inPost
      .filter((personId) => active.has(personId))
      .map((personId): GroupedPerson => ({
        groups: groupsOf(staff, personId, grouping),
        wteE5: (staff.posts.get(personId) ?? []).reduce((sum, { fteE5 }) => sum + fteE5, 0),
      }));
    const everybody = sharesOf.includes(grouping)
      ? inPost.map((personId) => ({ groups: groupsOf(staff, personId, grouping) }))
      : [];
    return headcountBy(people, everybody);
  };
  return {
    'staff-group': by('staff-group'),
    profession: by('profession'),
    specialty: by('specialty'),
    division: by('division'),
    team: by('team'),
    site: by('site'),
  };
}
