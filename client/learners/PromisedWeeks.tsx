import type { ReactElement } from 'react';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { plural } from '../format/numbers.ts';
import type { ShownLearner } from './learner-words.ts';

/** What is promised week by week; paused time and breaks are left out. */
export function PromisedWeeks({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const { promised } = shown;
  if (promised === null)
    return <p>Not known: a place is promised and no hours are agreed. Enter them in the agreement.</p>;
  if (promised.length === 0) return <p>Nothing is promised: there is no place yet, or the stage is over.</p>;
  const total = promised.reduce((sum, { minutes }) => sum + minutes, 0);
  const words = `${hours(total)} hours in ${plural(promised.length, 'week')}`;
  return (
    <>
      <p>{words}; paused time and breaks are left out. Hours taken are not held yet.</p>
      <Disclosure look="ruled" summary={`All ${plural(promised.length, 'week')} as a table`}>
        <DataTable
          caption="Promised hours by week"
          rows={promised}
          rowKey={({ monday }) => monday}
          csvName="promised-hours.csv"
          columns={[
            {
              key: 'week',
              label: 'Week of',
              value: ({ monday }) => monday,
              cell: ({ monday }) => longDate(monday),
            },
            {
              key: 'hours',
              label: 'Hours',
              numeric: true,
              value: ({ minutes }) => minutes / 60,
              cell: ({ minutes }) => hours(minutes),
            },
          ]}
        />
      </Disclosure>
    </>
  );
}
