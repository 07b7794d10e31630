import type { Month } from '../calendar/month.ts';
import type { FinancialYear } from '../calendar/years.ts';
import type { feeLedgers } from './fee-lines.ts';
import { groupLines, sumOf, yearOf } from './line.ts';
import type { TeamMoney } from './team-money.ts';

/** What funds a fee in a month without being our income for certain; pence, accrued as the fee is. */
export type FundedMonth = {
  readonly source: string | null;
  readonly month: Month;
  readonly pence: number;
  /** `university`: support in kind, in no sum of ours. `null`: nobody recorded it, and it counts as paid to us. */
  readonly payee: 'university' | null;
};

/** Money of others behind the fees of a team, that of a payee who is not the trust or whom nobody recorded. */
export function fundedMonths({ fees }: TeamMoney, ledgerOfFee: ReturnType<typeof feeLedgers>): FundedMonth[] {
  return fees.flatMap(({ source, line, payee = null }): FundedMonth[] => {
    if (payee === 'trust') return [];
    const { income } = ledgerOfFee(line, 'trust');
    return [...income].flatMap(([month, { accruedPence }]) =>
      accruedPence === 0 ? [] : [{ source, month, pence: 0 - accruedPence, payee }],
    );
  });
}

/** Support in kind of a source in a year, pence. */
export type SourceInKind = {
  readonly source: string | null;
  readonly year: FinancialYear;
  readonly pence: number;
};

type Funded = { readonly years: readonly FinancialYear[]; readonly funded: readonly FundedMonth[] };

/** By source and year, in that order: a memo beside the budget, never in it. */
export function inKindBySource({ years, funded }: Funded): SourceInKind[] {
  const own = funded.filter((one) => one.payee === 'university' && years.includes(yearOf(one)));
  const groups = groupLines(own, (one) => JSON.stringify([one.source, yearOf(one)]));
  return [...groups.values()]
    .flatMap((group): SourceInKind[] => {
      const [first] = group;
      if (first === undefined) return [];
      return [{ source: first.source, year: yearOf(first), pence: sumOf(group, ({ pence }) => pence) }];
    })
    .sort((a, b) => (`${a.source ?? '\uffff'} ${a.year}` < `${b.source ?? '\uffff'} ${b.year}` ? -1 : 1));
}

/** Income of the years whose payee nobody recorded, pence: counted as paid to us until somebody says otherwise. */
export function payeeNotKnown({ years, funded }: Funded): number {
  return sumOf(funded, (one) => (one.payee === null && years.includes(yearOf(one)) ? one.pence : 0));
}
