import type { FinancialYear } from '../calendar/years.ts';
import { isAccepted, type Award } from './award.ts';
import { sourcesInYear, type HeldSource, type Payee } from './source.ts';

/** Whose fee is funded by which source. */
export type FundedFee = { readonly learnerId: string; readonly source: string | null };

/** Finds whom the money behind a fee goes to; `null` where nobody recorded it. */
export type PayeeFinder = (fee: FundedFee, year: FinancialYear) => Payee | null;

/**
 * The learner's own accepted award of the source says whom it is paid to; where it does not, the terms of the source do,
 * in the year the fee begins.
 */
export function payeeFinder(awards: readonly Award[], held: readonly HeldSource[]): PayeeFinder {
  const said = new Map<string, Payee>();
  for (const award of awards.filter(isAccepted)) {
    if (award.payee !== null) said.set(`${award.learnerId} ${award.sourceKey}`, award.payee);
  }
  const terms = new Map<FinancialYear, ReadonlyMap<string, Payee | null>>();
  const termsOf = (year: FinancialYear): ReadonlyMap<string, Payee | null> => {
    const known = terms.get(year) ?? new Map(sourcesInYear(held, year).map(({ key, payee }) => [key, payee]));
    terms.set(year, known);
    return known;
  };
  return ({ learnerId, source }, year) =>
    source === null ? null : (said.get(`${learnerId} ${source}`) ?? termsOf(year).get(source) ?? null);
}
