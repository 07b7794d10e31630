import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import {
  isFinancialYear,
  lastDayOfFinancialYear,
  nextFinancialYear,
  type FinancialYear,
} from '../calendar/years.ts';
import { fundingSources, type FundingSource } from '../programmes/funding-sources.ts';

/** Fees and cover are two ledgers, and a source that pays one does not pay the other unless it says so. */
export const costKinds = ['fees', 'cover'] as const;

export type CostKind = (typeof costKinds)[number];

export const costKindNames: Readonly<Record<CostKind, string>> = { fees: 'Fees', cover: 'Cover' };

export const coverages = ['pays', 'does-not-pay', 'by-its-terms'] as const;

export const coverageNames: Readonly<Record<(typeof coverages)[number], string>> = {
  pays: 'Pays',
  'does-not-pay': 'Does not pay',
  'by-its-terms': 'By its terms',
};

/** Who a funder pays. Paid to the university, an award is a memo in our ledger, which then holds our own fees alone. */
export const payees = ['trust', 'university'] as const;

export type Payee = (typeof payees)[number];

export const payeeNames: Readonly<Record<Payee, string>> = {
  trust: 'The trust',
  university: 'The university',
};

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day');
const coverage = z.enum(coverages);
const words = z.string().trim().min(1).max(400);

/**
 * What a trust holds of one source in one financial year. `null` is not known, never zero and never "no". The amount is
 * what may be spent in that year; the bursary has none, since it pays award by award. Days are in order.
 */
export const sourceTermsSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  financialYear: z.custom<FinancialYear>(isFinancialYear, 'not a financial year'),
  name: words,
  fees: coverage,
  cover: coverage,
  amountPence: z.int().min(0).max(100_000_000_000).nullable(),
  spendBy: day.nullable(),
  carriesForward: z.boolean().nullable(),
  claimDates: z.array(day).max(12).readonly(),
  payee: z.enum(payees).nullable(),
  fundingCode: z.string().trim().min(1).max(60).nullable(),
  /** Where the terms are from: a letter and its date. */
  source: words,
});

export type SourceTerms = z.infer<typeof sourceTermsSchema>;

/** A row the trust entered. */
export type HeldSource = SourceTerms & { readonly id: string; readonly version: number };

/** `entered` for the year; `earlier-year`: the terms of the last year entered, amount not known; `usual`: as shipped. */
export type TermsOrigin = 'entered' | 'earlier-year' | 'usual';

/** A source in a year with where its terms are from. `held` is the row of this very year. */
export type TrustSource = SourceTerms & {
  readonly held: { readonly id: string; readonly version: number } | null;
  readonly origin: TermsOrigin;
  /** The year the terms were entered for; `null` for the usual ones. */
  readonly termsOf: FinancialYear | null;
};

/** What does not fit together in the terms of a source, each with what to do. */
export function faultsOfSource(terms: SourceTerms): readonly string[] {
  const { spendBy, claimDates, carriesForward, financialYear } = terms;
  const yearEnd = lastDayOfFinancialYear(financialYear);
  const lapses =
    carriesForward === false &&
    spendBy !== null &&
    spendBy > lastDayOfFinancialYear(nextFinancialYear(financialYear));
  return [
    ...(lapses
      ? [`Money that may not be carried forward is spent by ${yearEnd}, or by a day of the next year.`]
      : []),
    ...(spendBy !== null && claimDates.some((claim) => claim > spendBy)
      ? ['A claim is made by the spend-by day: correct one of the two.']
      : []),
    ...(terms.fees === 'does-not-pay' && terms.cover === 'does-not-pay' && terms.amountPence !== null
      ? ['A source with an amount pays fees or cover: say which.']
      : []),
  ];
}

function usualTerms(source: FundingSource, financialYear: FinancialYear): SourceTerms {
  const ends = source.spendBy === 'end of the financial year';
  return {
    key: source.id,
    financialYear,
    name: source.name,
    fees: source.fees,
    cover: source.cover,
    amountPence: null,
    spendBy: ends ? lastDayOfFinancialYear(financialYear) : null,
    carriesForward: source.carriesForward,
    claimDates: [],
    payee: null,
    fundingCode: null,
    source: source.source,
  };
}

/** Terms of an earlier year for a later one: what is said of the kind of money stands, days and amount do not. */
function carriedOver(row: HeldSource, financialYear: FinancialYear): TrustSource {
  const terms = sourceTermsSchema.strip().parse(row);
  const endsWithYear = row.spendBy === lastDayOfFinancialYear(row.financialYear);
  return {
    ...terms,
    financialYear,
    amountPence: null,
    claimDates: [],
    spendBy: endsWithYear ? lastDayOfFinancialYear(financialYear) : null,
    held: null,
    origin: 'earlier-year',
    termsOf: row.financialYear,
  };
}

function inYear(held: readonly HeldSource[], key: string, year: FinancialYear): TrustSource | null {
  const rows = held.filter((row) => row.key === key && row.financialYear <= year);
  const latest = rows.reduce<HeldSource | null>(
    (best, row) => (best === null || row.financialYear > best.financialYear ? row : best),
    null,
  );
  if (latest === null) return null;
  if (latest.financialYear !== year) return carriedOver(latest, year);
  const { id, version, ...terms } = latest;
  return { ...terms, held: { id, version }, origin: 'entered', termsOf: year };
}

/** Every source of a trust in a year: the usual ones in their order, with the trust's own terms, then its own sources. */
export function sourcesInYear(held: readonly HeldSource[], year: FinancialYear): readonly TrustSource[] {
  const usual = fundingSources.map(
    (source): TrustSource =>
      inYear(held, source.id, year) ?? {
        ...usualTerms(source, year),
        held: null,
        origin: 'usual',
        termsOf: null,
      },
  );
  const known = new Set(fundingSources.map(({ id }) => id));
  const own = [...new Set(held.map(({ key }) => key))].filter((key) => !known.has(key)).sort();
  return [...usual, ...own.flatMap((key) => inYear(held, key, year) ?? [])];
}
