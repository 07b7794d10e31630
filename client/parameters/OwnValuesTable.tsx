import type { ReactElement } from 'react';
import { nameOfParameter } from '../../shared/parameters/parameter-names.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import { typedValue, valueInWords } from '../../shared/parameters/value-words.ts';
import { SourceStatus } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { dateAndTime, longDate } from '../format/dates.ts';
import type { HeldValue } from './assumptions-model.ts';

type OwnValuesTableProps = {
  readonly caption: string;
  readonly values: readonly HeldValue[];
  /** Whether the name of the parameter is shown: where the table is about many. */
  readonly named?: boolean;
};

const wordsOf = ({ code }: HeldValue, value: number): string => {
  const [row] = rowsOf(publishedParameters, code);
  return row === undefined ? String(value) : valueInWords(row, value);
};

const columns: readonly DataColumn<HeldValue>[] = [
  {
    key: 'value',
    label: 'Value',
    numeric: true,
    value: (held) => {
      const [row] = rowsOf(publishedParameters, held.code);
      return row === undefined ? held.value : typedValue(row, held.value);
    },
    cell: (held) => wordsOf(held, held.value),
  },
  {
    key: 'from',
    label: 'Counts from',
    value: ({ effectiveFrom }) => effectiveFrom,
    cell: ({ effectiveFrom }) => longDate(effectiveFrom),
  },
  {
    key: 'status',
    label: 'Status',
    value: ({ status }) => status,
    cell: ({ status }) => <SourceStatus status={status} />,
  },
  { key: 'source', label: 'Source', value: ({ source }) => source },
  { key: 'note', label: 'Why', value: ({ note }) => note },
  { key: 'owner', label: 'Owner', value: ({ owner }) => owner },
  {
    key: 'review',
    label: 'Review',
    value: ({ reviewOn }) => reviewOn,
    cell: ({ reviewOn }) => longDate(reviewOn),
  },
  {
    key: 'entered',
    label: 'Entered',
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt, createdBy }) => `${dateAndTime(createdAt)}, ${createdBy ?? 'account gone'}`,
  },
  {
    key: 'ended',
    label: 'Ended',
    value: ({ endedAt }) => endedAt,
    cell: ({ endedAt, endedBy }) =>
      endedAt === null ? 'In force' : `${dateAndTime(endedAt)}, ${endedBy ?? 'account gone'}`,
  },
];

const name: DataColumn<HeldValue> = {
  key: 'name',
  label: 'Parameter',
  value: ({ code }) => nameOfParameter(code) ?? code,
};

/** Own values with who entered and ended them, and why. */
export function OwnValuesTable({ caption, values, named = false }: OwnValuesTableProps): ReactElement {
  return (
    <DataTable
      caption={caption}
      rows={values}
      rowKey={({ id }) => id}
      columns={named ? [name, ...columns] : columns}
      csvName="own-values.csv"
    />
  );
}
