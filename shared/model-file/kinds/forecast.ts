import { z } from 'zod';
import { asPlainDate } from '../../calendar/plain-date.ts';
import { withNationalSpread } from '../../pipeline/beliefs.ts';
import { updateBeliefs } from '../../pipeline/calibration/update-beliefs.ts';
import { atLeast, exactly, spreadQuantile } from '../../pipeline/count-distribution.ts';
import { countOf, evaluateForecast, type Forecast } from '../../pipeline/forecast/evaluate-forecast.ts';
import type { CountForecast } from '../../pipeline/forecast/count-forecast.ts';
import { forecastBoth, type GainTarget } from '../../pipeline/forecast/forecast-chances.ts';
import type { ForecastInputs, Measure } from '../../pipeline/forecast/forecast-inputs.ts';
import { regionalCount, regionalForecast } from '../../pipeline/forecast/regional-forecast.ts';
import type { Gain } from '../../pipeline/projection-chances.ts';
import { projectionFileSchema, toProjectionInputs } from '../../pipeline/projection-schema.ts';
import { longestHorizon, personShape } from '../../pipeline/projection-shapes.ts';
import { date } from '../fields.ts';
import { FileRefusal } from '../file-refusal.ts';
import { defineKind } from '../kind.ts';
import { historySchema, toTrustHistory } from './forecast-history.ts';
import { priorsSchema, toBeliefs } from './forecast-priors.ts';

/** Trusts of a region besides the one whose people stand in `people`. */
const mostTrusts = 50;

const inputsSchema = projectionFileSchema.omit({ groups: true }).extend({
  priors: priorsSchema,
  history: historySchema.optional(),
  /** Standard deviation of the logarithm of what multiplies the role rates of all trusts alike. */
  national_spread: z.number().min(0).max(2).default(0),
  /** When given, answers are of the total over all trusts. */
  other_trusts: z
    .array(z.object({ people: z.array(personShape).max(20_000), history: historySchema.optional() }))
    .max(mostTrusts)
    .optional(),
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

type PeopleFile = ForecastFile['people'];

/** Everybody is of a group and on a route that the priors know of. */
function checkPeople(everybody: PeopleFile, { priors, pathway }: ForecastFile, at: string): void {
  everybody.forEach((person, index) => {
    const { group } = person;
    if (!Object.hasOwn(priors.groups, group)) {
      throw new FileRefusal('bad-input', 'names no group of these priors', `${at}/${index}/group`);
    }
    if (person.kind !== 'route') return;
    if (Object.hasOwn(priors.routes ?? {}, person.route) && Object.hasOwn(pathway.routes ?? {}, person.route))
      return;
    throw new FileRefusal(
      'bad-input',
      'names no route of the pathway and of the priors',
      `${at}/${index}/route`,
    );
  });
}

type TrustFile = Pick<ForecastFile, 'people' | 'history'>;

/** The belief after the history of one trust, and the people it is about. */
function trustOf(file: ForecastFile, { people: everybody, history }: TrustFile): ForecastInputs {
  const inputs = toProjectionInputs({ ...file, people: everybody, groups: {} });
  const { startMonth, horizonMonths, pathway, people, cohortSpread } = inputs;
  const prior = toBeliefs(file.priors);
  const asAt = asPlainDate(file.as_at ?? `${file.start_month}-01`);
  const beliefs =
    history === undefined
      ? prior
      : updateBeliefs(prior, toTrustHistory(history), { asAt, fade: file.fade }).beliefs;
  return { startMonth, horizonMonths, pathway, people, beliefs, cohortSpread };
}

/** Answers of one trust, or of the total over several. */
type Answering = {
  readonly count: (measure: Measure) => CountForecast;
  readonly both: (role: Gain, first: GainTarget, second: GainTarget) => number;
};

function answersOf(file: ForecastFile): Answering {
  checkPeople(file.people, file, '/people');
  const { other_trusts: others, national_spread: sigma, points } = file;
  const own = trustOf(file, file);
  if (others === undefined) {
    const beliefs = withNationalSpread(own.beliefs, sigma);
    const forecast: Forecast = evaluateForecast({ ...own, beliefs }, points);
    return {
      count: (measure) => countOf(forecast, measure),
      both: (role, first, second) => forecastBoth(forecast, role, first, second),
    };
  }
  others.forEach(({ people: everybody }, trust) =>
    checkPeople(everybody, file, `/other_trusts/${trust}/people`),
  );
  const region = regionalForecast([own, ...others.map((other) => trustOf(file, other))], sigma, points);
  return {
    count: (measure) => regionalCount(region, measure),
    both: () => {
      throw new FileRefusal('bad-input', 'Two windows together are answered for one trust.', '/other_trusts');
    },
  };
}

function measureOf(ask: Ask): Measure {
  if (ask.measure === 'expected_qualified') return { kind: 'qualified', at: ask.at, held: ask.held };
  if ('at' in ask) return { kind: 'pi', at: ask.at };
  return { kind: 'gain', gain: ask.role, window: ask.window };
}

function answer(answering: Answering, ask: Ask): number {
  if (ask.measure === 'p_joint_gain_ge') {
    const { role: of, window: first, window2: second, n, n2 } = ask;
    return answering.both(of, { window: first, n }, { window: second, n: n2 });
  }
  const count = answering.count(measureOf(ask));
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
    const answering = answersOf(file);
    return (ask) => answer(answering, ask);
  },
});
