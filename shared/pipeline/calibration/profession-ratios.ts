import { exp } from '../../core/exp.ts';
import type { Belief, Beliefs } from '../beliefs.ts';
import type { Weighing } from './belief-sums.ts';
import { meanOfBelief } from './mean-of-belief.ts';
import type { RoleExposure } from './trust-history.ts';

/** What one role rate met in one staff group: weighted person-months, and who was named in them. */
type Cell = {
  readonly rate: string;
  readonly prior: Belief;
  readonly group: string;
  readonly months: number;
  readonly events: number;
};

type LogNormal = Extract<Belief, { kind: 'log-normal' }>;

/** Rounds of rates and ratios by turns; each brings both ten times closer or more. */
const rounds = 12;
/** Newton's steps to the peak of one ratio. */
const steps = 6;

function cellsOf(prior: Beliefs, roles: readonly RoleExposure[], weightOf: Weighing): Cell[] {
  const { bands, bandMultipliers } = prior;
  return roles.flatMap((row) => {
    const weight = weightOf(row.cohort);
    const months = weight * row.months * (bandMultipliers[bands.indexOf(row.band)] ?? 1);
    const cell = (name: string, beliefs: readonly Belief[], events: number): Cell[] => {
      const belief = beliefs[row.held - 1];
      const rate = `${name}-${row.held}`;
      return belief === undefined
        ? []
        : [{ rate, prior: belief, group: row.group, months, events: weight * events }];
    };
    return row.from === 'coi'
      ? cell('pi-from-coi', prior.piFromCoi, row.piEvents)
      : [...cell('coi', prior.coi, row.coiEvents), ...cell('pi-from-none', prior.piFromNone, row.piEvents)];
  });
}

/** The mean of every rate, given the ratios. */
function ratesGiven(cells: readonly Cell[], ratioOf: (group: string) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, { prior: Belief; events: number; months: number }>();
  for (const { rate, prior, group, months, events } of cells) {
    const sum = sums.get(rate) ?? { prior, events: 0, months: 0 };
    sums.set(rate, {
      prior,
      events: sum.events + events,
      months: sum.months + months * ratioOf(group),
    });
  }
  return new Map(
    [...sums].map(([rate, { prior, events, months }]) => [
      rate,
      prior.kind === 'gamma' ? (prior.shape + events) / (prior.months + months) : meanOfBelief(prior),
    ]),
  );
}

/** The log-normal closest to what events and the number expected at a ratio of 1 say: its peak and curvature there. */
function ratioGiven({ sigma, logMedian = 0 }: LogNormal, events: number, expected: number): LogNormal {
  const precision = 1 / (sigma * sigma);
  let x = logMedian;
  for (let step = 0; step < steps; step += 1) {
    const at = exp(x) * expected;
    x += (events - at - precision * (x - logMedian)) / (at + precision);
  }
  return { kind: 'log-normal', logMedian: x, sigma: Math.sqrt(1 / (exp(x) * expected + precision)) };
}

/**
 * What the trust's own namings say of how each staff group compares with the others. Rates and ratios both multiply
 * the same namings, so they are worked out by turns: rates given the ratios, ratios given the rates. A group nobody of
 * which was observed, and a ratio that somebody fixed, stay as they were.
 */
export function professionRatios(
  prior: Beliefs,
  roles: readonly RoleExposure[],
  weightOf: Weighing,
): ReadonlyMap<string, Belief> {
  const cells = cellsOf(prior, roles, weightOf);
  const beliefs = new Map(Object.entries(prior.groups).map(([group, of]) => [group, of.professionRatio]));
  const ratioOf = (group: string): number => {
    const belief = beliefs.get(group);
    return belief === undefined ? 1 : meanOfBelief(belief);
  };
  for (let round = 0; round < rounds; round += 1) {
    const rates = ratesGiven(cells, ratioOf);
    for (const [group, { professionRatio }] of Object.entries(prior.groups)) {
      const own = cells.filter((cell) => cell.group === group);
      if (professionRatio.kind !== 'log-normal' || own.length === 0) continue;
      const events = own.reduce((sum, cell) => sum + cell.events, 0);
      const expected = own.reduce((sum, cell) => sum + cell.months * (rates.get(cell.rate) ?? 0), 0);
      beliefs.set(group, ratioGiven(professionRatio, events, expected));
    }
  }
  return beliefs;
}
