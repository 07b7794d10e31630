import type { ReactElement } from 'react';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { CutByYear } from './CutByYear.tsx';
import { centreRows } from './cuts.ts';
import type { WorkingOf } from './working-key.ts';
import type { YearCutProps } from './YearCut.tsx';

/** Cover by cost centre and year. */
export function CentreCut({ summary, columns, foot }: YearCutProps): ReactElement {
  const rows = centreRows(summary).map((row) => ({
    ...row,
    workingOf: (year: FinancialYear): WorkingOf => ({ kind: 'centre', code: row.code, year }),
  }));
  return (
    <CutByYear
      caption="Cover cost by cost centre"
      note="Charged where the team’s registered staff are paid, by contracted hours"
      csvName="cover-by-cost-centre.csv"
      heading="Cost centre"
      allLabel="All cost centres"
      {...{ rows, columns, foot }}
    />
  );
}
