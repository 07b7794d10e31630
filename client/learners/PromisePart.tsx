import type { ReactElement } from 'react';
import type { WeekOfPromise } from '../../shared/scenario/promise-kept.ts';
import { useMay } from '../app/session.ts';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { keptInWords } from '../format/promise.ts';
import type { ShownLearner } from './learner-words.ts';
import { promiseChart, weekKindNames } from './promise-view.ts';
import { RecordHours } from './RecordHours.tsx';

const noPromise = 'Nothing is promised: there is no place yet.';
const withoutHours = 'Not known: a place is promised and no hours are agreed. Enter them in the agreement.';

/** What the employer promised and what the learner got, week by week. */
export function PromisePart({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const { promised, weeks, kept } = shown;
  const may = useMay('learners.recordHours');
  const model = promiseChart(weeks);
  const nothing = promised === null ? withoutHours : noPromise;
  if (model === null) return <p>{nothing}</p>;
  const total = weeks.reduce((sum, week) => sum + week.promised, 0);
  const count = weeks.filter((week) => week.promised > 0).length;
  return (
    <>
      <p>
        <strong>{keptInWords(kept)}</strong>{' '}
        {promised === null
          ? withoutHours
          : `Promised in all: ${hours(total)} hours in ${plural(count, 'week')}; paused time and breaks are left out.`}
      </p>
      <ColumnsChart
        words={{
          headline: 'Promised and taken, week by week',
          subtitle: 'Hours a week; a week without hours is not recorded, which is not the same as none',
          csvName: 'promised-and-taken-chart.csv',
        }}
        model={model}
        axisFormat={(value) => formatNumber(value)}
      />
      {may ? <RecordHours shown={shown} /> : null}
      <Disclosure look="ruled" summary={`All ${plural(weeks.length, 'week')} as a table`}>
        <WeeksTable weeks={weeks} />
      </Disclosure>
    </>
  );
}

function WeeksTable({ weeks }: { readonly weeks: readonly WeekOfPromise[] }): ReactElement {
  return (
    <DataTable
      caption="Promised and taken hours by week"
      rows={weeks}
      rowKey={({ monday }) => monday}
      csvName="promised-and-taken-hours.csv"
      columns={[
        {
          key: 'week',
          label: 'Week of',
          oneLine: true,
          value: ({ monday }) => monday,
          cell: ({ monday }) => longDate(monday),
        },
        { key: 'kind', label: 'Week', value: ({ kind }) => weekKindNames[kind] },
        {
          key: 'promised',
          label: 'Promised',
          numeric: true,
          value: ({ promised }) => promised / 60,
          cell: ({ promised }) => hours(promised),
        },
        {
          key: 'taken',
          label: 'Taken',
          numeric: true,
          value: ({ taken }) => (taken === null ? null : taken.minutes / 60),
          cell: ({ kind, taken }) =>
            taken === null ? (kind === 'passed' ? 'Not recorded' : '–') : hours(taken.minutes),
        },
        {
          key: 'source',
          label: 'Source',
          value: ({ taken }) => (taken === null ? null : taken.source === 'typed' ? 'Typed' : 'Roster'),
        },
      ]}
    />
  );
}
