import { nextFinancialYear, type FinancialYear } from '../calendar/years.ts';

/** The financial years after `first` up to and with `last`; none when `last` is not later. */
export function financialYearsAfter(first: FinancialYear, last: FinancialYear): FinancialYear[] {
  const years: FinancialYear[] = [];
  for (let year = first; year < last;) {
    year = nextFinancialYear(year);
    years.push(year);
  }
  return years;
}
