import type { ReactElement } from 'react';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import { useParameters } from '../app/parameters.ts';
import { SourceStatus } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';
import { rateRows, type RateRow, type RatesRow } from './rates.ts';

type RatesTableProps = {
  readonly uses: readonly ParameterUse[];
  readonly people: ReadonlyMap<string, number>;
};

/** Every rate the projection used: value, unit, source, status, and the staff groups it is for. */
export function RatesTable({ uses, people }: RatesTableProps): ReactElement {
  const rows = rateRows(uses, useParameters(), people);
  const rates = rows.filter((row) => row.kind === 'rate');
  return (
    <DataTable
      caption="Rates used"
      note="Beneath a value, where one is stated, the range it is thought to lie in: it is not in the projection’s range. Staff groups: all, or how many people of this projection are in the one group the rate is for."
      rows={rows}
      rowKey={(row) => row.code}
      rowKind={(row) => (row.kind === 'group' ? 'group' : 'plain')}
      csvName="projection-rates.csv"
      csv={{
        headings: [
          'Code',
          'Rate',
          'Staff groups',
          'Value',
          'Unit',
          'Thought to lie in',
          'From',
          'Status',
          'Source',
          'Note',
        ],
        rows: rates.map((row) => [
          ...[row.code, row.label, row.groups, row.bare, row.unit, row.range],
          ...[row.from, row.status, row.source, row.note],
        ]),
      }}
      columns={[
        { key: 'rate', label: 'Rate', value: (row) => row.label },
        {
          key: 'value',
          label: 'Value',
          note: 'thought to lie in',
          numeric: true,
          value: of('value'),
          cell: valueOf,
        },
        { key: 'groups', label: 'Staff groups', value: of('groups') },
        { key: 'status', label: 'Status', value: of('status'), cell: statusOf },
        { key: 'source', label: 'Source', value: of('source'), cell: sourceOf },
      ]}
    />
  );
}

function of(field: Exclude<keyof RateRow, 'kind'>): (row: RatesRow) => string | number | null {
  return (row) => (row.kind === 'rate' ? row[field] : null);
}

function valueOf(row: RatesRow): ReactElement | null {
  if (row.kind === 'group') return null;
  return (
    <>
      {row.value}
      {row.range === null ? null : <span className="pt-meta pt-table__note">{row.range}</span>}
    </>
  );
}

function statusOf(row: RatesRow): ReactElement | null {
  return row.kind === 'rate' ? <SourceStatus status={row.status} /> : null;
}

function sourceOf(row: RatesRow): ReactElement | null {
  if (row.kind === 'group') return null;
  return (
    <span className="pt-meta">
      {row.source}
      {row.note === null ? '' : `; ${row.note}`}. From {longDate(row.from)}.
    </span>
  );
}
