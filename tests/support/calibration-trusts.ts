/** Synthetic trusts: rates drawn from the prior, a history, a five-year forecast, and what then happened. */
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { Belief, Beliefs } from '../../shared/pipeline/beliefs.ts';
import { priorBeliefsOn } from '../../shared/pipeline/calibration/prior-beliefs.ts';
import { meanOfBelief } from '../../shared/pipeline/calibration/mean-of-belief.ts';
import { centralInterval, contains, crps } from '../../shared/pipeline/calibration/scores.ts';
import { updateBeliefs } from '../../shared/pipeline/calibration/update-beliefs.ts';
import { pathwayOn } from '../../shared/pipeline/default-rates.ts';
import { beliefTable, quantileOf, type BeliefTable } from '../../shared/pipeline/forecast/belief-table.ts';
import { dimensionsOf } from '../../shared/pipeline/forecast/dimensions.ts';
import {
  countOf,
  evaluateForecast,
  type Forecast,
} from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { groupRatesFrom } from '../../shared/pipeline/forecast/rates-from-values.ts';
import type { GroupRates, Person, Stage } from '../../shared/pipeline/projection-inputs.ts';
import { simulatedHistory } from './calibration-careers.ts';
import { simulate, uniforms } from './pipeline-monte-carlo.ts';

const cut = asPlainDate('2026-11-20');
const names = ['Nursing and Midwifery Registered', 'Allied Health Professionals'];
const horizonMonths = 60;
const pathway = pathwayOn(publishedParameters, cut).value;
const published = priorBeliefsOn(publishedParameters, cut).value;

const prior: Beliefs = {
  ...published,
  groups: Object.fromEntries(names.map((name) => [name, published.groups[name]!])),
};
const dimensions = dimensionsOf(prior);
const tables = new Map<string, BeliefTable | null>(
  dimensions.map(({ id, belief }) => [id, beliefTable(belief)]),
);

/** Twenty-four learners at every point of the way, and six Principal Investigators. */
const people: readonly Person[] = [
  ...Array.from({ length: 24 }, (_, index): Person => {
    const shared = { group: names[index % 2]!, count: 1 };
    const stage = (1 + (index % 3)) as Stage;
    switch (index % 4) {
      case 0:
        return { ...shared, kind: 'planned', stage, startIn: 9, uptake: 0.9 };
      case 1:
        return { ...shared, kind: 'studying', stage, elapsed: 3 };
      case 2:
        return { ...shared, kind: 'graduated', held: stage, sinceAward: index };
      default:
        return { ...shared, kind: 'graduated', held: stage, sinceAward: 6, role: 'coi' };
    }
  }),
  ...names.map((group): Person => ({ kind: 'pi', group, count: 3 })),
];

const years = [0, 1, 2, 3, 4].map((year) => [12 * year, 12 * year + 12] as const);
const windows = [...years, ...years.map(([, to]) => [0, to] as const)];

export const kinds = ['yearly', 'cumulative', 'stock'] as const;
export type Kind = (typeof kinds)[number];

function measuresOf(kind: Kind): Measure[] {
  return years.map(([from, to]): Measure => {
    if (kind === 'stock') return { kind: 'pi', at: to };
    return { kind: 'gain', gain: 'pi', window: kind === 'yearly' ? [from, to] : [0, to] };
  });
}

/** By share: how many of the years' intervals held the outcome, and the mass they hold; and the mean score. */
type Judged = { readonly inside: readonly number[]; readonly mass: readonly number[]; readonly crps: number };

/** How the forecasts of one trust did. */
export type TrustResult = Readonly<Record<Kind, Judged>>;

export const shares = [0.8, 0.9] as const;

function judgeKind(forecast: Forecast, kind: Kind, outcome: readonly number[]): Judged {
  const counts = measuresOf(kind).map((measure) => countOf(forecast, measure));
  const average = (of: (index: number) => number): number =>
    counts.reduce((sum, _, index) => sum + of(index), 0) / counts.length;
  const intervals = shares.map((share) => counts.map((count) => centralInterval(count, share)));
  return {
    inside: intervals.map((list) => average((year) => (contains(list[year]!, outcome[year]!) ? 1 : 0))),
    mass: intervals.map((list) => average((year) => list[year]!.mass)),
    crps: average((year) => crps(counts[year]!, outcome[year]!)),
  };
}

function judge(forecast: Forecast, outcome: Readonly<Record<Kind, readonly number[]>>): TrustResult {
  return {
    yearly: judgeKind(forecast, 'yearly', outcome.yearly),
    cumulative: judgeKind(forecast, 'cumulative', outcome.cumulative),
    stock: judgeKind(forecast, 'stock', outcome.stock),
  };
}

function fixedAtMeans(beliefs: Beliefs): Beliefs {
  const fixed = (belief: Belief): Belief => ({ kind: 'fixed', value: meanOfBelief(belief) });
  const each = (list: readonly Belief[]): Belief[] => list.map(fixed);
  return {
    ...beliefs,
    withdraw: each(beliefs.withdraw),
    interrupt: each(beliefs.interrupt),
    returnAfterInterruption: fixed(beliefs.returnAfterInterruption),
    goOn: each(beliefs.goOn),
    coi: each(beliefs.coi),
    piFromNone: each(beliefs.piFromNone),
    piFromCoi: each(beliefs.piFromCoi),
    piRoleLossYearly: fixed(beliefs.piRoleLossYearly),
    piReturnYearly: fixed(beliefs.piReturnYearly),
    groups: Object.fromEntries(
      Object.entries(beliefs.groups).map(([name, group]) => [
        name,
        { professionRatio: fixed(group.professionRatio), leaveYearly: fixed(group.leaveYearly) },
      ]),
    ),
  };
}

function drawnRates(draw: () => number): Readonly<Record<string, GroupRates>> {
  const values = new Map(
    dimensions.map(({ id, belief }) => [id, quantileOf(belief, tables.get(id)!, draw())]),
  );
  return Object.fromEntries(
    names.map((name) => [name, groupRatesFrom(name, prior, (id) => values.get(id)!)]),
  );
}

function outcomeOf(groups: Readonly<Record<string, GroupRates>>, seed: number): Record<Kind, number[]> {
  const outcome: Record<Kind, number[]> = { yearly: [], cumulative: [], stock: [] };
  const inputs = { startMonth: asMonth('2026-12'), horizonMonths, pathway, groups, people };
  simulate(inputs, windows, 1, seed, ({ pi, stock }) => {
    outcome.yearly = [...pi.slice(0, 5)];
    outcome.cumulative = [...pi.slice(5)];
    outcome.stock = [...stock.slice(0, 5)];
  });
  return outcome;
}

/** One trust with history of 10 people or of 30, judged with rates as believed and with rates fixed at their means. */
export function calibrationTrust(
  seed: number,
  points: number,
): { readonly mixture: TrustResult; readonly fixed: TrustResult } {
  const draw = uniforms(seed * 7919 + 17);
  const groups = drawnRates(draw);
  const history = simulatedHistory(groups, seed % 2 === 0 ? 10 : 30, draw);
  // Nothing changes over the simulated years, so that nothing fades.
  const { beliefs } = updateBeliefs(prior, history, { asAt: cut, fade: 1 });
  const outcome = outcomeOf(groups, seed * 104_729 + 5);
  const inputs = { startMonth: asMonth('2026-12'), horizonMonths, pathway, people };
  return {
    mixture: judge(evaluateForecast({ ...inputs, beliefs }, points), outcome),
    fixed: judge(evaluateForecast({ ...inputs, beliefs: fixedAtMeans(beliefs) }, 31), outcome),
  };
}

export type Calibrated = {
  readonly kind: Kind;
  readonly share: number;
  readonly covered: number;
  readonly mass: number;
  /** Of covered − mass, trusts being independent and the years of one not. */
  readonly standardError: number;
  readonly errors: number;
  readonly crps: number;
};

/** Coverage over many trusts: years of one trust go together, so that the spread is that between trusts. */
export function calibratedOf(results: readonly TrustResult[]): Calibrated[] {
  const average = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  return kinds.flatMap((kind) =>
    shares.map((share, index) => {
      const gaps = results.map((result) => result[kind].inside[index]! - result[kind].mass[index]!);
      const gap = average(gaps);
      const variance = average(gaps.map((one) => (one - gap) ** 2));
      const standardError = Math.sqrt(variance / (gaps.length - 1));
      return {
        kind,
        share,
        covered: average(results.map((result) => result[kind].inside[index]!)),
        mass: average(results.map((result) => result[kind].mass[index]!)),
        standardError,
        errors: gap / standardError,
        crps: average(results.map((result) => result[kind].crps)),
      };
    }),
  );
}
