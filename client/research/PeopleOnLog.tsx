import type { ReactElement } from 'react';
import { delegationRoleNames } from '../../shared/research/delegation.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { trainingInWords, type ShownStudy } from './study-words.ts';

type Entry = ShownStudy['entries'][number];

const columns: readonly DataColumn<Entry>[] = [
  { key: 'name', label: 'Name', value: ({ name }) => name },
  { key: 'role', label: 'Role', value: ({ role }) => delegationRoleNames[role] },
  {
    key: 'group',
    label: 'Staff group',
    value: ({ staffGroup }) => staffGroup,
    cell: ({ staffGroup, jobRole }) =>
      staffGroup === null ? (
        'In no post on the day'
      ) : (
        <>
          {staffGroup}
          <span className="pt-meta pt-table__note">{jobRole}</span>
        </>
      ),
  },
  {
    key: 'from',
    label: 'First day',
    value: ({ startedOn }) => startedOn,
    cell: ({ startedOn }) => shortDate(startedOn),
    oneLine: true,
  },
  {
    key: 'to',
    label: 'Last day',
    value: ({ endedOn }) => endedOn,
    cell: ({ endedOn, handOverBy }) => (
      <>
        {endedOn === null ? '–' : shortDate(endedOn)}
        {handOverBy === null ? null : (
          <span className="pt-meta pt-table__note">asks to hand over by {shortDate(handOverBy)}</span>
        )}
      </>
    ),
    oneLine: true,
  },
  { key: 'held', label: 'In the role', value: ({ held }) => (held ? 'Yes' : 'No') },
  {
    key: 'training',
    label: 'Training (GCP)',
    value: ({ training }) => trainingInWords(training),
    cell: ({ training }) => trainingInWords(training) ?? <NotKnown />,
  },
  { key: 'source', label: 'Source', value: ({ source }) => source },
];

/** Everybody on the log, past and present; what is not known is said, not left empty. */
export function PeopleOnLog({ shown }: { readonly shown: ShownStudy }): ReactElement {
  const { study, entries, dataCut } = shown;
  if (!study.delegationLogHeld) {
    return (
      <p>
        <NotKnown /> The trust does not hold the delegation log of this study. Not known is not nobody.
      </p>
    );
  }
  return (
    <DataTable
      caption="People on the log"
      note={`In the role: on ${longDate(dataCut)}; a role ends with the study. Training counts for ${shown.validityMonths} months: an assumption until the trust enters its own rule`}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      rowKind={({ held }) => (held ? 'plain' : 'shaded')}
      csvName={`delegation-log-${study.reference.replace(/[^A-Za-z0-9-]/g, '-').toLowerCase()}.csv`}
      empty="The log is held and nobody is on it."
    />
  );
}
