import type { ReactElement } from 'react';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { NotKnown } from '../components/badges.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { longMonth } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { participantsInWords, trustChart } from './recruitment-chart.ts';
import type { ShownActivity } from './research-model.ts';

/** Participants of the whole trust by month, against the targets, with what is not recorded. */
export function RecruitmentTotals({ shown }: { readonly shown: ShownActivity }): ReactElement {
  const { participants } = shown;
  const chart = trustChart(participants);
  if (chart === null)
    return <p>No month of recruitment is recorded yet: record it on the page of each study.</p>;
  return (
    <>
      <ColumnsChart
        words={{
          headline: chart.headline,
          subtitle: 'Participants a month, studies of the whole trust that recorded the month',
          note: participantsInWords(participants),
          csvName: 'participants-by-month-chart.csv',
        }}
        model={chart.model}
        axisFormat={(value) => formatNumber(value)}
      />
      <Disclosure summary={`Studies recorded in each of ${plural(participants.months.length, 'month')}`}>
        <MonthsTable participants={participants} />
      </Disclosure>
    </>
  );
}

function MonthsTable({ participants }: Pick<ShownActivity, 'participants'>): ReactElement {
  return (
    <DataTable
      caption="Participants and records by month"
      note="Missing: studies whose recruitment window holds days of the month and that have no record of it"
      columns={[
        {
          key: 'month',
          label: 'Month',
          value: ({ month }) => month,
          cell: ({ month }) => longMonth(month),
        },
        {
          key: 'recruited',
          label: 'Recruited',
          numeric: true,
          value: ({ recruited }) => recruited,
          cell: ({ recruited }) => (recruited === null ? <NotKnown /> : formatNumber(recruited)),
        },
        { key: 'recorded', label: 'Studies recorded', numeric: true, value: ({ recorded }) => recorded },
        { key: 'missing', label: 'Missing', numeric: true, value: ({ missing }) => missing },
      ]}
      rows={participants.months}
      rowKey={({ month }) => month}
      csvName="participants-by-month.csv"
    />
  );
}
