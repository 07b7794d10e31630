import type { Gain, Window } from '../projection-chances.ts';
import type { ChanceSource } from './chance-source.ts';
import type { DrawnRates } from './drawn-rates.ts';
import { awardGains, firstAwards } from './first-awards.ts';
import type { ForecastInputs, Measure } from './forecast-inputs.ts';
import { groupLanes, monthRowsOf, studyLanes, type GroupLanes, type MonthRows } from './group-lanes.ts';
import { chanceBetween, productOf, settleChances, sumOf } from './lane-loops.ts';
import { monthlySource } from './monthly-source.ts';
import type { SampledKind } from './person-kinds.ts';
import { piLanesByGroup, type PiLanes } from './pi-lanes.ts';
import type { SamplePlan } from './sample-plan.ts';
import { sampledFamilies } from './sampled-families.ts';
import type { SampledWorld } from './sampled-gains.ts';
import { qualifiedAt } from './sampled-qualified.ts';
import { returnsWithin } from './sampled-returns.ts';
import { startingPis } from './sampled-stock.ts';
import { onceOnly, remembered } from './remembered.ts';
import { studyChances } from './study-chances.ts';

/** What is kept from one evaluation to the next: plans, the groups' rates at every point. */
export type SampledCaches = {
  /** By kinds, then by the ends wanted of them. */
  readonly plans: Map<string, Map<string, SamplePlan>>;
  readonly groups: Map<string, GroupLanes>;
  /** Role rates alone, which are the dearest to make and which most levers leave as they are. */
  readonly months: Map<string, MonthRows>;
};

export function newSampledCaches(): SampledCaches {
  return { plans: new Map(), groups: new Map(), months: new Map() };
}

/** A group's rates at all points are some forty kilobytes. */
const groupsKept = 300;

/** Whose plans are kept: those of a region, or of a plan and what levers make of it. */
const kindsKept = 20;

/** All that makes plans for the kinds differ. */
function plansKey(
  { pathway, horizonMonths, beliefs }: ForecastInputs,
  kinds: readonly SampledKind[],
): string {
  const alike = kinds.map(({ group, role, start, retirement }) => [group, role, start, retirement.stretches]);
  return JSON.stringify([pathway, horizonMonths, beliefs.bands, alike]);
}

/** The group's rates at every point, by all that they are made from. */
function lanesOf(
  name: string,
  { beliefs }: ForecastInputs,
  drawn: DrawnRates,
  kept: SampledCaches,
): GroupLanes {
  if (!drawn.onLattice) return groupLanes(name, beliefs, drawn);
  const { coi, piFromNone, piFromCoi, bands, bandMultipliers, piRoleLossYearly, piReturnYearly } = beliefs;
  const { leaveYearly, ...ofRoles } = beliefs.groups[name] ?? {};
  const roles = [coi, piFromNone, piFromCoi, bands, bandMultipliers];
  // A group's places in the lattice depend on which others there are.
  const key = JSON.stringify([drawn.points, name, Object.keys(beliefs.groups), ofRoles, roles]);
  const ofPis = JSON.stringify([leaveYearly, piRoleLossYearly, piReturnYearly, beliefs.piLeaveRatio]);
  const months = (): MonthRows => monthRowsOf(name, beliefs, drawn);
  const make = (): GroupLanes =>
    groupLanes(name, beliefs, drawn, remembered(kept.months, key, months, groupsKept));
  return remembered(kept.groups, `${key} ${ofPis}`, make, groupsKept);
}

function lanesByGroup(
  inputs: ForecastInputs,
  drawn: DrawnRates,
  kinds: readonly SampledKind[],
  kept: SampledCaches,
): ReadonlyMap<string, GroupLanes> {
  const names = [...new Set(kinds.map(({ group }) => group))].sort();
  return new Map(names.map((name) => [name, lanesOf(name, inputs, drawn, kept)]));
}

/** The answers at the start, where nothing is uncertain. */
function certain(kinds: readonly SampledKind[], points: number, holds: (kind: SampledKind) => boolean) {
  const list = new Float64Array(kinds.length * points);
  kinds.forEach((kind, index) => {
    if (holds(kind)) list.fill(1, index * points, (index + 1) * points);
  });
  return list;
}

/** Every question about people the sampled kernels take; answers are kind × points + point. */
function sampledAnswers(
  world: SampledWorld,
  drawn: DrawnRates,
  pis: ReadonlyMap<string, PiLanes>,
): (measure: Measure) => Float64Array {
  const { inputs, kinds, groups, points } = world;
  const course = startingPis(world);
  const at = sampledFamilies(world, pis, course);
  const awards = onceOnly(() => kinds.map((person) => firstAwards(world, person)));
  const none = new Float64Array(kinds.length * points);
  const monthly = onceOnly(() =>
    monthlySource(
      inputs,
      drawn,
      kinds.map(({ person }) => person),
    ),
  );

  const awarded = (end: number): Float64Array => {
    const list = none.slice();
    kinds.forEach((person, kind) => {
      const group = groups.get(person.group);
      if (group === undefined) return;
      list.set(awardGains(awards()[kind] ?? [], person, group, course(kind), end), kind * points);
    });
    return settleChances(list);
  };
  const gained = (gain: Gain, end: number): Float64Array => {
    if (end === 0) return none;
    if (gain === 'award') return awarded(end);
    const { of, place } = at(end);
    return of.gained(gain)[place] ?? none;
  };
  const gainedIn = (gain: Gain, [from, to]: Window): Float64Array =>
    from === 0 ? gained(gain, to) : chanceBetween(gained(gain, to), gained(gain, from));
  const stock = (end: number, state: 'active' | 'lapsed'): Float64Array => {
    if (end === 0) return certain(kinds, points, ({ role }) => state === 'active' && role === 'pi');
    const { of, place } = at(end);
    return (state === 'active' ? of.stock().active : of.stock().lapsed())[place] ?? none;
  };
  const returned = (window: Window): Float64Array =>
    window[0] === 0 || [...pis.values()].every(({ lapsing }) => lapsing === null)
      ? none
      : settleChances(returnsWithin(world, stock(window[0], 'lapsed'), window));
  const lost = (window: Window): Float64Array => {
    const [before, after] = [stock(window[0], 'active'), stock(window[1], 'active')];
    const joined = sumOf(gainedIn('pi', window), returned(window));
    return chanceBetween(sumOf(before, joined), after);
  };
  const qualified = (end: number): Float64Array => {
    if (end === 0) return certain(kinds, points, ({ start }) => start.held > 0);
    const { of, place } = at(end);
    const staying = of.staying()[place] ?? none;
    return settleChances(qualifiedAt(world, drawn, pis, awards(), of.stock(), staying, [place, end]));
  };

  return (measure) => {
    switch (measure.kind) {
      case 'gain':
        return gainedIn(measure.gain, measure.window);
      case 'pi':
        return stock(measure.at, 'active');
      case 'existing-pi':
        return productOf(stock(measure.at, 'active'), stock(0, 'active'));
      case 'qualified':
        return measure.held === 1 ? qualified(measure.at) : monthly().chancesOf(measure);
      case 'pi-returned':
        return returned(measure.window);
      case 'pi-lost':
        return lost(measure.window);
    }
  };
}

/**
 * Chances by sampled kernels (model.md section 3): what the monthly engine gives, within 2e-13, at about one month in
 * twelve. Those holding at least the PGDip are counted by the monthly engine itself. `null` where the sums would not
 * keep their digits: PI roles that all but never last a month.
 */
export function sampledSource(
  inputs: ForecastInputs,
  drawn: DrawnRates,
  kinds: readonly SampledKind[],
  caches: SampledCaches,
): ChanceSource | null {
  const groups = lanesByGroup(inputs, drawn, kinds, caches);
  const pis = piLanesByGroup(groups);
  if (pis === null) return null;
  const { points } = drawn;
  const world = {
    inputs,
    kinds,
    groups,
    points,
    plans: remembered(caches.plans, plansKey(inputs, kinds), () => new Map<string, SamplePlan>(), kindsKept),
    study: studyChances(studyLanes(drawn)),
  };
  const answer = sampledAnswers(world, drawn, pis);
  return {
    points,
    counts: Int32Array.from(kinds, ({ count }) => count),
    chancesOf: answer,
  };
}
