import type { PlainDate } from '../calendar/plain-date.ts';
import type { Gain, Window } from '../pipeline/projection-chances.ts';
import type { CountForecast } from '../pipeline/forecast/count-forecast.ts';
import { countOf, type Forecast } from '../pipeline/forecast/evaluate-forecast.ts';
import { forecastBoth } from '../pipeline/forecast/forecast-chances.ts';
import { changeOf, type ForecastChange } from '../pipeline/forecast/forecast-change.ts';
import { forecastYears, type ForecastYears } from '../pipeline/forecast/forecast-years.ts';
import type { ForecastInputs, Measure } from '../pipeline/forecast/forecast-inputs.ts';
import type { LatticeSize } from '../pipeline/forecast/lattice.ts';
import { noLevers, withLevers, type Levers } from '../pipeline/levers.ts';
import type { YearBasis } from '../pipeline/project-years.ts';
import { wholeYearMonths } from './whole-years.ts';
import { leverForecast, newLeverCaches, planMeans, type LeverCaches } from './lever-forecast.ts';

/** At least `n` gains within a window; `null` asks for the middle forecast of it, and never for nobody. */
type Wanted = { readonly window: Window; readonly n: number | null };

/** Two targets for one kind of gain: the chance that both are met is asked. */
export type BothTargets = { readonly gain: Gain; readonly first: Wanted; readonly second: Wanted };

export type BothMet = { readonly first: number; readonly second: number; readonly probability: number };

export type LeverAsk = {
  /** The plan, no lever moved. */
  readonly inputs: ForecastInputs;
  readonly levers: Levers;
  /** 31 while a lever is dragged, 127 when it is let go. */
  readonly points: LatticeSize;
  /**
   * While a lever is dragged: these counts alone are worked out, and people on other routes and on rotation stand as
   * in the plan. Left out, every count of every year is.
   */
  readonly dragged?: readonly Measure[] | undefined;
  readonly basis: YearBasis;
  readonly dataCut: PlainDate;
  /** Counts whose change against the plan is wanted; worked out only where a lever is moved. */
  readonly changes?: readonly Measure[] | undefined;
  readonly both?: BothTargets | undefined;
};

export type LeverAnswer = {
  /** `null` while a lever is dragged. */
  readonly years: ForecastYears | null;
  /** The counts asked for while a lever is dragged, in their order; else none. */
  readonly counts: readonly { readonly measure: Measure; readonly count: CountForecast }[];
  /** People in post who hold an award when the forecast starts: counted, not forecast. */
  readonly qualifiedNow: number;
  /** In the order asked; empty while no lever is moved. */
  readonly changes: readonly ForecastChange[];
  /** The chance that both targets are met; `null` where none was asked. */
  readonly both: BothMet | null;
};

export function isMoved(levers: Levers): boolean {
  return JSON.stringify({ ...noLevers, ...levers }) !== JSON.stringify(noLevers);
}

function bothMet(forecast: Forecast, { gain, first, second }: BothTargets): BothMet {
  const numberOf = ({ window, n }: Wanted): number =>
    n ?? Math.max(1, countOf(forecast, { kind: 'gain', gain, window }).p50);
  const [n, n2] = [numberOf(first), numberOf(second)];
  const probability = forecastBoth(
    forecast,
    gain,
    { window: first.window, n },
    { window: second.window, n: n2 },
  );
  return { first: n, second: n2, probability };
}

/**
 * The forecast by year with levers moved, up to the end of a whole year, and what that changes against the plan with
 * the same draw of every rate. `caches` make the next answer quicker and change no byte of it.
 *
 * @throws ModelError 'bad-input' where inputs contradict each other or a time is past the last whole year.
 */
export function askLevers(ask: LeverAsk, caches: LeverCaches = newLeverCaches()): LeverAnswer {
  const { startMonth, horizonMonths } = ask.inputs;
  const { points, basis, dragged, changes = [] } = ask;
  const plan = { ...ask.inputs, horizonMonths: wholeYearMonths(startMonth, horizonMonths, basis) };
  const moved = isMoved(ask.levers);
  const levered = moved ? withLevers(plan, ask.levers) : plan;
  const forecast = leverForecast(levered, points, caches, dragged === undefined ? levered : plan);
  const before = moved ? planMeans(plan, points, changes, caches) : [];
  return {
    years: dragged === undefined ? forecastYears(forecast, basis, ask.dataCut) : null,
    counts: (dragged ?? []).map((measure) => ({ measure, count: countOf(forecast, measure) })),
    qualifiedNow: countOf(forecast, { kind: 'qualified', at: 0, held: 1 }).p50,
    changes: changes.flatMap((measure, index) => {
      const means = before[index];
      return means === undefined ? [] : [changeOf(means, forecast, measure)];
    }),
    both: ask.both === undefined ? null : bothMet(forecast, ask.both),
  };
}
