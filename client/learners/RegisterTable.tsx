import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { stateNames } from '../../shared/learners/lifecycle.ts';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { longMonth, shortDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { fundingName, missingInWords, type RegisterLine } from './register-view.ts';

function hoursCell(line: RegisterLine): ReactElement | string {
  if (line.weeklyMinutes !== null) return hours(line.weeklyMinutes);
  return line.hoursKnown ? 'in total' : <NotKnown what="hours not known" />;
}

const columns: readonly DataColumn<RegisterLine>[] = [
  {
    key: 'person',
    label: 'Person',
    sortable: true,
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <Link to={paths.learner} params={{ learnerId: id }}>
        {name}
      </Link>
    ),
  },
  {
    key: 'team',
    label: 'Team',
    sortable: true,
    value: ({ team }) => team,
    cell: ({ team }) => team ?? <NotKnown what="in no team" />,
  },
  { key: 'programme', label: 'Programme', sortable: true, value: ({ programme }) => programme },
  {
    key: 'intake',
    label: 'Intake',
    sortable: true,
    oneLine: true,
    value: ({ intakeMonth }) => intakeMonth,
    cell: ({ intakeMonth }) => longMonth(intakeMonth),
  },
  { key: 'state', label: 'State', sortable: true, value: ({ state }) => stateNames[state] },
  {
    key: 'since',
    label: 'Since',
    sortable: true,
    oneLine: true,
    value: ({ since }) => since,
    cell: ({ since }) => shortDate(since),
  },
  {
    key: 'hours',
    label: 'Hours a week',
    numeric: true,
    sortable: true,
    value: ({ weeklyMinutes }) => (weeklyMinutes === null ? null : weeklyMinutes / 60),
    cell: hoursCell,
  },
  {
    key: 'funding',
    label: 'Funding',
    sortable: true,
    value: ({ fundingSource }) => fundingName(fundingSource),
  },
  { key: 'supervisor', label: 'Supervisor', sortable: true, value: ({ supervisor }) => supervisor },
  {
    key: 'missing',
    label: 'Missing',
    value: missingInWords,
    cell: (line) => missingInWords(line) || 'Nothing',
  },
];

/** The register, one line for each person and stage; its file holds no staff numbers. */
export function RegisterTable({ lines }: { readonly lines: readonly RegisterLine[] }): ReactElement {
  return (
    <DataTable
      caption="Learners"
      note="One line for each person and stage; hours as agreed by week"
      zebra
      pageRows={50}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      csvName="learners.csv"
      empty="Nobody on the register fits these filters."
    />
  );
}
