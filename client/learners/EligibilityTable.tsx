import type { ReactElement } from 'react';
import { eligibilityNames, type Eligibility } from '../../shared/learners/eligibility.ts';
import { SourceStatus } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import type { ShownLearner } from './learner-words.ts';

/** May the person take the stage and may each source pay, with the sentence why: to be read before a promise. */
export function EligibilityTable({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const rows: readonly Eligibility[] = [shown.programmeEligibility, ...shown.fundingEligibility];
  return (
    <DataTable
      caption="Eligibility"
      note="By what is recorded today; look here before anything is promised"
      rows={rows}
      rowKey={({ of }) => of}
      csvName="eligibility.csv"
      columns={[
        { key: 'of', label: 'For', value: ({ name }) => name },
        { key: 'answer', label: 'Answer', value: ({ answer }) => eligibilityNames[answer] },
        { key: 'why', label: 'Why', value: ({ why }) => why },
        {
          key: 'status',
          label: 'Rule',
          value: ({ status }) => status,
          cell: ({ status }) => <SourceStatus status={status} />,
        },
        { key: 'source', label: 'Source', value: ({ source }) => source },
      ]}
    />
  );
}
