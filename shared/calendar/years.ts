import { firstDayOf, lastDayOf, monthOf, type Month } from './month.ts';
import type { PlainDate } from './plain-date.ts';

/** 1 April to 31 March, as '2026/27'; `<` compares years. */
export type FinancialYear = string & { readonly __brand: 'FinancialYear' };

/** 1 August to 31 July (the reporting year of HESA), as '2026/27'. Never mixed with the financial year. */
export type AcademicYear = string & { readonly __brand: 'AcademicYear' };

const shape = /^(\d{4})\/(\d{2})$/;

/** Labels that were asked for: there are few, and every line of money carries one. */
const labels = new Map<number, string>();

function labelOf(firstYear: number): string {
  const known = labels.get(firstYear);
  if (known !== undefined) return known;
  const second = String((firstYear + 1) % 100).padStart(2, '0');
  const label = `${String(firstYear).padStart(4, '0')}/${second}`;
  labels.set(firstYear, label);
  return label;
}

function isYearLabel(text: unknown): text is string {
  return typeof text === 'string' && shape.test(text) && text === labelOf(Number(text.slice(0, 4)));
}

export function isFinancialYear(text: unknown): text is FinancialYear {
  return isYearLabel(text);
}

export function parseFinancialYear(text: string): FinancialYear | null {
  return isFinancialYear(text) ? text : null;
}

/** @throws RangeError when the text is not two years in a row, such as '2026/27'. */
export function asFinancialYear(text: string): FinancialYear {
  if (!isFinancialYear(text)) throw new RangeError(`not a financial year: ${text.slice(0, 20)}`);
  return text;
}

export function isAcademicYear(text: unknown): text is AcademicYear {
  return isYearLabel(text);
}

/** @throws RangeError when the text is not two years in a row, such as '2026/27'. */
export function asAcademicYear(text: string): AcademicYear {
  if (!isAcademicYear(text)) throw new RangeError(`not an academic year: ${text.slice(0, 20)}`);
  return text;
}

/** The calendar year a year starting on the first of `startMonth` began in, for a month. */
function startingYear(month: Month, startMonth: number): number {
  const year = Number(month.slice(0, 4));
  return Number(month.slice(5)) >= startMonth ? year : year - 1;
}

export function financialYearOfMonth(month: Month): FinancialYear {
  return labelOf(startingYear(month, 4)) as FinancialYear;
}

/** The day decides the financial year: 31 March and 1 April of one week lie in two years. */
export function financialYearOf(date: PlainDate): FinancialYear {
  return financialYearOfMonth(monthOf(date));
}

export function academicYearOfMonth(month: Month): AcademicYear {
  return labelOf(startingYear(month, 8)) as AcademicYear;
}

export function academicYearOf(date: PlainDate): AcademicYear {
  return academicYearOfMonth(monthOf(date));
}

function monthOfYear(label: string, yearsOn: number, month: string): Month {
  return `${String(Number(label.slice(0, 4)) + yearsOn).padStart(4, '0')}-${month}` as Month;
}

/** 1 April. */
export function firstDayOfFinancialYear(year: FinancialYear): PlainDate {
  return firstDayOf(monthOfYear(year, 0, '04'));
}

/** 31 March. */
export function lastDayOfFinancialYear(year: FinancialYear): PlainDate {
  return lastDayOf(monthOfYear(year, 1, '03'));
}

export function nextFinancialYear(year: FinancialYear): FinancialYear {
  return labelOf(Number(year.slice(0, 4)) + 1) as FinancialYear;
}

/** 1 August. */
export function firstDayOfAcademicYear(year: AcademicYear): PlainDate {
  return firstDayOf(monthOfYear(year, 0, '08'));
}

/** 31 July. */
export function lastDayOfAcademicYear(year: AcademicYear): PlainDate {
  return lastDayOf(monthOfYear(year, 1, '07'));
}

export function nextAcademicYear(year: AcademicYear): AcademicYear {
  return labelOf(Number(year.slice(0, 4)) + 1) as AcademicYear;
}

/** 6 April on or before the day: the tax year the day lies in starts there. */
export function taxYearStart(date: PlainDate): PlainDate {
  const year = Number(date.slice(0, 4));
  const ownYear = date.slice(5) >= '04-06' ? year : year - 1;
  return `${String(ownYear).padStart(4, '0')}-04-06` as PlainDate;
}
