import type { ReactElement } from 'react';
import type { Outputs } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';

type ColumnsReadProps = { readonly batch: Pick<Outputs['imports']['batch'], 'readWith'> };

/** Which column was read from which heading, where the file has another layout than our template. */
export function ColumnsRead({ batch }: ColumnsReadProps): ReactElement | null {
  if (batch.readWith === null) return null;
  const { name, columns } = batch.readWith;
  return (
    <Disclosure summary={`Columns read as “${name}”`}>
      <DataTable
        caption="What each column was read from"
        rows={columns}
        rowKey={({ column }) => column}
        columns={[
          { key: 'column', label: 'Column', value: ({ column }) => column },
          { key: 'heading', label: 'Heading in the file', value: ({ heading }) => heading },
        ]}
      />
    </Disclosure>
  );
}
