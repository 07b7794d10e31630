import { z } from 'zod';
import { ModelError } from '../core/errors.ts';
import {
  atLeast,
  distributionOf,
  exactly,
  meanOf,
  spreadQuantile,
  varianceOf,
  type Chance,
} from './count-distribution.ts';
import { causes, cumulativeIncidence } from './cumulative-incidence.ts';
import type { Projection } from './evaluate-projection.ts';
import { covarianceOf, jointAtLeast } from './joint-gain.ts';
import { parseOrRefuse } from './parse-or-refuse.ts';
import {
  gainChances,
  gainPairChances,
  piChances,
  qualifiedChances,
  rotationChances,
} from './projection-chances.ts';
import { longestHorizon } from './projection-shapes.ts';

const month = z.int().min(0).max(longestHorizon);
const window = z.tuple([month, month]);
const role = z.enum(['coi', 'pi']).default('pi');
const people = z.int().min(0).max(1e9);
/** Of a quantile: 0 and 1 have none, since the spread count has no ends that mean anything. */
const share = z.number().gt(0).lt(1);
/** The stock is of PIs alone. */
const stockOf = { role: z.literal('pi').optional(), at: month };

/** One question of a `projection` request in the open model file; a missing role means `pi`. */
export const projectionAskSchema = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('expected_gain'), role, window }),
  z.object({ measure: z.literal('variance_gain'), role, window }),
  z.object({ measure: z.literal('p_gain_eq'), role, window, n: people }),
  z.object({ measure: z.literal('p_gain_ge'), role, window, n: people }),
  z.object({ measure: z.literal('quantile_gain'), role, window, p: share }),
  z.object({ measure: z.literal('expected_stock'), ...stockOf }),
  z.object({ measure: z.literal('p_stock_ge'), ...stockOf, n: people }),
  z.object({ measure: z.literal('quantile_stock'), ...stockOf, p: share }),
  z.object({ measure: z.literal('covariance_gain'), role, window, window2: window }),
  z.object({ measure: z.literal('p_joint_gain_ge'), role, window, n: people, window2: window, n2: people }),
  z.object({
    measure: z.literal('expected_qualified'),
    at: month,
    held: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  }),
  z.object({ measure: z.literal('expected_by_cause'), at: month, cause: z.enum(causes) }),
  z.object({ measure: z.literal('expected_rotated'), window }),
]);

export type ProjectionAsk = z.infer<typeof projectionAskSchema>;

/** @throws ModelError 'bad-input' with a JSON Pointer below the ask. */
export function parseProjectionAsk(value: unknown): ProjectionAsk {
  return parseOrRefuse(projectionAskSchema, value);
}

function refuse(path: string, message: string): never {
  throw new ModelError('bad-input', message, path);
}

function checkTimes(ask: ProjectionAsk, horizon: number): void {
  if ('at' in ask && ask.at > horizon) refuse('/at', `past the horizon of ${horizon} months`);
  const windows = {
    window: 'window' in ask ? ask.window : null,
    window2: 'window2' in ask ? ask.window2 : null,
  };
  for (const [name, given] of Object.entries(windows)) {
    if (given === null) continue;
    if (given[1] < given[0]) refuse(`/${name}`, 'a window ends before it starts');
    if (given[1] > horizon) refuse(`/${name}`, `past the horizon of ${horizon} months`);
  }
}

type GainAsk = Extract<ProjectionAsk, { measure: `${string}_gain` | `p_gain_${string}` }>;

function answerGain(
  ask: Exclude<GainAsk, { measure: 'covariance_gain' }>,
  chances: readonly Chance[],
): number {
  switch (ask.measure) {
    case 'expected_gain':
      return meanOf(chances);
    case 'variance_gain':
      return varianceOf(chances);
    case 'p_gain_eq':
      return exactly(distributionOf(chances), ask.n);
    case 'p_gain_ge':
      return atLeast(distributionOf(chances), ask.n);
    case 'quantile_gain':
      return spreadQuantile(distributionOf(chances), ask.p);
  }
}

/**
 * One number for one question (see the schema above; conventions in model.md section 0).
 *
 * @throws ModelError 'bad-input' for a time past the horizon, 'too-large' for a joint chance of too many people.
 */
export function answerProjectionAsk(projection: Projection, ask: ProjectionAsk): number {
  checkTimes(ask, projection.horizonMonths);
  switch (ask.measure) {
    case 'expected_stock':
      return meanOf(piChances(projection, ask.at));
    case 'p_stock_ge':
      return atLeast(distributionOf(piChances(projection, ask.at)), ask.n);
    case 'quantile_stock':
      return spreadQuantile(distributionOf(piChances(projection, ask.at)), ask.p);
    case 'expected_qualified':
      return meanOf(qualifiedChances(projection, ask.at, ask.held));
    case 'expected_by_cause':
      return cumulativeIncidence(projection, ask.at).byCause[ask.cause];
    case 'expected_rotated':
      return meanOf(rotationChances(projection, ask.window));
    case 'covariance_gain':
      return covarianceOf(gainPairChances(projection, ask.role, ask.window, ask.window2));
    case 'p_joint_gain_ge':
      return jointAtLeast(gainPairChances(projection, ask.role, ask.window, ask.window2), ask.n, ask.n2);
    case 'expected_gain':
    case 'variance_gain':
    case 'p_gain_eq':
    case 'p_gain_ge':
    case 'quantile_gain':
      return answerGain(ask, gainChances(projection, ask.role, ask.window));
  }
}
