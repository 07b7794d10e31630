import { z } from 'zod';
import { asPlainDate } from '../../calendar/plain-date.ts';
import { updateBeliefs } from '../../pipeline/calibration/update-beliefs.ts';
import { atLeast, exactly, spreadQuantile } from '../../pipeline/count-distribution.ts';
import { countOf, evaluateForecast, type Forecast } from '../../pipeline/forecast/evaluate-forecast.ts';
import { forecastBoth } from '../../pipeline/forecast/forecast-chances.ts';
import type { Measure } from '../../pipeline/forecast/forecast-inputs.ts';
import { projectionFileSchema, toProjectionInputs } from '../../pipeline/projection-schema.ts';
import { longestHorizon } from '../../pipeline/projection-shapes.ts';
import { date } from '../fields.ts';
import { FileRefusal } from '../file-refusal.ts';
import { defineKind } from '../kind.ts';
import { historySchema, toTrustHistory } from './forecast-history.ts';
import { priorsSchema, toBeliefs } from './forecast-priors.ts';

const inputsSchema = projectionFileSchema.omit({ groups: true, cohort_spread: true }).extend({
  priors: priorsSchema,
  history: historySchema.optional(),
  /** The day the history is looked at: a cohort's age is counted to it. */
  as_at: date.optional(),
  /** What history a year older counts for. */
  fade: z.number().gt(0).max(1).default(1),
  points: z.union([z.literal(31), z.literal(64), z.literal(127)]).default(127),
});

const month = z.int().min(0).max(longestHorizon);
const window = z.tuple([month, month]);
const role = z.enum(['coi', 'pi', 'investigator']).default('pi');
const people = z.int().min(0).max(1e9);
const share = z.number().gt(0).lt(1);
const gain = { role, window };

const askSchema = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('expected_gain'), ...gain }),
  z.object({ measure: z.literal('variance_gain'), ...gain }),
  z.object({ measure: z.literal('chance_variance_gain'), ...gain }),
  z.object({ measure: z.literal('rates_variance_gain'), ...gain }),
  z.object({ measure: z.literal('p_gain_eq'), ...gain, n: people }),
  z.object({ measure: z.literal('p_gain_ge'), ...gain, n: people }),
  z.object({ measure: z.literal('quantile_gain'), ...gain, p: share }),
  z.object({ measure: z.literal('p_joint_gain_ge'), ...gain, n: people, window2: window, n2: people }),
  z.object({ measure: z.literal('expected_stock'), at: month }),
  z.object({ measure: z.literal('variance_stock'), at: month }),
  z.object({ measure: z.literal('p_stock_ge'), at: month, n: people }),
  z.object({ measure: z.literal('quantile_stock'), at: month, p: share }),
  z.object({
    measure: z.literal('expected_qualified'),
    at: month,
    held: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  }),
]);

type Ask = z.output<typeof askSchema>;

type ForecastFile = z.output<typeof inputsSchema>;

/** Routes other than the framework have rates of their own, which are no belief of this kind. */
function checkPeople({ people: everybody, priors }: ForecastFile): void {
  everybody.forEach(({ group, kind }, index) => {
    if (kind === 'route') {
      const message = 'This kind knows the framework alone; ask projection for people on other routes.';
      throw new FileRefusal('bad-input', message, `/people/${index}/kind`);
    }
    if (!Object.hasOwn(priors.groups, group)) {
      throw new FileRefusal('bad-input', 'names no group of these priors', `/people/${index}/group`);
    }
  });
}

/** The belief after the history, and the people it is about. */
function forecastOf(file: ForecastFile): Forecast {
  checkPeople(file);
  const {
    startMonth,
    horizonMonths,
    pathway,
    people: everybody,
  } = toProjectionInputs({ ...file, groups: {} });
  const prior = toBeliefs(file.priors);
  const asAt = asPlainDate(file.as_at ?? `${file.start_month}-01`);
  const beliefs =
    file.history === undefined
      ? prior
      : updateBeliefs(prior, toTrustHistory(file.history), { asAt, fade: file.fade }).beliefs;
  return evaluateForecast({ startMonth, horizonMonths, pathway, people: everybody, beliefs }, file.points);
}

function measureOf(ask: Ask): Measure {
  if (ask.measure === 'expected_qualified') return { kind: 'qualified', at: ask.at, held: ask.held };
  if ('at' in ask) return { kind: 'pi', at: ask.at };
  return { kind: 'gain', gain: ask.role, window: ask.window };
}

function answer(forecast: Forecast, ask: Ask): number {
  if (ask.measure === 'p_joint_gain_ge') {
    const { role: of, window: first, window2: second, n, n2 } = ask;
    return forecastBoth(forecast, of, { window: first, n }, { window: second, n: n2 });
  }
  const count = countOf(forecast, measureOf(ask));
  switch (ask.measure) {
    case 'expected_gain':
    case 'expected_stock':
    case 'expected_qualified':
      return count.mean;
    case 'variance_gain':
    case 'variance_stock':
      return count.variance;
    case 'chance_variance_gain':
      return count.chanceVariance;
    case 'rates_variance_gain':
      return count.ratesVariance;
    case 'p_gain_eq':
      return exactly(count, ask.n);
    case 'p_gain_ge':
    case 'p_stock_ge':
      return atLeast(count, ask.n);
    case 'quantile_gain':
    case 'quantile_stock':
      return spreadQuantile(count, ask.p);
  }
}

/** A projection with what is known of the rates in place of fixed rates: both uncertainties in every answer. */
export const forecastKind = defineKind({
  inputs: inputsSchema,
  ask: askSchema,
  measures: askSchema.options.map((option) => option.shape.measure.value),
  evaluate: (file) => {
    const forecast = forecastOf(file);
    return (ask) => answer(forecast, ask);
  },
});
