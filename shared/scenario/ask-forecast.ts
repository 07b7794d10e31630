import type { PlainDate } from '../calendar/plain-date.ts';
import type { CountForecast } from '../pipeline/forecast/count-forecast.ts';
import {
  driversOf,
  firstOrderShares,
  type Drivers,
  type FirstOrderShare,
} from '../pipeline/forecast/drivers.ts';
import {
  countOf,
  evaluateForecast,
  type Forecast,
  type ForecastCaches,
} from '../pipeline/forecast/evaluate-forecast.ts';
import { worthFindingOut, type WorthFindingOut } from '../pipeline/forecast/worth-finding-out.ts';
import { nextStarter } from '../pipeline/levers.ts';
import type { ForecastInputs, Measure } from '../pipeline/forecast/forecast-inputs.ts';
import { forecastYears, type ForecastYears } from '../pipeline/forecast/forecast-years.ts';
import type { LatticeSize } from '../pipeline/forecast/lattice.ts';
import type { YearBasis } from '../pipeline/project-years.ts';
import { wholeYearMonths } from './whole-years.ts';

/** What a page wants of a forecast; what it leaves out is not worked out. */
export type ForecastAsk = {
  readonly inputs: ForecastInputs;
  /** 31 while a lever is dragged, 127 when it is let go. */
  readonly points: LatticeSize;
  readonly basis: YearBasis;
  readonly dataCut: PlainDate;
  /** Every count of every year. */
  readonly years?: boolean | undefined;
  /** Single counts: what is on screen while a lever is dragged. */
  readonly measures?: readonly Measure[] | undefined;
  /** The count whose drivers are wanted. */
  readonly driversOf?: Measure | undefined;
  /** What finding out a rate would be worth to somebody who decides on extra starts. */
  readonly worth?: WorthAsk | undefined;
};

/** PIs wanted in post at the end of month `at` − 1, and what each that is missing costs: as much as so many starts. */
export type WorthAsk = { readonly target: number; readonly at: number; readonly startsPerMissingPi: number };

export type ForecastAnswer = {
  readonly points: number;
  readonly years: ForecastYears | null;
  /** In the order asked. */
  readonly counts: readonly CountForecast[];
  readonly drivers: (Drivers & { readonly shares: readonly FirstOrderShare[] }) | null;
  /** `null` where it was not asked, or no September lies ahead. */
  readonly worth: WorthFindingOut | null;
};

/** Extra starts a September that are weighed against each other. */
export const mostStarts = 40;

function worthOf(forecast: Forecast, ask: WorthAsk | undefined): WorthFindingOut | null {
  const starter = ask === undefined ? null : nextStarter(forecast.inputs);
  if (ask === undefined || starter === null) return null;
  const { target, at, startsPerMissingPi } = ask;
  const costs = { costOfStart: 1, costOfMissingPi: startsPerMissingPi };
  return worthFindingOut(forecast, { starter, mostStarts, target, at, ...costs });
}

/**
 * A forecast up to the end of a whole year, as the page asks for it. `caches` make the next answer quicker and change
 * no byte of it.
 *
 * @throws ModelError 'bad-input' where inputs contradict each other or a time is past the last whole year.
 */
export function askForecast(ask: ForecastAsk, caches?: ForecastCaches): ForecastAnswer {
  const { startMonth, horizonMonths } = ask.inputs;
  const inputs = { ...ask.inputs, horizonMonths: wholeYearMonths(startMonth, horizonMonths, ask.basis) };
  const forecast = evaluateForecast(inputs, ask.points, caches);
  const { driversOf: driven, measures = [], years = false } = ask;
  return {
    points: ask.points,
    years: years ? forecastYears(forecast, ask.basis, ask.dataCut) : null,
    counts: measures.map((measure) => countOf(forecast, measure)),
    drivers:
      driven === undefined
        ? null
        : { ...driversOf(inputs, driven), shares: firstOrderShares(forecast, driven) },
    worth: worthOf(forecast, ask.worth),
  };
}
