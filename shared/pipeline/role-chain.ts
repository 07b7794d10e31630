import type { AwardSchedule } from './award-schedules.ts';
import { byStage } from './by-stage.ts';
import type { GroupRates, InvestigatorRole, Qualification, RoleChances, Stage } from './projection-inputs.ts';
import type { StudyOutlook } from './study-outlook.ts';

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
};

/** The role chances of a group spread out by qualification and months since the award; the last entry goes on. */
export type RoleTables = {
  readonly coi: readonly Float64Array[];
  readonly piFromNone: readonly Float64Array[];
  readonly piFromCoi: readonly Float64Array[];
};

/** All that one person's chain needs besides the schedule of awards. */
export type ChainInputs = {
  readonly rates: GroupRates;
  readonly tables: RoleTables;
  /** Chance of not retiring, by month. */
  readonly staying: Float64Array;
  readonly role: InvestigatorRole | null;
  readonly roleEndsIn: number | null;
};

function spreadOut(chances: RoleChances, bands: readonly number[]): Float64Array[] {
  const months = (bands[bands.length - 1] ?? 0) + 1;
  return chances.map((row) =>
    Float64Array.from({ length: months }, (_, month) => {
      const band = bands.findLastIndex((lower) => lower <= month);
      return row[band] ?? 0;
    }),
  );
}

export function roleTables(rates: GroupRates): RoleTables {
  return {
    coi: spreadOut(rates.coi, rates.bands),
    piFromNone: spreadOut(rates.piFromNone, rates.bands),
    piFromCoi: spreadOut(rates.piFromCoi, rates.bands),
  };
}

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

/** Leaving and retiring are independent risks; a PI also gives up the role, and is then at the group's rate. */
function testExit(now: Occupancy, month: number, { rates, staying, roleEndsIn }: ChainInputs): void {
  const notRetiring = staying[month] ?? 1;
  const stay = (1 - rates.leaveMonthly) * notRetiring;
  const piStay = now.pi * (1 - rates.piLeaveMonthly) * notRetiring;
  const loss = roleEndsIn !== null && month < roleEndsIn ? 0 : rates.piRoleLossMonthly;
  now.none *= stay;
  now.coi *= stay;
  now.lapsed = now.lapsed * stay + piStay * loss;
  now.pi = piStay * (1 - loss);
}

/** PI from none, otherwise Co-I, PI from Co-I: for a qualification held and months since its award. */
function chancesOf(tables: RoleTables, held: Stage, sinceAward: number): readonly [number, number, number] {
  const straight = byStage(tables.piFromNone, held);
  const index = Math.min(sinceAward, straight.length - 1);
  return [
    straight[index] ?? 0,
    byStage(tables.coi, held)[index] ?? 0,
    byStage(tables.piFromCoi, held)[index] ?? 0,
  ];
}

/** From no role: PI, otherwise Co-I. From Co-I: PI. A role gained now meets its next risk next month. */
function testRoles(
  now: Occupancy,
  month: number,
  held: Stage,
  sinceAward: number,
  { tables }: ChainInputs,
  series: PersonSeries,
): void {
  const [toPi, toCoiElse, onToPi] = chancesOf(tables, held, sinceAward);
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

function record(series: PersonSeries, at: number, now: Occupancy, held: Qualification): void {
  add(series.pi, at, now.pi);
  add(series.lapsed, at, now.lapsed);
  const present = inPost(now);
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
  { probability, awards }: AwardSchedule,
): void {
  const now = startIn(inputs.role, probability);
  let { held, heldSince } = outlook;
  let due = 0;
  record(series, 0, now, held);
  for (let month = 0; month < inputs.staying.length; month += 1) {
    for (let award = awards[due]; award?.month === month; award = awards[++due]) {
      if (held === 0) add(series.firstAward, month, inPost(now));
      held = award.qualification;
      heldSince = month;
    }
    endKnownRole(now, month, inputs);
    testExit(now, month, inputs);
    if (held !== 0) testRoles(now, month, held, month - heldSince, inputs, series);
    testReturn(now, inputs);
    record(series, month + 1, now, held);
  }
}

/** Every chance of one person over the horizon, exact given the rates. */
export function personSeries(inputs: ChainInputs, outlook: StudyOutlook): PersonSeries {
  const months = inputs.staying.length;
  const series: PersonSeries = {
    coi: new Float64Array(months),
    piFromNone: new Float64Array(months),
    piFromCoi: new Float64Array(months),
    firstAward: new Float64Array(months),
    pi: new Float64Array(months + 1),
    lapsed: new Float64Array(months + 1),
    qualified: [1, 2, 3].map(() => new Float64Array(months + 1)),
  };
  for (const schedule of outlook.schedules) addSchedule(series, inputs, outlook, schedule);
  return series;
}
