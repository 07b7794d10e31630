import { addMonthsTo, lastDayOf } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { academicYearOfMonth, financialYearOfMonth } from '../../shared/calendar/years.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import type { Window } from '../../shared/pipeline/projection-chances.ts';
import { yearWindows, type YearBasis } from '../../shared/pipeline/project-years.ts';
import { wholeYearMonths } from '../../shared/scenario/whole-years.ts';

/** A year of the forecast before anything of it is worked out: what a question about it needs. */
export type YearPlace = {
  readonly year: string;
  readonly window: Window;
  readonly lastDay: PlainDate;
  readonly partYear: boolean;
};

export function yearPlaces(
  { startMonth, horizonMonths }: Pick<ForecastInputs, 'startMonth' | 'horizonMonths'>,
  basis: YearBasis,
): readonly YearPlace[] {
  const months = wholeYearMonths(startMonth, horizonMonths, basis);
  const nameOf = basis === 'financial' ? financialYearOfMonth : academicYearOfMonth;
  return yearWindows(startMonth, months, basis).map((window) => ({
    year: nameOf(addMonthsTo(startMonth, window[0])),
    window,
    lastDay: lastDayOf(addMonthsTo(startMonth, window[1] - 1)),
    partYear: window[1] - window[0] < 12,
  }));
}
