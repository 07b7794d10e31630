import type { Belief } from '../beliefs.ts';
import type { Person } from '../projection-inputs.ts';
import { attemptAtHand } from '../study-outlook.ts';
import { beliefTable, quantileOf, type BeliefTable } from './belief-table.ts';
import { cohortKey, type CohortLanes, type Cohorts } from './cohort-effect.ts';
import { cohortSlot } from './dimensions.ts';
import type { DrawnRates, DrawnRatesCache } from './drawn-rates.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import { isLatticeSize, latticeCoordinates } from './lattice.ts';
import { groupsAt } from './monthly-source.ts';
import { remembered } from './remembered.ts';

/** People alike in all that decides the attempt at hand. */
type Member = { readonly person: Person; readonly count: number };

/** A cohort by its name, with the month it began or begins and each member's chance to complete at every point. */
type Cohort = {
  readonly of: string;
  readonly begins: number;
  readonly members: { readonly count: number; readonly complete: Float64Array }[];
};

/** All that the attempt at hand rests on. */
const decisive: ReadonlySet<string> = new Set([
  'kind',
  'group',
  'stage',
  'route',
  'held',
  'elapsed',
  'startIn',
  'returnIn',
  'nextStartIn',
  'sinceEnd',
  'undecided',
]);

/** In an order of their own, so that the order of the people changes no byte. */
function membersOf(people: readonly Person[]): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const person of people) {
    if (person.count === 0) continue;
    const facts = Object.entries(person).filter(([name, value]) => decisive.has(name) && value !== undefined);
    const key = JSON.stringify(facts.sort(([a], [b]) => (a < b ? -1 : 1)));
    members.set(key, { person, count: person.count + (members.get(key)?.count ?? 0) });
  }
  return new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cohortsAmong(
  inputs: ForecastInputs,
  drawn: DrawnRates,
  members: Iterable<Member>,
): ReadonlyMap<string, Cohort> {
  const { pathway, horizonMonths } = inputs;
  const groups = Array.from({ length: drawn.points }, (_, point) => groupsAt(inputs, drawn, point));
  const cohorts = new Map<string, Cohort>();
  for (const { person, count } of members) {
    const attempts = groups.map((rates) => {
      const own = rates[person.group];
      return own === undefined ? null : attemptAtHand(person, { rates: own, pathway, horizonMonths });
    });
    const first = attempts[0] ?? null;
    if (first === null) continue;
    const complete = Float64Array.from(attempts, (hand) => hand?.attempt.complete ?? 1);
    const key = cohortKey(first.of, first.award);
    const known = cohorts.get(key) ?? { of: first.of, begins: first.begins, members: [] };
    known.members.push({ count, complete });
    cohorts.set(key, known);
  }
  return cohorts;
}

/** Over those whose attempt may go either way; a cohort without any shares nothing, and its mean is 1. */
function meansOf({ members }: Cohort, points: number): Float64Array {
  return Float64Array.from({ length: points }, (_, point) => {
    let [people, sum] = [0, 0];
    for (const { count, complete } of members) {
      const own = complete[point] ?? 1;
      if (own > 0 && own < 1) [people, sum] = [people + count, sum + count * own];
    }
    return people === 0 ? 1 : sum / people;
  });
}

/**
 * The cohort's own chance to complete: Beta with the mean at each point, and the correlation `spread`. Every point
 * comes twice, the second time as far on the other side of the middle: so that how a cohort does goes with no rate.
 */
function lanesOf(mean: Float64Array, shares: Float64Array, spread: number): CohortLanes {
  const worth = (1 - spread) / spread;
  const { length: points } = mean;
  const drawn = new Float64Array(2 * points).fill(1);
  let made: { readonly mean: number; readonly table: BeliefTable | null } | null = null;
  mean.forEach((expected, point) => {
    if (!(expected > 0 && expected < 1)) return;
    const belief: Belief = { kind: 'beta', a: expected * worth, b: (1 - expected) * worth };
    // Where rates are certain all points have one mean.
    made = made?.mean === expected ? made : { mean: expected, table: beliefTable(belief) };
    const share = shares[point] ?? 0.5;
    drawn[point] = quantileOf(belief, made.table, share);
    drawn[points + point] = quantileOf(belief, made.table, 1 - share);
  });
  return { mean: twice(mean), drawn };
}

function twice(list: Float64Array): Float64Array {
  const both = new Float64Array(2 * list.length);
  both.set(list);
  both.set(list, list.length);
  return both;
}

/** Lists of some kilobytes each; past so many they are made anew. */
const kept = 40;

/** The cohorts of several people: somebody alone shares nothing, and the law of one is the same either way. */
function sharing(cohorts: ReadonlyMap<string, Cohort>): (readonly [key: string, cohort: Cohort])[] {
  const people = ({ members }: Cohort): number => members.reduce((sum, { count }) => sum + count, 0);
  return [...cohorts]
    .filter(([, cohort]) => people(cohort) > 1)
    .sort(([, a], [, b]) => a.begins - b.begins || (a.of < b.of ? -1 : 1));
}

/**
 * The rates at every point twice over, with what the people of each cohort share there: one place of the lattice a
 * cohort, those who began first before those who begin later. `null` without over-dispersion.
 *
 * @param everybody all people of the trust, of whom the inputs may hold some: a cohort is one wherever they are.
 */
export function withCohorts(
  inputs: ForecastInputs,
  drawn: DrawnRates,
  everybody: readonly Person[],
  cache: DrawnRatesCache,
): DrawnRates | null {
  const { cohortSpread: spread = 0, beliefs, fixedRates, pathway } = inputs;
  const { points } = drawn;
  if (spread <= 0 || !isLatticeSize(points)) return null;
  const members = membersOf(everybody);
  const study = [beliefs.withdraw, beliefs.interrupt, beliefs.routes, fixedRates, pathway];
  const counts = [...members].map(([key, { count }]) => [key, count]);
  const make = (): Cohorts => {
    return new Map(
      sharing(cohortsAmong(inputs, drawn, members.values())).map(([key, cohort], rank) => {
        const shares = latticeCoordinates(points, cohortSlot(rank, beliefs));
        return [key, lanesOf(meansOf(cohort, points), shares, spread)];
      }),
    );
  };
  return {
    ...drawn,
    points: 2 * points,
    values: new Map([...drawn.values].map(([id, list]) => [id, twice(list)])),
    shares: new Map([...drawn.shares].map(([id, list]) => [id, twice(list)])),
    cohorts: remembered(cache.cohorts, JSON.stringify([points, spread, study, counts]), make, kept),
  };
}
