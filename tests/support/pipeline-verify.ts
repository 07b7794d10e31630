/**
 * The exact engine beside the event-driven simulation: every count the simulation tallies, over several windows, with
 * the gap between both means and the total variation between both laws.
 */
import { asMonth } from '../../shared/calendar/month.ts';
import { distributionOf, exactly, meanOf, type Chance } from '../../shared/pipeline/count-distribution.ts';
import { cumulativeIncidence, type Cause } from '../../shared/pipeline/cumulative-incidence.ts';
import { evaluateProjection, type Projection } from '../../shared/pipeline/evaluate-projection.ts';
import {
  gainChances,
  piChances,
  piLossChances,
  qualifiedChances,
  rotationChances,
  type Window,
} from '../../shared/pipeline/projection-chances.ts';
import type {
  AttemptChances,
  GroupRates,
  Person,
  ProjectionInputs,
  RouteRates,
  Stage,
} from '../../shared/pipeline/projection-inputs.ts';
import { simulate, uniforms, type Tally } from './pipeline-monte-carlo.ts';

type Counted = Exclude<keyof Tally, 'waiting' | 'withdrawn'>;

/** Chances whose law the simulation can be held against. */
const chancesOf: Record<Counted, (projection: Projection, window: Window) => Chance[]> = {
  coi: (projection, window) => gainChances(projection, 'coi', window),
  pi: (projection, window) => gainChances(projection, 'pi', window),
  stock: (projection, [, to]) => piChances(projection, to),
  qualified: (projection, [, to]) => qualifiedChances(projection, to, 1),
  lost: piLossChances,
  rotated: rotationChances,
};

/** Causes of which only the mean is exact: they are a table of expectations. */
const causeOf = { waiting: 'qualified', withdrawn: 'withdrawn' } as const satisfies Record<string, Cause>;

export type Gap = {
  readonly measure: keyof Tally;
  readonly window: Window;
  readonly exact: number;
  readonly simulated: number;
  readonly meanGap: number;
  /** Standard deviation of the simulated count. */
  readonly deviation: number;
  /** `null` for a mean alone. */
  readonly variation: number | null;
};

export function windowsOf({ horizonMonths }: ProjectionInputs): Window[] {
  const year = Math.ceil(horizonMonths / 4);
  const parts = [0, 1, 2, 3].map((n): Window => [
    n * year,
    Math.max(n * year, Math.min(horizonMonths, (n + 1) * year)),
  ]);
  return [...parts, [0, horizonMonths]];
}

/** The histogram of every measure in every window. */
function histograms(inputs: ProjectionInputs, windows: readonly Window[], draws: number, seed: number) {
  const people = inputs.people.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map<string, Float64Array>();
  simulate(inputs, windows, draws, seed, (tally) => {
    for (const [measure, list] of Object.entries(tally)) {
      list.forEach((n, index) => {
        const key = `${measure} ${index}`;
        const known = counts.get(key) ?? new Float64Array(people + 1);
        known[n]! += 1;
        counts.set(key, known);
      });
    }
  });
  return counts;
}

function gapOf(measure: keyof Tally, window: Window, counts: Float64Array, projection: Projection): Gap {
  const draws = counts.reduce((sum, times) => sum + times, 0);
  const simulated = counts.reduce((sum, times, n) => sum + times * n, 0) / draws;
  const square = counts.reduce((sum, times, n) => sum + times * n * n, 0) / draws;
  const shared = { measure, window, simulated, deviation: Math.sqrt(Math.max(0, square - simulated ** 2)) };
  if (measure === 'waiting' || measure === 'withdrawn') {
    const exact = cumulativeIncidence(projection, window[1]).byCause[causeOf[measure]];
    return { ...shared, exact, meanGap: Math.abs(exact - simulated), variation: null };
  }
  const chances = chancesOf[measure](projection, window);
  const law = distributionOf(chances);
  const apart = counts.reduce((sum, times, n) => sum + Math.abs(times / draws - exactly(law, n)), 0);
  const exact = meanOf(chances);
  return { ...shared, exact, meanGap: Math.abs(exact - simulated), variation: apart / 2 };
}

export function gapsOf(inputs: ProjectionInputs, draws: number, seed: number): Gap[] {
  const windows = windowsOf(inputs);
  const projection = evaluateProjection(inputs);
  return [...histograms(inputs, windows, draws, seed)].map(([key, counts]) => {
    const [measure = '', index] = key.split(' ');
    return gapOf(measure as keyof Tally, windows[Number(index)]!, counts, projection);
  });
}

/** What a plan has besides the base model. */
export type PlanFeatures = {
  readonly routes?: boolean;
  readonly rotation?: boolean;
  readonly deferral?: boolean;
  readonly cohorts?: boolean;
  readonly piFrom?: boolean;
};

type Draw = (least: number, most: number) => number;

function attemptOf(draw: Draw): AttemptChances {
  const [interrupt, withdraw] = [draw(0.02, 0.3), draw(0.02, 0.25)];
  return { complete: 1 - interrupt - withdraw, interrupt, withdraw };
}

function ratesOf(draw: Draw, { routes = false, deferral = false }: PlanFeatures): GroupRates {
  const row = (most: number): number[] => [draw(0, most), draw(0, most), draw(0, most)];
  const route = (enterPgcert?: number): RouteRates => ({
    attempt: attemptOf(draw),
    coi: row(0.15),
    piFromNone: row(0.05),
    piFromCoi: row(0.1),
    enterPgcert,
  });
  const direct = { ...route(), attempt: { complete: 1, interrupt: 0, withdraw: 0 } };
  return {
    attempt: [attemptOf(draw), attemptOf(draw), attemptOf(draw)],
    returnAfterInterruption: draw(0.4, 0.95),
    goOn: [draw(0.3, 0.8), draw(0.3, 0.8)],
    bands: [0, 5, 14],
    coi: [row(0.15), row(0.2), row(0.25)],
    piFromNone: [row(0.03), row(0.06), row(0.1)],
    piFromCoi: [row(0.06), row(0.1), row(0.15)],
    leaveMonthly: draw(0.003, 0.03),
    piLeaveMonthly: draw(0.002, 0.02),
    piRoleLossMonthly: draw(0.005, 0.06),
    piReturnMonthly: draw(0, 0.06),
    ...(deferral ? { deferGoOn: [draw(0.1, 0.5), draw(0.1, 0.5)] } : {}),
    ...(routes ? { routes: { internship: route(0.6), doctoral: route(), appointed: direct } } : {}),
  };
}

function onFramework(draw: Draw, index: number): Person {
  const shared = { group: index % 2 === 0 ? 'a' : 'b', count: index % 5 === 0 ? 2 : 1 };
  const stage = (1 + (index % 3)) as Stage;
  const month = (most: number): number => Math.floor(draw(0, most));
  switch (index % 5) {
    case 0:
      return { ...shared, kind: 'planned', stage, startIn: 9, uptake: draw(0.5, 1) };
    case 1:
      return { ...shared, kind: 'studying', stage, elapsed: 3 };
    case 2:
      // Away for parental leave, which is not an interval: back in so many months, away for five to sixteen in all.
      return {
        ...shared,
        kind: 'interrupted',
        stage,
        elapsed: month(9),
        returnIn: month(9),
        awayMonths: 5 + month(12),
      };
    case 3:
      return {
        ...shared,
        kind: 'graduated',
        held: stage,
        sinceAward: month(20),
        undecided: stage < 3,
        nextStartIn: 9,
        role: index % 2 === 0 ? 'coi' : undefined,
      };
    default:
      return { ...shared, kind: 'pi', held: 1, retireMonthly: [0, 0.01, 0.02] };
  }
}

const onRoutes: readonly Person[] = [
  { kind: 'route', route: 'internship', group: 'a', count: 2, startIn: 4, uptake: 0.8 },
  { kind: 'route', route: 'internship', group: 'b', count: 2, elapsed: 3 },
  { kind: 'route', route: 'internship', group: 'a', count: 1, sinceEnd: 2, nextStartIn: 6 },
  { kind: 'route', route: 'doctoral', group: 'a', count: 1, elapsed: 20, held: 1, sinceAward: 30 },
  { kind: 'route', route: 'doctoral', group: 'b', count: 1, elapsed: 10, returnIn: 5, role: 'coi' },
  { kind: 'route', route: 'appointed', group: 'b', count: 2, sinceEnd: 0 },
  { kind: 'route', route: 'appointed', group: 'a', count: 1, startIn: 7 },
];

/** A plan drawn from a seed: about twenty people of two groups over 40 to 70 months. */
export function planOf(seed: number, features: PlanFeatures): ProjectionInputs {
  const uniform = uniforms(seed);
  const draw: Draw = (least, most) => least + (most - least) * uniform();
  const learners = Array.from({ length: 13 }, (_, index) => onFramework(draw, index));
  const people = [...learners, ...(features.routes === true ? onRoutes : [])].map(
    (person, index): Person => ({
      ...person,
      ...(features.rotation === true && index % 4 === 1 ? { leavesIn: 6 + 5 * (index % 6) } : {}),
      ...(features.piFrom === true && index % 3 === 0 ? { piFrom: 10 + index } : {}),
    }),
  );
  return {
    startMonth: asMonth('2026-12'),
    horizonMonths: 40 + Math.floor(draw(0, 30)),
    pathway: {
      studyMonths: [10, 10, 10],
      awardLagMonths: [2, 2, 2],
      stageIntervalMonths: 12,
      maxInterruptions: 2,
      routes: {
        internship: { studyMonths: 6, awardLagMonths: 0 },
        doctoral: { studyMonths: 36, awardLagMonths: 3 },
        appointed: { studyMonths: 0, awardLagMonths: 0 },
      },
    },
    groups: { a: ratesOf(draw, features), b: ratesOf(draw, features) },
    people,
    ...(features.cohorts === true ? { cohortSpread: 0.25 } : {}),
  };
}

/** One plan a rule, and three with all of them. */
export const verifiedPlans: readonly {
  readonly id: string;
  readonly seed: number;
  readonly features: PlanFeatures;
}[] = [
  { id: 'base', seed: 101, features: {} },
  { id: 'routes', seed: 102, features: { routes: true } },
  { id: 'rotation', seed: 103, features: { rotation: true } },
  { id: 'deferral', seed: 104, features: { deferral: true } },
  { id: 'cohorts', seed: 105, features: { cohorts: true } },
  { id: 'pi-from', seed: 106, features: { piFrom: true } },
  ...[107, 108, 109].map((seed) => ({
    id: `all-${seed}`,
    seed,
    features: { routes: true, rotation: true, deferral: true, cohorts: true, piFrom: true },
  })),
];
