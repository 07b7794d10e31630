import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { WardYear } from '../../shared/backfill/ward-answer.ts';
import type { OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { paths } from '../app/paths.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { fineHours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { coverFrom, moneyRows, sumOfYears, type MoneyRow } from './overview-model.ts';

type Row = MoneyRow | 'unfilled';

/** Cover and fees of both financial years, side by side; hours nobody fills stand right above the cost. */
export function MoneyTable({ summary }: { readonly summary: OverviewSummary }): ReactElement {
  const { years } = summary;
  const column = (key: string, own: readonly WardYear[], note: string | undefined): DataColumn<Row> => ({
    key,
    label: key,
    ...(note === undefined ? {} : { note }),
    numeric: true,
    shaded: own.length > 1,
    value: (row) =>
      row === 'unfilled' ? sumOfYears(own, (year) => year.unfilled) / 600_000 : sumOfYears(own, row.of) / 100,
    cell: (row) =>
      row === 'unfilled'
        ? fineHours(sumOfYears(own, (year) => year.unfilled))
        : pounds(sumOfYears(own, row.of)),
  });
  return (
    <section>
      <h2>Two financial years</h2>
      <DataTable<Row>
        caption="Cover and fees"
        note="Whole trust, trust cost. Financial years run from 1 April to 31 March; fees are of the whole year."
        rows={years.length === 0 ? [] : ['unfilled', ...moneyRows]}
        rowKey={(row) => (row === 'unfilled' ? row : row.key)}
        rowKind={(row) => (row === 'unfilled' ? 'shaded' : row.kind)}
        csvName="cover-and-fees.csv"
        empty="Nobody is released and no fee is entered in these years."
        foot={
          <>
            Cover still to come and fees of the whole year. What was worked so far is on the budget.{' '}
            <Link to={paths.backfill}>See how each pound is made</Link>
          </>
        }
        columns={[
          {
            key: 'row',
            label: 'Pounds',
            value: (row) => (row === 'unfilled' ? 'Hours nobody fills' : row.label),
          },
          ...years.map((year) => column(year.financialYear, [year], coverFrom(summary, year.financialYear))),
          ...(years.length > 1 ? [column('Together', years, undefined)] : []),
        ]}
      />
    </section>
  );
}
