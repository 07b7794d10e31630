import type { ReactElement } from 'react';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import { isTypedMetric } from '../../shared/evidence/metrics.ts';
import { mayLeave, useLabelNames } from '../../shared/evidence/use-label.ts';
import { useMay } from '../app/session.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { shortDate } from '../format/dates.ts';
import { MeasureForm } from './MeasureForm.tsx';
import type { ShownEvidence } from './evidence-model.ts';

type FigureRow = ShownEvidence['figures'][number];

const figureColumns: readonly DataColumn<FigureRow>[] = [
  { key: 'name', label: 'Metric', value: ({ metric }) => metricOf(metric).name, sortable: true },
  {
    key: 'value',
    label: 'Now',
    // What a file may hold: on screen, inside the trust, the value stands all the same.
    value: ({ headline, useLabel }) => (mayLeave(useLabel) ? headline : useLabelNames[useLabel]),
    cell: ({ known, headline }) => (known ? headline : <NotKnown />),
  },
  { key: 'on', label: 'Day', value: ({ on }) => on, cell: ({ on }) => shortDate(on), oneLine: true },
  { key: 'definition', label: 'Definition', value: ({ metric }) => metricOf(metric).definition },
  { key: 'source', label: 'Source', value: ({ source }) => source },
  { key: 'use', label: 'Use', value: ({ useLabel }) => useLabelNames[useLabel] },
  { key: 'caveat', label: 'Caveat', value: ({ metric }) => metricOf(metric).caveat },
  { key: 'owner', label: 'Owner', value: ({ metric }) => metricOf(metric).owner, sortable: true },
];

type MeasureRow = ShownEvidence['measures'][number];

const measureColumns: readonly DataColumn<MeasureRow>[] = [
  { key: 'metric', label: 'Metric', value: ({ metric }) => metricOf(metric).name },
  { key: 'period', label: 'Period', value: ({ period }) => period },
  { key: 'value', label: 'Value', numeric: true, value: ({ value }) => value },
  { key: 'on', label: 'Day', value: ({ on }) => on, cell: ({ on }) => shortDate(on), oneLine: true },
  { key: 'source', label: 'Source', value: ({ source }) => source },
  { key: 'use', label: 'Use', value: ({ useLabel }) => useLabelNames[useLabel] },
];

/** Every metric with what it means, and the values typed by hand. */
export function Figures({ shown }: { readonly shown: ShownEvidence }): ReactElement {
  const mayEdit = useMay('evidence.saveMeasure');
  const missing = shown.figures.filter(({ metric, known }) => isTypedMetric(metric) && !known).length;
  return (
    <>
      <DataTable
        caption="Metrics of the pack"
        note="Counts under five are hidden in all of them together; the page of each shows the full number to those who may see it"
        columns={figureColumns}
        rows={shown.figures}
        rowKey={({ metric }) => metric}
        csvName="evidence-metrics.csv"
      />
      <DataTable
        caption="Values typed by hand"
        note={
          missing === 0 ? 'The latest of each metric counts' : `${missing} typed metrics have no value yet`
        }
        columns={measureColumns}
        rows={shown.measures}
        rowKey={({ id }) => id}
        empty="Nobody has typed a value yet."
      />
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary="Type a value or correct one">
            <MeasureForm shown={shown} />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}
