import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { knownOn } from '../../shared/parameters/value-on.ts';
import type { Belief } from '../../shared/pipeline/beliefs.ts';
import type { BeliefWorking } from '../../shared/pipeline/calibration/belief-working.ts';
import { meanOfBelief } from '../../shared/pipeline/calibration/mean-of-belief.ts';
import { beliefTable, quantileOf } from '../../shared/pipeline/forecast/belief-table.ts';
import { basisInWords, beliefFacts, beliefValue, weightInWords } from './belief-words.ts';
import type { WorkingOf } from './search.ts';

/** One uncertain rate: what is believed of it now, and how that came about. */
export type BeliefRow = {
  readonly id: string;
  readonly label: string;
  readonly mean: string;
  /** 80% range of what is believed. */
  readonly range: string;
  /** "Prior 30 + your 58 people"; `null` where nothing of the trust's is in it: an assumption. */
  readonly basis: string | null;
  readonly counted: string;
  readonly codes: readonly string[];
  readonly source: string;
  readonly bareMean: number;
};

/** The ends of the 80% of what is believed. */
function endsOf(belief: Belief): readonly [number, number] {
  const table = beliefTable(belief);
  return [quantileOf(belief, table, 0.1), quantileOf(belief, table, 0.9)];
}

function beliefRow(working: BeliefWorking, set: ParameterSet, date: PlainDate): BeliefRow {
  const facts = beliefFacts(working.id);
  const [low, high] = endsOf(working.belief);
  const mean = meanOfBelief(working.belief);
  const sources = facts.codes.flatMap((code) => knownOn(set, code, date)?.source ?? []);
  return {
    id: working.id,
    label: facts.label,
    mean: beliefValue(mean, facts),
    range: `${beliefValue(low, facts)} to ${beliefValue(high, facts)}`,
    basis: basisInWords(working),
    counted: weightInWords(working),
    codes: facts.codes,
    source: [...new Set(sources)].join('; '),
    bareMean: mean,
  };
}

/** Which rates a figure rests on: those of the course for an award, and all up to the role for a role. */
const rests: Readonly<Record<WorkingOf, (id: string) => boolean>> = {
  qualified: (id) => /^(route-)?(withdraw|interrupt|return|go-on|leave|enter-pgcert)/.test(id),
  ready: () => false,
  'coi-gained': (id) => !/^(route-)?(pi-role-loss|pi-return|pi-from-coi)/.test(id),
  'pi-gained': (id) => !/^(pi-role-loss|pi-return)/.test(id),
  pi: () => true,
  'any-gained': (id) => !/^(route-)?(pi-role-loss|pi-return|pi-from-coi)/.test(id),
  'pi-returned': (id) => /^(pi-role-loss|pi-return|leave)/.test(id),
  'pi-lost': (id) => /^(pi-role-loss|pi-return|leave)/.test(id),
  chance: () => true,
  drivers: () => true,
  doubt: () => true,
  both: (id) => !/^(pi-role-loss|pi-return)/.test(id),
  'back-test': () => false,
  steps: () => false,
  leads: () => false,
};

/** Figures counted from the register, which no rate is behind. */
export function restsOnRates(of: WorkingOf): boolean {
  return rests[of]('leave');
}

/** Whether the rate is for all, for a staff group with somebody in the forecast, or for a route on record. */
function isMet(id: string, groups: ReadonlyMap<string, number>): boolean {
  return !id.includes(':') || id.startsWith('route-') || groups.has(id.slice(id.indexOf(':') + 1));
}

/** The rates behind a figure (behind all where none is named), of staff groups with somebody in the forecast. */
export function beliefRows(
  workings: readonly BeliefWorking[],
  groups: ReadonlyMap<string, number>,
  set: ParameterSet,
  date: PlainDate,
  of: WorkingOf = 'pi',
): readonly BeliefRow[] {
  return workings
    .filter(({ id }) => rests[of](id) && isMet(id, groups))
    .map((working) => beliefRow(working, set, date));
}
