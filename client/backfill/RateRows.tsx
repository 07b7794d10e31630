import type { ReactElement } from 'react';
import { useParameters } from '../app/parameters.ts';
import { SourceStatus } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { inputRows, rateRows, type InputRow } from './team-inputs.ts';
import type { Working } from './working.ts';

type RateRowsProps = { readonly working: Extract<Working, { kind: 'team' }> };

/** What a team's hours and rate were made from, each with its source. */
export function RateRows({ working }: RateRowsProps): ReactElement {
  const shared = {
    rowKey: ({ key }: InputRow) => key,
    rowKind: ({ isTotal }: InputRow) => (isTotal === true ? ('total' as const) : ('plain' as const)),
  };
  const parameters = useParameters();
  const rates = rateRows(working, parameters);
  return (
    <>
      <DataTable
        {...shared}
        caption="Inputs"
        rows={inputRows(working, parameters)}
        columns={columns('Input', 'Value')}
      />
      {rates.length === 0 ? null : (
        <DataTable
          {...shared}
          caption="The rate and where it comes from"
          rows={rates}
          columns={columns('Part', '£ an hour')}
        />
      )}
    </>
  );
}

function columns(first: string, second: string): readonly DataColumn<InputRow>[] {
  return [
    { key: 'label', label: first, value: ({ label }) => label, cell: LabelWithSource },
    { key: 'value', label: second, numeric: true, value: ({ value }) => value },
  ];
}

function LabelWithSource({ label, source, status }: InputRow): ReactElement {
  return (
    <>
      {label}
      <span className="pt-meta pt-table__note">
        {status === null ? null : <SourceStatus status={status} />} {source}
      </span>
    </>
  );
}
