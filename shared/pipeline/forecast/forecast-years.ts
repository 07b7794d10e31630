import { addMonthsTo, lastDayOf, monthOf, type Month } from '../../calendar/month.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { academicYearOfMonth, financialYearOfMonth } from '../../calendar/years.ts';
import { ModelError } from '../../core/errors.ts';
import type { Person } from '../projection-inputs.ts';
import type { Window } from '../projection-chances.ts';
import { yearWindows, type YearBasis } from '../project-years.ts';
import type { CountForecast } from './count-forecast.ts';
import { countOf, type Forecast } from './evaluate-forecast.ts';
import type { Measure } from './forecast-inputs.ts';

/** Gains and losses over some months; the names and meanings are those of the projection's `Flows`. */
export const flowNames = [
  'qualified',
  'coiGained',
  'piGained',
  'investigatorsGained',
  'piLost',
  'piReturned',
] as const;
export type FlowName = (typeof flowNames)[number];

/** People on the last day of a year. `existingPiInPost` are those of `piInPost` who were PI at the start. */
export const stockNames = ['qualifiedInPost', 'piInPost', 'existingPiInPost'] as const;
export type StockName = (typeof stockNames)[number];

export type ForecastFlows = Readonly<Record<FlowName, CountForecast>>;

export type ForecastYear = {
  /** '2026/27'. */
  readonly year: string;
  readonly window: Window;
  readonly months: number;
  /** Fewer than twelve months of the year lie in the forecast: to be labelled. */
  readonly partYear: boolean;
  readonly firstMonth: Month;
  readonly lastDay: PlainDate;
  readonly inYear: ForecastFlows;
  /** The same from the start of the forecast to the end of the year. */
  readonly byThen: ForecastFlows;
} & Readonly<Record<StockName, CountForecast>>;

/** People who hold a role when the forecast starts: never a gain of it, and counted apart. */
export type AlreadyNamed = { readonly coi: number; readonly pi: number };

export type ForecastYears = {
  readonly dataCut: PlainDate;
  readonly basis: YearBasis;
  readonly horizonMonths: number;
  /** Points of the lattice the ranges were made with. */
  readonly points: number;
  readonly alreadyNamed: AlreadyNamed;
  readonly years: readonly ForecastYear[];
};

/** The measure a flow's name stands for. */
export function flowMeasure(name: FlowName, window: Window): Measure {
  switch (name) {
    case 'qualified':
      return { kind: 'gain', gain: 'award', window };
    case 'coiGained':
      return { kind: 'gain', gain: 'coi', window };
    case 'piGained':
      return { kind: 'gain', gain: 'pi', window };
    case 'investigatorsGained':
      return { kind: 'gain', gain: 'investigator', window };
    case 'piLost':
      return { kind: 'pi-lost', window };
    case 'piReturned':
      return { kind: 'pi-returned', window };
  }
}

/** The measure a stock's name stands for. */
export function stockMeasure(name: StockName, at: number): Measure {
  switch (name) {
    case 'qualifiedInPost':
      return { kind: 'qualified', at, held: 1 };
    case 'piInPost':
      return { kind: 'pi', at };
    case 'existingPiInPost':
      return { kind: 'existing-pi', at };
  }
}

/** Who holds a role at the start. A role that ends in 0 months has ended: its holder may return, and is not named. */
export function alreadyNamed(people: readonly Person[]): AlreadyNamed {
  let [coi, pi] = [0, 0];
  for (const person of people) {
    const isPi = person.kind === 'pi' || person.role === 'pi';
    if (isPi && person.roleEndsIn !== 0) pi += person.count;
    if (!isPi && person.role === 'coi') coi += person.count;
  }
  return { coi, pi };
}

function flowsOver(forecast: Forecast, window: Window): ForecastFlows {
  const entries = flowNames.map((name) => [name, countOf(forecast, flowMeasure(name, window))] as const);
  return Object.fromEntries(entries) as ForecastFlows;
}

function yearOver(forecast: Forecast, basis: YearBasis, window: Window): ForecastYear {
  const [from, to] = window;
  const firstMonth = addMonthsTo(forecast.startMonth, from);
  const stocks = stockNames.map((name) => [name, countOf(forecast, stockMeasure(name, to))] as const);
  return {
    year: basis === 'financial' ? financialYearOfMonth(firstMonth) : academicYearOfMonth(firstMonth),
    window,
    months: to - from,
    partYear: to - from < 12,
    firstMonth,
    lastDay: lastDayOf(addMonthsTo(forecast.startMonth, to - 1)),
    inYear: flowsOver(forecast, window),
    byThen: flowsOver(forecast, [0, to]),
    ...(Object.fromEntries(stocks) as Record<StockName, CountForecast>),
  };
}

/**
 * The page's answer: who is qualified and who is named, by year, each with its full law over both uncertainties.
 *
 * @throws ModelError 'bad-input' when month 0 is not the first month after the data cut.
 */
export function forecastYears(forecast: Forecast, basis: YearBasis, dataCut: PlainDate): ForecastYears {
  if (forecast.startMonth !== addMonthsTo(monthOf(dataCut), 1)) {
    throw new ModelError('bad-input', 'a forecast starts in the month after the data cut', '/start_month');
  }
  const { startMonth, horizonMonths, inputs, drawn } = forecast;
  const windows = yearWindows(startMonth, horizonMonths, basis);
  return {
    dataCut,
    basis,
    horizonMonths,
    points: drawn.points,
    alreadyNamed: alreadyNamed(inputs.people),
    years: windows.map((window) => yearOver(forecast, basis, window)),
  };
}
