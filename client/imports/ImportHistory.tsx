import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import type { Outputs } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { dateAndTime, longDate } from '../format/dates.ts';
import { kindNames, stateNames } from './import-words.ts';

type ImportView = Outputs['imports']['list'][number];

/** The latest imports with what became of each. */
export function ImportHistory({ imports }: { readonly imports: readonly ImportView[] }): ReactElement {
  if (imports.length === 0) {
    return (
      <EmptyState
        title="No file has been imported yet"
        why="The pages are empty until a staff file, a team sheet and a learner sheet are in, in this order."
        action={<p>Start with the staff file above: an ESR staff-in-post extract saved as CSV.</p>}
      />
    );
  }
  return (
    <DataTable
      caption="The last 50 imports"
      note="Newest first; open one to see its rows"
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kind',
          label: 'File',
          value: ({ kind }) => kindNames[kind],
          cell: ({ id, kind }) => (
            <Link to={paths.imports} search={{ kind, batch: id, rows: 'all', after: 0 }}>
              {kindNames[kind]}
            </Link>
          ),
        },
        { key: 'state', label: 'State', value: ({ state }) => stateNames[state] },
        {
          key: 'dataDate',
          label: 'Data to',
          value: ({ dataDate }) => dataDate,
          cell: ({ dataDate }) => longDate(dataDate),
        },
        { key: 'records', label: 'Rows', numeric: true, value: ({ counts }) => counts?.records ?? null },
        {
          key: 'changes',
          label: 'Changes',
          numeric: true,
          value: ({ counts, changes }) => (counts === null ? null : changes),
        },
        {
          key: 'rejected',
          label: 'Rejected',
          numeric: true,
          value: ({ counts }) => counts?.rejected ?? null,
        },
        { key: 'uploadedBy', label: 'Uploaded by', value: ({ uploadedBy }) => uploadedBy ?? '' },
        {
          key: 'createdAt',
          label: 'On',
          value: ({ createdAt }) => createdAt,
          cell: ({ createdAt }) => dateAndTime(createdAt),
        },
      ]}
    />
  );
}
