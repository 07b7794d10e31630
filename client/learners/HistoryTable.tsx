import type { ReactElement } from 'react';
import { reasonNames, stateNames } from '../../shared/learners/lifecycle.ts';
import { DataTable } from '../components/DataTable.tsx';
import { dateAndTime, shortDate } from '../format/dates.ts';
import type { ShownLearner } from './learner-words.ts';

/** Every step recorded here, undone ones too: nothing is overwritten. */
export function HistoryTable({ shown }: { readonly shown: ShownLearner }): ReactElement {
  return (
    <DataTable
      caption="Steps recorded here"
      rows={shown.history.toReversed()}
      rowKey={({ id }) => id}
      empty="None: what is known of this learner came with an import."
      columns={[
        { key: 'step', label: 'Step', value: ({ status }) => stateNames[status] },
        { key: 'on', label: 'On', oneLine: true, value: ({ on }) => on, cell: ({ on }) => shortDate(on) },
        {
          key: 'reason',
          label: 'Reason or proof',
          value: ({ reason, evidence }) => (reason === null ? evidence : reasonNames[reason]),
        },
        {
          key: 'recorded',
          label: 'Recorded',
          value: ({ recordedAt }) => recordedAt,
          cell: ({ recordedAt, recordedBy }) => `${dateAndTime(recordedAt)}, ${recordedBy ?? 'account gone'}`,
        },
        { key: 'undone', label: 'Undone', value: ({ undone }) => (undone ? 'Undone' : 'Stands') },
      ]}
    />
  );
}
