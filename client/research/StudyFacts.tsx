import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { studyTypeNames, type Study } from '../../shared/research/study.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { longDate } from '../format/dates.ts';

type Fact = { readonly label: string; readonly value: string | null };

function day(date: PlainDate | null): string | null {
  return date === null ? null : longDate(date);
}

function factsOf(study: Study): readonly Fact[] {
  const { commercial, studyType } = study;
  return [
    { label: 'Specialty', value: study.specialty },
    { label: 'Type', value: studyType === null ? null : studyTypeNames[studyType] },
    { label: 'Commercial', value: commercial === null ? null : commercial ? 'Commercial' : 'Non-commercial' },
    { label: 'CPMS number', value: study.cpmsId },
    { label: 'IRAS number', value: study.irasId },
    { label: 'EDGE number', value: study.edgeId },
    { label: 'Sites', value: study.sites },
    { label: 'Planned opening', value: day(study.plannedOpen) },
    { label: 'Opened', value: day(study.openedOn) },
    { label: 'Planned close', value: day(study.plannedClose) },
    { label: 'Closed', value: study.status === 'closed' ? day(study.closedOn) : 'Not closed' },
    { label: 'Delegation log', value: study.delegationLogHeld ? 'Held' : 'Not held' },
  ];
}

/** Everything the register holds of a study; a question mark where nobody has said. */
export function StudyFacts({ study }: { readonly study: Study }): ReactElement {
  return (
    <DataTable
      caption="The register’s entry"
      columns={[
        { key: 'label', label: 'What', value: ({ label }: Fact) => label },
        {
          key: 'value',
          label: 'Value',
          value: ({ value }: Fact) => value,
          cell: ({ value }) => value ?? <NotKnown />,
        },
      ]}
      rows={factsOf(study)}
      rowKey={({ label }) => label}
      csvName="study.csv"
    />
  );
}
