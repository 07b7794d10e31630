import { addDays, asPlainDate, yearOf, type PlainDate } from '../calendar/plain-date.ts';
import { monthsBetween } from '../calendar/month.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { knownOn } from '../parameters/value-on.ts';
import {
  byMeasure,
  fewestCompleted,
  outcomeOf,
  type BackTest,
  type BackTestMeasure,
  type BackTestOrigin,
  type Reconciliation,
} from '../pipeline/calibration/back-test.ts';
import { scoresOf, type Scored } from '../pipeline/calibration/forecast-scores.ts';
import { expectedByCause } from '../pipeline/calibration/reconcile.ts';
import { firstMonthAhead } from '../pipeline/calibration/register-facts.ts';
import {
  registerAsAt,
  registerToday,
  type FactsAsAt,
  type RecordedRegister,
} from '../pipeline/calibration/register-as-at.ts';
import type { CountDistribution } from '../pipeline/count-distribution.ts';
import { countOf, type Forecast } from '../pipeline/forecast/evaluate-forecast.ts';
import type { Measure } from '../pipeline/forecast/forecast-inputs.ts';
import { observedByCause, observedOutcomes, spanOf } from './observed-outcomes.ts';
import { remakeForecast, type RemadeForecast } from './remake-forecast.ts';

/** Lattice points of a forecast made again: enough for whole people. */
const points = 31;

type Window = readonly [number, number];

function ratesKnownOn(set: ParameterSet, date: PlainDate): boolean {
  return knownOn(set, 'PIPELINE_PRIOR_LEAVE', date) !== null;
}

/**
 * The eves of each past 1 September with somebody on the framework by then, rates that apply on the day, and a whole
 * year behind it.
 */
export function pastSeptembers(register: RecordedRegister, today: PlainDate, set: ParameterSet): PlainDate[] {
  const starts = register.learners.flatMap(({ learner: { route, startedOn } }) =>
    route === 'framework' && startedOn !== null ? [startedOn] : [],
  );
  const first = starts.sort()[0];
  if (first === undefined) return [];
  const years = Array.from(
    { length: Math.max(0, yearOf(today) - yearOf(first)) },
    (_, index) => yearOf(first) + index,
  );
  return years
    .map((year) => asPlainDate(`${year}-08-31`))
    .filter((asAt) => first <= asAt && ratesKnownOn(set, asAt) && spanOf(asAt, [0, 12]).to <= today);
}

function measureOf(name: BackTestMeasure, window: Window): Measure {
  switch (name) {
    case 'coiGained':
      return { kind: 'gain', gain: 'coi', window };
    case 'piGained':
      return { kind: 'gain', gain: 'pi', window };
    case 'piGainedByThen':
      return { kind: 'gain', gain: 'pi', window: [0, window[1]] };
    case 'piInPost':
      return { kind: 'pi', at: window[1] };
  }
}

/** Whole years of a forecast that are over. */
function windowsOf(asAt: PlainDate, today: PlainDate): Window[] {
  const years = Math.floor(monthsBetween(firstMonthAhead(asAt), firstMonthAhead(today)) / 12);
  return Array.from({ length: years }, (_, year): Window => [12 * year, 12 * year + 12]).filter(
    (window) => spanOf(asAt, window).to <= today,
  );
}

type Judged = Readonly<Record<BackTestMeasure, Scored>>;

function judged(
  forecast: Forecast,
  window: Window,
  observed: Readonly<Record<BackTestMeasure, number>>,
  lastYear: Readonly<Record<BackTestMeasure, number | null>>,
): Judged {
  return byMeasure((name) => {
    const { from, pmf }: CountDistribution = countOf(forecast, measureOf(name, window));
    return { law: { from, pmf }, observed: observed[name], lastYear: lastYear[name] };
  });
}

type Remade = {
  readonly then: FactsAsAt;
  readonly made: RemadeForecast;
  readonly origin: BackTestOrigin;
  readonly judged: readonly Judged[];
};

const notKnown = { coiGained: null, piGained: null, piGainedByThen: null, piInPost: null };

function completedBy({ learners, asAt }: FactsAsAt): number {
  return learners.filter(({ route, qualifiedOn }) => {
    return route === 'framework' && qualifiedOn !== null && qualifiedOn <= asAt;
  }).length;
}

/** Last year's count, of the same people: what a forecaster without a model would repeat. */
function lastYearOf(then: FactsAsAt, made: RemadeForecast): Readonly<Record<BackTestMeasure, number | null>> {
  const yearAgo = addDays(asPlainDate(`${yearOf(then.asAt) - 1}-09-01`), -1);
  const { coiGained, piGained, piInPost } = observedOutcomes(then, made, yearAgo, [0, 12]);
  return { coiGained, piGained, piGainedByThen: piGained, piInPost };
}

function remade(register: RecordedRegister, now: FactsAsAt, asAt: PlainDate, set: ParameterSet): Remade {
  const windows = windowsOf(asAt, now.asAt);
  const then = registerAsAt(register, asAt);
  const made = remakeForecast(then, set, { horizonMonths: windows.length * 12, points });
  const lastYear = lastYearOf(then, made);
  const years = windows.map((window, year) => {
    const observed = observedOutcomes(now, made, asAt, window);
    const scored = judged(made.forecast, window, observed, year === 0 ? lastYear : notKnown);
    const outcomes = byMeasure((name) => outcomeOf(scored[name].law, scored[name].observed));
    return { scored, year: { ...spanOf(asAt, window), outcomes } };
  });
  return {
    then,
    made,
    judged: years.map(({ scored }) => scored),
    origin: {
      asAt,
      basis: then.basis,
      completedThen: completedBy(then),
      years: years.map(({ year }) => year),
    },
  };
}

function reconciled(now: FactsAsAt, { then, made, origin }: Remade): Reconciliation {
  const { forecast, updated, learning } = made;
  const mean = (measure: Measure): number => countOf(forecast, measure).mean;
  const window: Window = [0, 12];
  const gains = {
    coi: mean({ kind: 'gain', gain: 'coi', window }),
    pi: mean({ kind: 'gain', gain: 'pi', window }),
  };
  return {
    asAt: origin.asAt,
    to: spanOf(then.asAt, window).to,
    people: learning.size,
    expected: expectedByCause(forecast.inputs.people, updated.beliefs, gains),
    observed: observedByCause(now, made, then.asAt),
  };
}

/**
 * Forecasts made again as at each past 1 September with only what was on record then, against what happened to the
 * same people; the newest one that has a year behind it by cause. With fewer than five completed people there is
 * nothing to test against.
 *
 * @throws ModelError 'parameter-missing' when a rate has no value on one of the days.
 */
export function backTestRegister(register: RecordedRegister, today: PlainDate, set: ParameterSet): BackTest {
  const now = registerToday(register, today);
  const completed = completedBy(now);
  if (completed < fewestCompleted)
    return { kind: 'based-on-assumptions', completed, needed: fewestCompleted };
  const all = pastSeptembers(register, today, set).map((asAt) => remade(register, now, asAt, set));
  const last = all.at(-1);
  return {
    kind: 'scored',
    origins: all.map(({ origin }) => origin),
    scores: byMeasure((name) => scoresOf(all.flatMap((one) => one.judged.map((year) => year[name])))),
    reconciliation: last === undefined ? null : reconciled(now, last),
  };
}
