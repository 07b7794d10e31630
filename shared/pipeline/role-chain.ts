import type { AwardSchedule, StudyOutlook } from './award-schedules.ts';
import type { GroupRates, InvestigatorRole } from './projection-inputs.ts';
import { holdAward, holdRoute, standingAtStart, type Standing } from './role-standing.ts';
import type { RoleRow, RoleTables } from './role-tables.ts';

/**
 * The chances of one person by month. Lists "by month" have one entry a month; lists "at" one more, entry n being
 * the end of month n − 1 (0 is now).
 */
export type PersonSeries = {
  /** First takes a Co-I role, by month. */
  readonly coi: Float64Array;
  /** First takes a PI role, straight away and from Co-I, by month. */
  readonly piFromNone: Float64Array;
  readonly piFromCoi: Float64Array;
  /** Gains a first award while in post, by month. */
  readonly firstAward: Float64Array;
  /** PI and in post, at. */
  readonly pi: Float64Array;
  /** Was PI, is not now, and is in post, at. */
  readonly lapsed: Float64Array;
  /** In post and holding at least qualification 1, 2, 3, at. */
  readonly qualified: readonly Float64Array[];
  /** In post, at. */
  readonly inPost: Float64Array;
  /** In post and never in a role since the start, at: in all, and of these with an award or a route done. */
  readonly none: Float64Array;
  readonly noneQualified: Float64Array;
};

/** All that one person's chain needs besides the schedule of awards. */
export type ChainInputs = {
  readonly rates: GroupRates;
  readonly tables: RoleTables;
  /** Chance of not retiring, by month. */
  readonly staying: Float64Array;
  readonly role: InvestigatorRole | null;
  readonly roleEndsIn: number | null;
  /** Leaves at the start of this month and at no rate before. */
  readonly leavesIn: number | null;
  /** No PI role can be gained before this month. */
  readonly piFrom: number;
};

/** Where the chance of being in post lies. `lapsed`: was PI, and is no longer. */
type Occupancy = { none: number; coi: number; pi: number; lapsed: number };

function startIn(role: InvestigatorRole | null, probability: number): Occupancy {
  return {
    none: role === null ? probability : 0,
    coi: role === 'coi' ? probability : 0,
    pi: role === 'pi' ? probability : 0,
    lapsed: 0,
  };
}

function inPost({ none, coi, pi, lapsed }: Occupancy): number {
  return none + coi + pi + lapsed;
}

/** A known end of the role takes effect at the start of its month, as an award does; until then no rate ends it. */
function endKnownRole(now: Occupancy, month: number, { roleEndsIn }: ChainInputs): void {
  if (month !== roleEndsIn) return;
  now.lapsed += now.pi;
  now.pi = 0;
}

/** The end of a rotation takes effect at the start of its month, before an award of that month. */
function endRotation(now: Occupancy, month: number, { leavesIn }: ChainInputs): void {
  if (month !== leavesIn) return;
  now.none = 0;
  now.coi = 0;
  now.pi = 0;
  now.lapsed = 0;
}

/** Leaving and retiring are independent risks; a PI also gives up the role, and is then at the group's rate. */
function testExit(
  now: Occupancy,
  month: number,
  { rates, staying, roleEndsIn, leavesIn }: ChainInputs,
): void {
  const notRetiring = staying[month] ?? 1;
  const stay = (leavesIn === null ? 1 - rates.leaveMonthly : 1) * notRetiring;
  const piStay = now.pi * (leavesIn === null ? 1 - rates.piLeaveMonthly : 1) * notRetiring;
  const loss = roleEndsIn !== null && month < roleEndsIn ? 0 : rates.piRoleLossMonthly;
  now.none *= stay;
  now.coi *= stay;
  now.lapsed = now.lapsed * stay + piStay * loss;
  now.pi = piStay * (1 - loss);
}

/** PI from none, otherwise Co-I, PI from Co-I: of a row, for months since its award. */
function chancesOf(row: RoleRow, sinceAward: number, mayBePi: boolean): readonly [number, number, number] {
  const index = Math.min(sinceAward, row.coi.length - 1);
  const coi = row.coi[index] ?? 0;
  return mayBePi ? [row.piFromNone[index] ?? 0, coi, row.piFromCoi[index] ?? 0] : [0, coi, 0];
}

/** From no role: PI, otherwise Co-I. From Co-I: PI. A role gained now meets its next risk next month. */
function testRoles(
  now: Occupancy,
  month: number,
  [toPi, toCoiElse, onToPi]: readonly [number, number, number],
  series: PersonSeries,
): void {
  const straight = now.none * toPi;
  const toCoi = now.none * (1 - toPi) * toCoiElse;
  const fromCoi = now.coi * onToPi;
  now.none *= (1 - toPi) * (1 - toCoiElse);
  now.coi = now.coi * (1 - onToPi) + toCoi;
  now.pi += straight + fromCoi;
  add(series.coi, month, toCoi);
  add(series.piFromNone, month, straight);
  add(series.piFromCoi, month, fromCoi);
}

/** Tested last, on everyone without the role by then, those who gave it up this month included. */
function testReturn(now: Occupancy, { rates }: ChainInputs): void {
  now.pi += now.lapsed * rates.piReturnMonthly;
  now.lapsed *= 1 - rates.piReturnMonthly;
}

function add(list: Float64Array, index: number, chance: number): void {
  list[index] = (list[index] ?? 0) + chance;
}

function record(series: PersonSeries, at: number, now: Occupancy, { held, row }: Standing): void {
  add(series.pi, at, now.pi);
  add(series.lapsed, at, now.lapsed);
  add(series.none, at, now.none);
  if (row !== null) add(series.noneQualified, at, now.none);
  const present = inPost(now);
  add(series.inPost, at, present);
  for (let level = 0; level < held; level += 1) {
    const list = series.qualified[level];
    if (list !== undefined) add(list, at, present);
  }
}

/** One schedule of awards, month by month in the order of model.md 1.1, added to the person's series. */
function addSchedule(
  series: PersonSeries,
  inputs: ChainInputs,
  outlook: StudyOutlook,
  { probability, awards, routeEnd }: AwardSchedule,
): void {
  const { tables, piFrom } = inputs;
  const now = startIn(inputs.role, probability);
  const standing = standingAtStart(outlook, tables);
  let due = 0;
  record(series, 0, now, standing);
  for (let month = 0; month < inputs.staying.length; month += 1) {
    endRotation(now, month, inputs);
    if (routeEnd?.month === month) holdRoute(standing, tables, routeEnd);
    for (let award = awards[due]; award?.month === month; award = awards[++due]) {
      if (standing.held === 0) add(series.firstAward, month, inPost(now));
      holdAward(standing, tables, award);
    }
    endKnownRole(now, month, inputs);
    testExit(now, month, inputs);
    const { row, since } = standing;
    if (row !== null) testRoles(now, month, chancesOf(row, month - since, month >= piFrom), series);
    testReturn(now, inputs);
    record(series, month + 1, now, standing);
  }
}

/** Every chance of one person over the horizon, exact given the rates. */
export function personSeries(inputs: ChainInputs, outlook: StudyOutlook): PersonSeries {
  const months = inputs.staying.length;
  const byMonth = (): Float64Array => new Float64Array(months);
  const at = (): Float64Array => new Float64Array(months + 1);
  const series: PersonSeries = {
    coi: byMonth(),
    piFromNone: byMonth(),
    piFromCoi: byMonth(),
    firstAward: byMonth(),
    pi: at(),
    lapsed: at(),
    qualified: [at(), at(), at()],
    inPost: at(),
    none: at(),
    noneQualified: at(),
  };
  for (const schedule of outlook.schedules) addSchedule(series, inputs, outlook, schedule);
  return series;
}
