import type { ReactElement } from 'react';
import type { OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { FigureCard } from '../components/figures.tsx';
import { pounds } from '../format/money.ts';
import { BudgetLine } from './BudgetLine.tsx';
import { coverFrom, sumOfYears } from './overview-model.ts';

/** Cover of both years, with fees and net beside. */
export function MoneyCard({ summary }: { readonly summary: OverviewSummary }): ReactElement {
  const { years } = summary;
  const labels = years.map(({ financialYear }) => financialYear).join(' and ');
  const each = years.map((year) => {
    const note = coverFrom(summary, year.financialYear);
    return `${pounds(year.costPence)} in ${year.financialYear}${note === undefined ? '' : ` (${note.replace('cover ', '')})`}`;
  });
  return (
    <FigureCard
      title={labels === '' ? 'Cover cost' : `Cover cost, ${labels}`}
      value={pounds(sumOfYears(years, (year) => year.costPence))}
      meta={<BudgetLine />}
    >
      {each.length === 0 ? 'Nobody is released' : each.join(', ')}. Fees less funding{' '}
      {pounds(sumOfYears(years, (year) => year.netFeesPence))}; net on accruals{' '}
      {pounds(sumOfYears(years, (year) => year.netPence))}.
    </FigureCard>
  );
}
