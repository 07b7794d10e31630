import type { Month } from '../calendar/month.ts';
import { ModelError } from '../core/errors.ts';
import { checkProjection } from './check-projection.ts';
import type { Course } from './award-schedules.ts';
import type { CohortLaw } from './cohort-spread.ts';
import { cohortsOf, type Membership } from './cohorts.ts';
import { personSeries, type ChainInputs, type PersonSeries } from './role-chain.ts';
import { roleTables, type RoleTables } from './role-tables.ts';
import { studyOutlook } from './study-outlook.ts';
import type { GroupRates, Pathway, Person, ProjectionInputs } from './projection-inputs.ts';

/** People alike in everything, with the chances of one of them. */
export type Profile = {
  readonly count: number;
  /** One of them, and the rates of the group. */
  readonly person: Person;
  readonly rates: GroupRates;
  readonly series: PersonSeries;
  /** Chance a month of staying in the trust for someone whose PI role has lapsed, and of taking one up again. */
  readonly lapsedStay: Float64Array;
  readonly piReturnMonthly: number;
  /** End of the rotation; `null` without one. */
  readonly leavesIn: number | null;
  /** What is shared with the cohort, and the chances where everybody in it completes; `null` without over-dispersion. */
  readonly cohort: { readonly law: CohortLaw; readonly ifAll: PersonSeries } | null;
};

/** All chances of all people by month: what every question about the projection is answered from. */
export type Projection = {
  readonly startMonth: Month;
  readonly horizonMonths: number;
  readonly pathway: Pathway;
  readonly profiles: readonly Profile[];
};

/** Kinds of people × months that one evaluation may hold in memory. */
const largest = 2_500_000;

/** Chance of not retiring, by month; a list shorter than the horizon keeps its last value. */
export function stayingOf(retire: Person['retireMonthly'], months: number): Float64Array {
  const list = typeof retire === 'number' ? [retire] : (retire ?? [0]);
  return Float64Array.from(
    { length: months },
    (_, month) => 1 - (list[Math.min(month, list.length - 1)] ?? 0),
  );
}

/**
 * People alike are one profile. Profiles are put in an order of their own, so that neither the order of the people
 * nor how a count is split changes a byte of any answer.
 */
function profilesOf(people: readonly Person[]): Person[] {
  const byKey = new Map<string, Person>();
  for (const person of people) {
    const { count, ...alike } = person;
    const entries = Object.entries(alike).filter(([, value]) => value !== undefined);
    const key = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    byKey.set(key, { ...person, count: count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
}

type Group = { readonly rates: GroupRates; readonly tables: RoleTables };

function groupOf(groups: ReadonlyMap<string, Group>, name: string): Group {
  const group = groups.get(name);
  if (group === undefined) throw new ModelError('bad-input', `no group is called ${name}`, '/groups');
  return group;
}

function chainOf(person: Person, { rates, tables }: Group, horizonMonths: number): ChainInputs {
  return {
    rates,
    tables,
    staying: stayingOf(person.retireMonthly, horizonMonths),
    role: person.kind === 'pi' ? 'pi' : (person.role ?? null),
    roleEndsIn: person.roleEndsIn ?? null,
    leavesIn: person.leavesIn ?? null,
    piFrom: person.piFrom ?? 0,
  };
}

/** Chance a month of staying for someone whose PI role has lapsed: no rate before the end of a rotation, none after. */
function lapsedStayOf({ staying, rates, leavesIn }: ChainInputs): Float64Array {
  if (leavesIn === null) return staying.map((chance) => chance * (1 - rates.leaveMonthly));
  return staying.map((chance, month) => (month === leavesIn ? 0 : chance));
}

function profileOf(person: Person, group: Group, course: Course, shared: Membership | undefined): Profile {
  const chain = chainOf(person, group, course.horizonMonths);
  const seriesOf = (completeAtHand = course.completeAtHand): PersonSeries =>
    personSeries(chain, studyOutlook(person, { ...course, completeAtHand }));
  return {
    count: person.count,
    person,
    rates: group.rates,
    series: seriesOf(),
    lapsedStay: lapsedStayOf(chain),
    piReturnMonthly: group.rates.piReturnMonthly,
    leavesIn: chain.leavesIn,
    cohort: shared === undefined ? null : { law: shared.law, ifAll: seriesOf(shared.complete) },
  };
}

/**
 * The exact projection given fixed rates: month by month over (schedule of awards) × (role) × (in post) for each kind
 * of person, people being independent given the rates (model.md 1.1, 1.2, 2.1).
 *
 * @param completeAtHand in place of everybody's own chance to complete the attempt at hand.
 * @throws ModelError 'bad-input' where inputs contradict each other, 'too-large' beyond 2.5 million profile-months.
 */
export function evaluateProjection(inputs: ProjectionInputs, completeAtHand?: number): Projection {
  checkProjection(inputs);
  const people = profilesOf(inputs.people);
  if (people.length * inputs.horizonMonths > largest) {
    throw new ModelError('too-large', 'too many kinds of people for so many months', '/people');
  }
  // Tables are made for the groups of these people alone: a forecast asks for one person at a time.
  const used = new Set(people.map(({ group }) => group));
  const groups = new Map<string, Group>(
    Object.entries(inputs.groups)
      .filter(([name]) => used.has(name))
      .map(([name, rates]) => [name, { rates, tables: roleTables(rates) }]),
  );
  const { startMonth, horizonMonths, pathway, cohortSpread = 0 } = inputs;
  const courseOf = ({ group }: Person): Course => ({
    rates: groupOf(groups, group).rates,
    pathway,
    horizonMonths,
    completeAtHand,
  });
  const cohorts = cohortsOf(people, courseOf, cohortSpread);
  const profiles = people.map((person) =>
    profileOf(person, groupOf(groups, person.group), courseOf(person), cohorts.get(person)),
  );
  return { startMonth, horizonMonths, pathway, profiles };
}
