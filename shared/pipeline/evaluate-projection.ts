import type { Month } from '../calendar/month.ts';
import { ModelError } from '../core/errors.ts';
import { checkProjection } from './check-projection.ts';
import { personSeries, roleTables, type PersonSeries, type RoleTables } from './role-chain.ts';
import { studyOutlook } from './study-outlook.ts';
import type { GroupRates, Person, ProjectionInputs } from './projection-inputs.ts';

/** People alike in everything, with the chances of one of them. */
export type Profile = {
  readonly count: number;
  readonly series: PersonSeries;
  /** Chance a month of staying in the trust for someone whose PI role has lapsed, and of taking one up again. */
  readonly lapsedStay: Float64Array;
  readonly piReturnMonthly: number;
};

/** All chances of all people by month: what every question about the projection is answered from. */
export type Projection = {
  readonly startMonth: Month;
  readonly horizonMonths: number;
  readonly profiles: readonly Profile[];
};

/** Kinds of people × months that one evaluation may hold in memory. */
const largest = 2_500_000;

/** Chance of not retiring, by month; a list shorter than the horizon keeps its last value. */
function stayingOf(retire: Person['retireMonthly'], months: number): Float64Array {
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

function profileOf(person: Person, { rates, tables }: Group, inputs: ProjectionInputs): Profile {
  const { pathway, horizonMonths } = inputs;
  const staying = stayingOf(person.retireMonthly, horizonMonths);
  const role = person.kind === 'pi' ? 'pi' : (person.role ?? null);
  const chain = { rates, tables, staying, role, roleEndsIn: person.roleEndsIn ?? null };
  return {
    count: person.count,
    series: personSeries(chain, studyOutlook(person, { rates, pathway, horizonMonths })),
    lapsedStay: staying.map((chance) => chance * (1 - rates.leaveMonthly)),
    piReturnMonthly: rates.piReturnMonthly,
  };
}

/**
 * The exact projection given fixed rates: month by month over (schedule of awards) × (role) × (in post) for each kind
 * of person, people being independent given the rates (model.md 1.1, 1.2, 2.1).
 *
 * @throws ModelError 'bad-input' where inputs contradict each other, 'too-large' beyond 2.5 million profile-months.
 */
export function evaluateProjection(inputs: ProjectionInputs): Projection {
  checkProjection(inputs);
  const people = profilesOf(inputs.people);
  if (people.length * inputs.horizonMonths > largest) {
    throw new ModelError('too-large', 'too many kinds of people for so many months', '/people');
  }
  const groups = new Map<string, Group>(
    Object.entries(inputs.groups).map(([name, rates]) => [name, { rates, tables: roleTables(rates) }]),
  );
  const profiles = people.map((person) => profileOf(person, groupOf(groups, person.group), inputs));
  return { startMonth: inputs.startMonth, horizonMonths: inputs.horizonMonths, profiles };
}
