import { z } from 'zod';
import { isMonth } from '../calendar/month.ts';
import { isPlainDate } from '../calendar/plain-date.ts';
import { isFinancialYear } from '../calendar/years.ts';

/**
 * The field types of the open model file. Every one is bounded, so that a slip of the keyboard (a billion weeks, the
 * year 9999) is an error that names its place and never a hang or a sum past exact whole numbers.
 */

const firstYear = 2000;
const lastYear = 2149;

/** Days a study period may last: ten years. */
export const longestPeriodDays = 3_660;

/** Integer pence, up to a hundred million pounds. */
export const pence = z.int().min(0).max(10_000_000_000);

/** Pence an hour, up to a thousand pounds. */
export const rate = z.int().min(0).max(100_000);

/** A share in basis points: 10000 is the whole. */
export const share = z.int().min(0).max(10_000);

/** Minutes a week of a team, up to some 40 000 whole-time people. */
export const teamMinutes = z.int().min(0).max(100_000_000);

/** Minutes a week of one person: a week has 10080. */
export const weekMinutes = z.int().min(0).max(10_080);

export const weekday = z.union(
  [1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7)),
);

function isInRange(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

const dateRange = `This must lie in the years ${firstYear} to ${lastYear}.`;

/** A calendar day, 'YYYY-MM-DD'. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "This must be a day as 'YYYY-MM-DD'.")
  .refine(isPlainDate, 'This is not a day of the calendar.')
  .refine(isInRange, dateRange);

/** A month, 'YYYY-MM'. */
export const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/, "This must be a month as 'YYYY-MM'.")
  .refine(isMonth, 'This is not a month of the calendar.')
  .refine(isInRange, dateRange);

/** A financial year, '2026/27'. */
export const financialYear = z
  .string()
  .regex(/^\d{4}\/\d{2}$/, "This must be a financial year as '2026/27'.")
  .refine(isFinancialYear, 'A financial year is two years in a row.');

/** Dates of leave, bank holidays or breaks. */
export const dates = z.array(date).max(4_000);
