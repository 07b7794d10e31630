import { addMonthsTo, lastDayOf, monthOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { academicYearOfMonth, financialYearOfMonth } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { meanOf } from './count-distribution.ts';
import { summaryOf, type CountSummary } from './count-summary.ts';
import { evaluateProjection, type Projection } from './evaluate-projection.ts';
import {
  gainChances,
  piChances,
  piLossChances,
  piReturnChances,
  qualifiedChances,
  type Window,
} from './projection-chances.ts';
import type { ProjectionInputs } from './projection-inputs.ts';

/** April to March, or August to July. */
export type YearBasis = 'financial' | 'academic';

/** Gains and losses over some months. */
export type Flows = {
  /** First award, in post. */
  readonly qualified: CountSummary;
  readonly coiGained: CountSummary;
  readonly piGained: CountSummary;
  /** First of Co-I and PI. */
  readonly investigatorsGained: CountSummary;
  /** People who were PI at the start or at some point, and are not at the end: gave up the role, left or retired. */
  readonly piLost: CountSummary;
  /** People whose role had lapsed before the start and who were PI again at some point. */
  readonly piReturned: CountSummary;
};

export type ProjectionYear = {
  /** '2026/27'. */
  readonly year: string;
  readonly window: Window;
  readonly months: number;
  /** Fewer than twelve months of the year lie in the projection: to be labelled. */
  readonly partYear: boolean;
  readonly firstMonth: Month;
  readonly lastDay: PlainDate;
  readonly inYear: Flows;
  /** The same from the start of the projection to the end of the year. */
  readonly byThen: Flows;
  /** In post and holding an award, at the end of the year. */
  readonly qualifiedInPost: CountSummary;
  readonly piInPost: CountSummary;
};

export type ProjectionYears = {
  readonly dataCut: PlainDate;
  readonly basis: YearBasis;
  readonly horizonMonths: number;
  /** Today's counts: nothing uncertain about them. */
  readonly qualifiedNow: number;
  readonly piNow: number;
  readonly years: readonly ProjectionYear[];
};

function flowsOver(projection: Projection, window: Window): Flows {
  return {
    qualified: summaryOf(gainChances(projection, 'award', window)),
    coiGained: summaryOf(gainChances(projection, 'coi', window)),
    piGained: summaryOf(gainChances(projection, 'pi', window)),
    investigatorsGained: summaryOf(gainChances(projection, 'investigator', window)),
    piLost: summaryOf(piLossChances(projection, window)),
    piReturned: summaryOf(piReturnChances(projection, window)),
  };
}

/** The month of the year a year of this basis starts in. */
const firstMonthOf: Record<YearBasis, number> = { financial: 4, academic: 8 };

/** Cuts [0, horizon) where a year of the basis begins; the first and the last may be part years. */
export function yearWindows(startMonth: Month, horizonMonths: number, basis: YearBasis): Window[] {
  const intoYear = (Number(startMonth.slice(5)) - firstMonthOf[basis] + 12) % 12;
  const windows: Window[] = [];
  for (let from = 0; from < horizonMonths;) {
    const to = Math.min(horizonMonths, from === 0 ? 12 - intoYear : from + 12);
    windows.push([from, to]);
    from = to;
  }
  return windows;
}

function yearOver(projection: Projection, basis: YearBasis, window: Window): ProjectionYear {
  const [from, to] = window;
  const firstMonth = addMonthsTo(projection.startMonth, from);
  return {
    year: basis === 'financial' ? financialYearOfMonth(firstMonth) : academicYearOfMonth(firstMonth),
    window,
    months: to - from,
    partYear: to - from < 12,
    firstMonth,
    lastDay: lastDayOf(addMonthsTo(projection.startMonth, to - 1)),
    inYear: flowsOver(projection, window),
    byThen: flowsOver(projection, [0, to]),
    qualifiedInPost: summaryOf(qualifiedChances(projection, to, 1)),
    piInPost: summaryOf(piChances(projection, to)),
  };
}

/** Qualified and named by year, from a projection already evaluated. */
export function yearsOf(projection: Projection, basis: YearBasis, dataCut: PlainDate): ProjectionYears {
  const windows = yearWindows(projection.startMonth, projection.horizonMonths, basis);
  return {
    dataCut,
    basis,
    horizonMonths: projection.horizonMonths,
    qualifiedNow: meanOf(qualifiedChances(projection, 0, 1)),
    piNow: meanOf(piChances(projection, 0)),
    years: windows.map((window) => yearOver(projection, basis, window)),
  };
}

/**
 * The page's answer: who is qualified and who is named, by year, given fixed rates; the ranges hold chance alone.
 *
 * @throws ModelError 'bad-input' when month 0 is not the first month after the data cut, or inputs contradict.
 */
export function projectYears(
  inputs: ProjectionInputs,
  options: { readonly basis: YearBasis; readonly dataCut: PlainDate },
): ProjectionYears {
  if (inputs.startMonth !== addMonthsTo(monthOf(options.dataCut), 1)) {
    throw new ModelError('bad-input', 'a projection starts in the month after the data cut', '/start_month');
  }
  return yearsOf(evaluateProjection(inputs), options.basis, options.dataCut);
}
