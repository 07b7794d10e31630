import { addMonthsTo, lastDayOf } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, financialYearOfMonth, nextFinancialYear } from '../calendar/years.ts';
import type { CountSummary } from '../pipeline/count-summary.ts';
import type { Projection } from '../pipeline/evaluate-projection.ts';
import { countOf, evaluateForecast } from '../pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs, Measure } from '../pipeline/forecast/forecast-inputs.ts';
import type { Window } from '../pipeline/projection-chances.ts';
import { yearsOf, yearWindows } from '../pipeline/project-years.ts';

/** A count, and its 80% range at the end of a financial year. */
export type Outlook = Pick<CountSummary, 'p10' | 'p50' | 'p90'> & { readonly on: PlainDate };

/** Who is qualified and named at the end of the next financial year; `null` where the forecast does not reach it. */
export type PeopleOutlook = {
  readonly qualifiedNow: number;
  readonly qualified: Outlook | null;
  readonly piInPost: Outlook | null;
  readonly coiGained: Outlook | null;
  readonly piGained: Outlook | null;
};

/** A trust with nobody on the way. */
export const nobodyAhead: PeopleOutlook = {
  qualifiedNow: 0,
  qualified: null,
  piInPost: null,
  coiGained: null,
  piGained: null,
};

/** The months up to the end of the next full financial year: far enough ahead to plan for, near enough to be held to. */
function windowShown({ startMonth, horizonMonths }: ForecastInputs, dataCut: PlainDate): Window | null {
  const wanted = nextFinancialYear(financialYearOf(dataCut));
  const found = yearWindows(startMonth, horizonMonths, 'financial').find(
    ([from]) => financialYearOfMonth(addMonthsTo(startMonth, from)) === wanted,
  );
  return found === undefined ? null : [0, found[1]];
}

/**
 * What the projection page says of the end of the next financial year, without the years after it.
 *
 * @throws ModelError as `evaluateForecast`.
 */
export function peopleOutlook(inputs: ForecastInputs, dataCut: PlainDate): PeopleOutlook {
  const window = windowShown(inputs, dataCut);
  if (window === null || inputs.people.length === 0) return nobodyAhead;
  const at = window[1];
  const forecast = evaluateForecast({ ...inputs, horizonMonths: at }, 127);
  const on = lastDayOf(addMonthsTo(inputs.startMonth, at - 1));
  const outlook = (measure: Measure): Outlook => {
    const { p10, p50, p90 } = countOf(forecast, measure);
    return { p10, p50, p90, on };
  };
  return {
    qualifiedNow: countOf(forecast, { kind: 'qualified', at: 0, held: 1 }).p50,
    qualified: outlook({ kind: 'qualified', at, held: 1 }),
    piInPost: outlook({ kind: 'pi', at }),
    coiGained: outlook({ kind: 'gain', gain: 'coi', window }),
    piGained: outlook({ kind: 'gain', gain: 'pi', window }),
  };
}

/** The same of a projection with fixed rates, where no history is at hand to believe from: its ranges hold chance alone. */
export function projectionOutlook(projection: Projection | null, dataCut: PlainDate): PeopleOutlook {
  if (projection === null) return nobodyAhead;
  const { years, qualifiedNow } = yearsOf(projection, 'financial', dataCut);
  const wanted = nextFinancialYear(financialYearOf(dataCut));
  const year = years.find((one) => one.year === wanted);
  if (year === undefined) return { ...nobodyAhead, qualifiedNow };
  const outlook = ({ p10, p50, p90 }: CountSummary): Outlook => ({ p10, p50, p90, on: year.lastDay });
  return {
    qualifiedNow,
    qualified: outlook(year.qualifiedInPost),
    piInPost: outlook(year.piInPost),
    coiGained: outlook(year.byThen.coiGained),
    piGained: outlook(year.byThen.piGained),
  };
}
