import type { ReactElement } from 'react';
import type { BackfillSummary, CoverWeek } from '../../shared/scenario/backfill-summary.ts';
import { DataTable } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import { fineHours, hours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { hoursNumber } from './cover-model.ts';
import { weekTotals } from './cuts.ts';
import { Pound } from './Pound.tsx';

type CutProps = { readonly summary: BackfillSummary; readonly foot: string };

type WeekRow = CoverWeek | 'all';

const headings = [
  'Week from',
  'Released (hours)',
  'To cover (hours)',
  'Filled (hours)',
  'Unfilled (hours)',
  'Cover cost (£)',
];

/** Cover by week: hours down the ladder and their cost. Weeks without release are there too. */
export function WeekCut({ summary, foot }: CutProps): ReactElement {
  const totals = weekTotals(summary);
  const of = (row: WeekRow): Omit<CoverWeek, 'monday'> => (row === 'all' ? totals : row);
  return (
    <DataTable<WeekRow>
      caption="Cover by week"
      note="Whole trust, hours and pounds, weeks by their Monday"
      rows={[...summary.byWeek, 'all']}
      rowKey={(row) => (row === 'all' ? row : row.monday)}
      rowKind={(row) => (row === 'all' ? 'total' : 'plain')}
      zebra
      csvName="cover-by-week.csv"
      csv={{
        headings,
        sums: headings.slice(1),
        rows: summary.byWeek.map(({ monday, released, need, filled, unfilled, costPence }) => [
          ...[
            monday,
            hoursNumber(released),
            hoursNumber(need),
            hoursNumber(filled, 600_000),
            hoursNumber(unfilled, 600_000),
          ],
          costPence / 100,
        ]),
      }}
      foot={foot}
      columns={[
        {
          key: 'week',
          label: 'Week of',
          value: (row) => (row === 'all' ? 'All weeks' : shortDate(row.monday)),
        },
        {
          key: 'released',
          label: 'Released',
          numeric: true,
          value: (row) => of(row).released,
          cell: (row) => hours(of(row).released),
        },
        {
          key: 'need',
          label: 'To cover',
          numeric: true,
          value: (row) => of(row).need,
          cell: (row) => hours(of(row).need),
        },
        {
          key: 'filled',
          label: 'Filled',
          numeric: true,
          value: (row) => of(row).filled,
          cell: (row) => fineHours(of(row).filled),
        },
        {
          key: 'unfilled',
          label: 'Nobody fills',
          numeric: true,
          value: (row) => of(row).unfilled,
          cell: (row) => fineHours(of(row).unfilled),
        },
        {
          key: 'cost',
          label: 'Cover cost',
          numeric: true,
          value: (row) => of(row).costPence,
          cell: (row) =>
            row === 'all' ? (
              pounds(totals.costPence)
            ) : (
              <Pound pence={row.costPence} of={{ kind: 'week', monday: row.monday }} />
            ),
        },
      ]}
    />
  );
}
