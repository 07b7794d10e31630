import type { ReactElement } from 'react';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { RungOfCost } from '../../shared/scenario/cover-by-rung.ts';
import type { ReleasedTime } from '../../shared/scenario/released-time.ts';
import { DataTable } from '../components/DataTable.tsx';
import { fineHours, hours } from '../format/hours.ts';
import { pounds, poundsAndPence } from '../format/money.ts';
import { formatNumber } from '../format/numbers.ts';
import { hoursNumber, totalPence } from './cover-model.ts';
import { rungNames } from './rung-names.ts';

type TableProps = { readonly summary: BackfillSummary };

type Row = RungOfCost | 'all';

/** What fills the hours: each rung of the ladder with its hours and pounds, by year. */
export function RungTable({ summary }: TableProps): ReactElement {
  const { byRung } = summary;
  const filled = byRung.reduce((sum, row) => sum + row.filled, 0);
  const filledOf = (row: Row): number => (row === 'all' ? filled : row.filled);
  const penceOf = (row: Row): number => (row === 'all' ? totalPence(summary) : row.costPence);
  return (
    <DataTable<Row>
      caption="What fills the hours, rung by rung"
      note="Whole trust; a team without a policy has the bank alone"
      rows={byRung.length === 0 ? [] : [...byRung, 'all']}
      rowKey={(row) => (row === 'all' ? row : `${row.financialYear} ${row.rung}`)}
      rowKind={(row) => (row === 'all' ? 'total' : 'plain')}
      csvName="cover-by-rung.csv"
      csv={{
        headings: ['Rung', 'Financial year', 'Hours filled', 'Cover cost (£)'],
        sums: ['Hours filled', 'Cover cost (£)'],
        rows: byRung.map(({ rung, financialYear, filled: own, costPence }) => [
          ...[rungNames[rung], financialYear, hoursNumber(own, 600_000), costPence / 100],
        ]),
      }}
      empty="Nothing is filled by anybody."
      foot={`Adds up to ${poundsAndPence(totalPence(summary))}, as every other cut of the cost does.`}
      columns={[
        {
          key: 'rung',
          label: 'Rung',
          value: (row) => (row === 'all' ? 'All rungs' : rungNames[row.rung]),
        },
        {
          key: 'year',
          label: 'Year',
          value: (row) => (row === 'all' ? 'all' : row.financialYear),
        },
        {
          key: 'hours',
          label: 'Hours filled',
          numeric: true,
          value: filledOf,
          cell: (row) => fineHours(filledOf(row)),
        },
        {
          key: 'pounds',
          label: 'Cover cost',
          numeric: true,
          value: penceOf,
          cell: (row) => pounds(penceOf(row)),
        },
      ]}
    />
  );
}

const wteText = (x1000: number): string => formatNumber(x1000 / 1000, 2);

/** Released time in worth and in people. It stands beside cash: it is in the pay budget already. */
export function ReleasedTable({ summary }: TableProps): ReactElement {
  const notValued = summary.releasedTime.some(({ minutesNotValued }) => minutesNotValued > 0);
  return (
    <DataTable<ReleasedTime>
      caption="Released time beside the cash"
      note="In the pay budget already: never added to cover cost"
      rows={summary.releasedTime}
      rowKey={({ financialYear }) => financialYear}
      csvName="released-time.csv"
      foot={`Worth: at what each learner’s own post costs an hour, with its increments; where the post is not known, one of the cover band.${notValued ? ' People with neither are in the hours and not in the worth.' : ''} WTE of a whole year.`}
      columns={[
        { key: 'year', label: 'Year', value: ({ financialYear }) => financialYear },
        {
          key: 'hours',
          label: 'Hours released',
          numeric: true,
          value: ({ minutes }) => hoursNumber(minutes),
          cell: ({ minutes }) => hours(minutes),
        },
        {
          key: 'worth',
          label: 'Worth of that time',
          numeric: true,
          value: ({ valuePence }) => valuePence / 100,
          cell: ({ valuePence }) => pounds(valuePence),
        },
        {
          key: 'contract',
          label: 'WTE released (contract)',
          numeric: true,
          value: ({ contractWteX1000 }) => contractWteX1000 / 1000,
          cell: ({ contractWteX1000 }) => wteText(contractWteX1000),
        },
        {
          key: 'post',
          label: 'WTE in post to replace it',
          numeric: true,
          value: ({ inPostWteX1000 }) => inPostWteX1000 / 1000,
          cell: ({ inPostWteX1000 }) => wteText(inPostWteX1000),
        },
      ]}
    />
  );
}
