import { useMemo, type ReactElement } from 'react';
import { useParameters } from '../app/parameters.ts';
import { StatusBadge } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { percent } from '../format/shares.ts';
import type { Outputs } from '../app/trpc.ts';
import { beliefRows, type BeliefRow } from './beliefs-table.ts';
import type { WorkingOf } from './search.ts';

type BeliefsTableProps = {
  readonly believed: Outputs['pipeline']['beliefs'];
  readonly groups: ReadonlyMap<string, number>;
  readonly of?: WorkingOf;
};

/** What is believed of every rate: the prior with what it is worth, and what the trust recorded on top. */
export function BeliefsTable({ believed, groups, of }: BeliefsTableProps): ReactElement {
  const set = useParameters();
  const rows = useMemo(
    () => beliefRows(believed.workings, groups, set, believed.dataCut, of),
    [believed, groups, set, of],
  );
  return (
    <DataTable
      caption="What is believed of each rate"
      note={`Average, with the 80% range beneath. A prior is worth so many people of history; what happened a year earlier counts for ${percent(believed.fade * 10_000)} of what happened a year later.`}
      rows={rows}
      rowKey={({ id }) => id}
      csvName="what-the-forecast-rests-on.csv"
      csv={{
        headings: ['Rate', 'Average', '80% range', 'Basis', 'Recorded', 'Parameters', 'Source'],
        rows: rows.map((row) => [
          row.label,
          Number(row.bareMean.toFixed(6)),
          row.range,
          row.basis ?? 'Assumption',
          row.counted,
          row.codes.join(' '),
          row.source,
        ]),
      }}
      columns={[
        { key: 'rate', label: 'Rate', value: ({ label }) => label },
        {
          key: 'mean',
          label: 'Now believed',
          note: '80% range',
          numeric: true,
          value: ({ bareMean }) => bareMean,
          cell: valueCell,
        },
        { key: 'basis', label: 'Basis', value: ({ basis }) => basis ?? 'Assumption', cell: basisCell },
        {
          key: 'source',
          label: 'Source of the prior, parameters',
          value: ({ source }) => source,
          cell: sourceCell,
        },
      ]}
    />
  );
}

function sourceCell({ source, codes }: BeliefRow): ReactElement {
  return (
    <span className="pt-rate-source">
      {source}
      <span className="pt-meta pt-table__note">{codes.join(', ')}</span>
    </span>
  );
}

function valueCell({ mean, range }: BeliefRow): ReactElement {
  return (
    <>
      {mean}
      <span className="pt-meta pt-table__note">{range}</span>
    </>
  );
}

function basisCell({ basis, counted }: BeliefRow): ReactElement {
  return (
    <>
      {basis === null ? <StatusBadge kind="assumption" /> : <StatusBadge kind="blended">{basis}</StatusBadge>}
      <span className="pt-meta pt-table__note">{counted}</span>
    </>
  );
}
