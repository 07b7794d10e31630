import { addDays, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { spreadEvenly, type EvenSpread, type SpreadRelease } from '../release/even-spread.ts';
import { weekPartsOf, type WeekPart } from '../release/released-time.ts';

/** Pence an hour with on-costs: bank with employer NI, pension and holiday pay; agency with fee and VAT. */
export type BankAndAgencyRate = { readonly bank: number; readonly agency: number };

/** Cover for an evenly spread release, by bank and agency. Shares in basis points. */
export type BackfillInputs = EvenSpread & {
  readonly backfillBp: number;
  readonly fillBp: number;
  readonly bankBp: number;
  /** Calendar weeks, from the Monday of `start`, in which nothing is filled yet. */
  readonly lagWeeks: number;
  readonly rates: Readonly<Record<string, BankAndAgencyRate>>;
};

/** Sums of cover: minutes and pence. Unfilled time is a risk, not a saving: always shown beside the cost. */
export type CoverSums = {
  readonly released: number;
  readonly need: number;
  readonly filled: number;
  readonly bank: number;
  readonly agency: number;
  readonly unfilled: number;
  readonly costPence: number;
};

export type CoverWeekPart = CoverSums & { readonly monday: PlainDate; readonly financialYear: FinancialYear };

export type CoverYear = CoverSums & { readonly financialYear: FinancialYear };

/** A week's minutes, its parts in two financial years taken together. */
export type CoverWeek = { readonly monday: PlainDate; readonly released: number; readonly unfilled: number };

export type BackfillAnswer = {
  readonly release: SpreadRelease;
  readonly parts: readonly CoverWeekPart[];
  readonly weeks: readonly CoverWeek[];
  readonly byYear: readonly CoverYear[];
  readonly totalCostPence: number;
  readonly totalUnfilledMinutes: number;
};

export const noCover: CoverSums = {
  released: 0,
  need: 0,
  filled: 0,
  bank: 0,
  agency: 0,
  unfilled: 0,
  costPence: 0,
};

export function addCover(a: CoverSums, b: CoverSums): CoverSums {
  return {
    released: a.released + b.released,
    need: a.need + b.need,
    filled: a.filled + b.filled,
    bank: a.bank + b.bank,
    agency: a.agency + b.agency,
    unfilled: a.unfilled + b.unfilled,
    costPence: a.costPence + b.costPence,
  };
}

/** A missing rate is an error that names the year, never zero; a year in which nothing is filled needs none. */
function rateOf(inputs: BackfillInputs, year: FinancialYear, filled: number): BankAndAgencyRate {
  const rate = inputs.rates[year];
  if (rate !== undefined) return rate;
  if (filled === 0) return { bank: 0, agency: 0 };
  throw new ModelError(
    'parameter-missing',
    `No cover rate for ${year}.`,
    `/rates/${year.replace('/', '~1')}`,
  );
}

function coverPart(inputs: BackfillInputs, part: WeekPart, firstFilled: PlainDate): CoverWeekPart {
  const { monday, financialYear, minutes: released } = part;
  const need = productHalfUp([released, inputs.backfillBp], 10_000);
  const filled = monday < firstFilled ? 0 : productHalfUp([need, inputs.fillBp], 10_000);
  const bank = productHalfUp([filled, inputs.bankBp], 10_000);
  const agency = filled - bank;
  const rate = rateOf(inputs, financialYear, filled);
  const costPence = productHalfUp([bank, rate.bank], 60) + productHalfUp([agency, rate.agency], 60);
  return { monday, financialYear, released, need, filled, bank, agency, unfilled: need - filled, costPence };
}

/** Sums by financial year, in order of the years. */
export function coverByYear(parts: readonly CoverWeekPart[]): CoverYear[] {
  const sums = new Map<FinancialYear, CoverSums>();
  for (const part of parts) {
    sums.set(part.financialYear, addCover(sums.get(part.financialYear) ?? noCover, part));
  }
  return [...sums]
    .map(([financialYear, sum]) => ({ financialYear, ...sum }))
    .sort((a, b) => (a.financialYear < b.financialYear ? -1 : 1));
}

/** Week-parts of one or several learners joined into weeks, in date order. */
export function joinWeeks(parts: readonly CoverWeekPart[]): CoverWeek[] {
  const weeks = new Map<PlainDate, CoverWeek>();
  for (const { monday, released, unfilled } of parts) {
    const week = weeks.get(monday);
    weeks.set(monday, {
      monday,
      released: (week?.released ?? 0) + released,
      unfilled: (week?.unfilled ?? 0) + unfilled,
    });
  }
  return [...weeks.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/**
 * Cover of one learner by week-part: need, filled, bank, agency, unfilled and cost; each line rounded half up once,
 * totals are sums of lines.
 *
 * @throws ModelError `parameter-missing` when a year with filled time has no rate; `bad-input` as `spreadEvenly`.
 */
export function evaluateBackfill(inputs: BackfillInputs): BackfillAnswer {
  const release = spreadEvenly(inputs);
  const firstFilled = addDays(mondayOf(inputs.start), inputs.lagWeeks * 7);
  const parts = weekPartsOf(release.days).map((part) => coverPart(inputs, part, firstFilled));
  const total = parts.reduce(addCover, noCover);
  return {
    release,
    parts,
    weeks: joinWeeks(parts),
    byYear: coverByYear(parts),
    totalCostPence: total.costPence,
    totalUnfilledMinutes: total.unfilled,
  };
}
