import type { ReactElement } from 'react';
import type { ForecastChange } from '../../shared/pipeline/forecast/forecast-change.ts';
import { DataTable } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { changeText, changeRange, changedCounts, changesInWords } from './changes.ts';
import type { YearPlace } from './year-places.ts';

type ChangesProps = {
  readonly changes: readonly ForecastChange[];
  readonly place: YearPlace;
  readonly moved: string;
};

/** What the levers change against the plan, with the same draws for both. */
export function Changes({ changes, place, moved }: ChangesProps): ReactElement {
  const rows = changedCounts.flatMap((count, index) => {
    const change = changes[index];
    return change === undefined ? [] : [{ ...count, change }];
  });
  return (
    <>
      <p aria-live="polite">
        <strong>{changesInWords(changes, longDate(place.lastDay))}</strong> Levers: {moved}.
      </p>
      <DataTable
        caption={`Change against the plan by ${longDate(place.lastDay)}`}
        note="Expected people more or fewer. Both plans use the same draw of every rate, so that the range is of the change alone."
        rows={rows}
        rowKey={({ label }) => label}
        csvName="change-against-the-plan.csv"
        csv={{
          headings: ['Count', 'Change', 'Low (P10)', 'High (P90)'],
          rows: rows.map(({ label, change }) => [
            label,
            ...[change.mean, change.low, change.high].map((value) => Number(value.toFixed(4))),
          ]),
        }}
        columns={[
          { key: 'count', label: 'Count', value: ({ label }) => label },
          {
            key: 'change',
            label: 'Change',
            numeric: true,
            shaded: true,
            value: ({ change }) => change.mean,
            cell: ({ change }) => changeText(change.mean),
          },
          {
            key: 'range',
            label: '80% range',
            numeric: true,
            value: ({ change }) => change.low,
            cell: ({ change }) => changeRange(change),
          },
        ]}
      />
    </>
  );
}
