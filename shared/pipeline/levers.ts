import { addMonthsTo, type Month } from '../calendar/month.ts';
import type { Belief, Beliefs } from './beliefs.ts';
import { meanOfBelief } from './calibration/mean-of-belief.ts';
import type { ForecastInputs } from './forecast/forecast-inputs.ts';
import type { Person } from './projection-inputs.ts';

/** What may be moved, in the units a person types; `null` leaves the plan as it is. */
export type Levers = {
  /** People who start a PGCert each September on top of the plan. */
  readonly intake: number | null;
  /** Of 100 planned starts, how many get their release and so may start. */
  readonly release: number | null;
  /** Of 100 who begin a PGCert attempt and stay in the trust, how many complete it; the other stages move with it. */
  readonly completion: number | null;
  /** Of 100 with a PGCert, how many go on to the PGDip; going on to the Master's moves with it. */
  readonly goingOn: number | null;
  /** Months from a PGCert to a first role, on average; every step to a role moves with it. */
  readonly monthsToRole: number | null;
  /** Of 100 Principal Investigators, how many keep the role over a year. */
  readonly keeping: number | null;
};

export type LeverName = keyof Levers;

export const noLevers: Levers = {
  intake: null,
  release: null,
  completion: null,
  goingOn: null,
  monthsToRole: null,
  keeping: null,
};

/** Where each lever stands in the plan, before rounding: what the beliefs and the register say. */
export type LeverBases = Readonly<Record<LeverName, number>>;

/** The chances of a belief lie within these, whatever a lever asks for. */
const [leastChance, mostChance] = [0.001, 0.95];

function meanAt(list: readonly Belief[], index: number): number {
  const belief = list[index];
  return belief === undefined ? 0 : meanOfBelief(belief);
}

export function leverBases({ withdraw, interrupt, goOn, ...beliefs }: Beliefs): LeverBases {
  const roleRate = meanAt(beliefs.coi, 0) + meanAt(beliefs.piFromNone, 0);
  return {
    intake: 0,
    release: 100,
    completion: 100 * (1 - meanAt(withdraw, 0)) * (1 - meanAt(interrupt, 0)),
    goingOn: 100 * meanAt(goOn, 0),
    monthsToRole: roleRate > 0 ? 1 / roleRate : Infinity,
    keeping: 100 * (1 - meanOfBelief(beliefs.piRoleLossYearly)),
  };
}

/** The belief about a chance with another mean, worth as many people as before. */
function withMean(belief: Belief, mean: number): Belief {
  const inside = Math.min(mostChance, Math.max(leastChance, mean));
  if (belief.kind !== 'beta') return { kind: 'fixed', value: inside };
  const worth = belief.a + belief.b;
  return { kind: 'beta', a: inside * worth, b: (1 - inside) * worth };
}

/** The belief about a rate, every value of it times a factor. */
function times(belief: Belief, factor: number): Belief {
  if (belief.kind === 'gamma') return { ...belief, months: belief.months / factor };
  return { kind: 'fixed', value: meanOfBelief(belief) * factor };
}

/** What withdrawing and interrupting are both multiplied by for a share of attempts to complete. */
function stopFactor(withdraw: number, interrupt: number, complete: number): number {
  const [sum, product] = [withdraw + interrupt, withdraw * interrupt];
  if (sum <= 0) return 1;
  // (1 − f w)(1 − f i) = complete, the smaller root; written so that a product of 0 needs no case of its own.
  const root = Math.sqrt(Math.max(0, sum * sum - 4 * product * (1 - complete)));
  return (2 * (1 - complete)) / (sum + root);
}

function withCompletion(beliefs: Beliefs, completion: number | null): Beliefs {
  if (completion === null) return beliefs;
  const { withdraw, interrupt } = beliefs;
  const factor = stopFactor(meanAt(withdraw, 0), meanAt(interrupt, 0), completion / 100);
  const each = (list: readonly Belief[]): Belief[] =>
    list.map((belief) => withMean(belief, meanOfBelief(belief) * factor));
  return { ...beliefs, withdraw: each(withdraw), interrupt: each(interrupt) };
}

function oddsOf(share: number): number {
  return share / (1 - share);
}

function withGoingOn(beliefs: Beliefs, goingOn: number | null): Beliefs {
  if (goingOn === null) return beliefs;
  const inside = Math.min(mostChance, Math.max(leastChance, goingOn / 100));
  const factor = oddsOf(inside) / oddsOf(meanAt(beliefs.goOn, 0));
  const goOn = beliefs.goOn.map((belief) => {
    const odds = oddsOf(meanOfBelief(belief)) * factor;
    return withMean(belief, odds / (1 + odds));
  });
  return { ...beliefs, goOn };
}

function withMonthsToRole(beliefs: Beliefs, monthsToRole: number | null): Beliefs {
  if (monthsToRole === null || monthsToRole <= 0) return beliefs;
  const factor = leverBases(beliefs).monthsToRole / monthsToRole;
  if (!Number.isFinite(factor)) return beliefs;
  const each = (list: readonly Belief[]): Belief[] => list.map((belief) => times(belief, factor));
  return {
    ...beliefs,
    coi: each(beliefs.coi),
    piFromNone: each(beliefs.piFromNone),
    piFromCoi: each(beliefs.piFromCoi),
  };
}

function withKeeping(beliefs: Beliefs, keeping: number | null): Beliefs {
  if (keeping === null) return beliefs;
  return { ...beliefs, piRoleLossYearly: withMean(beliefs.piRoleLossYearly, 1 - keeping / 100) };
}

/** Months of the forecast in which an intake of September starts. */
function septembers(startMonth: Month, horizonMonths: number): number[] {
  const months = Array.from({ length: horizonMonths }, (_, month) => month);
  return months.filter((month) => addMonthsTo(startMonth, month).endsWith('-09'));
}

/** Extra starters are of the staff group that most learners are of. */
function largestGroup(people: readonly Person[], groups: Beliefs['groups']): string | null {
  const counts = new Map<string, number>();
  for (const { kind, group, count } of people) {
    if (kind !== 'pi') counts.set(group, (counts.get(group) ?? 0) + count);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? Object.keys(groups).sort()[0] ?? null;
}

function extraStarts(inputs: ForecastInputs, intake: number | null): Person[] {
  const group = largestGroup(inputs.people, inputs.beliefs.groups);
  if (intake === null || intake <= 0 || group === null) return [];
  return septembers(inputs.startMonth, inputs.horizonMonths).map((startIn) => ({
    kind: 'planned',
    group,
    count: intake,
    stage: 1,
    startIn,
    uptake: 1,
  }));
}

/** One person more who starts the PGCert at the next September, as the projection takes them; `null` where there is none. */
export function nextStarter({ startMonth, horizonMonths, people, beliefs }: ForecastInputs): Person | null {
  const [startIn] = septembers(startMonth, horizonMonths);
  const group = largestGroup(people, beliefs.groups);
  if (startIn === undefined || group === null) return null;
  return { kind: 'planned', group, count: 1, stage: 1, startIn, uptake: 1 };
}

/** Somebody without release does not start. */
function withRelease(person: Person, release: number | null): Person {
  if (release === null || person.kind !== 'planned') return person;
  return { ...person, uptake: person.uptake * Math.min(1, Math.max(0, release / 100)) };
}

/**
 * The same forecast with the levers moved. Every rate keeps its place in the lattice, so that both forecasts use the
 * same draw of it and their difference is the levers' alone.
 */
export function withLevers(inputs: ForecastInputs, levers: Levers): ForecastInputs {
  const { completion, goingOn, monthsToRole, keeping } = levers;
  const beliefs = withKeeping(
    withMonthsToRole(withGoingOn(withCompletion(inputs.beliefs, completion), goingOn), monthsToRole),
    keeping,
  );
  const people = inputs.people.map((person) => withRelease(person, levers.release));
  return { ...inputs, beliefs, people: [...people, ...extraStarts(inputs, levers.intake)] };
}
