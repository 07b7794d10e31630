import { Link } from '@tanstack/react-router';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { studyStatusNames } from '../../shared/research/study.ts';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import type { DataColumn } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import { shortTypeNames, type ListedStudy } from './research-model.ts';

function dayColumn(
  key: string,
  label: string,
  of: (study: ListedStudy) => PlainDate | null,
): DataColumn<ListedStudy> {
  return {
    key,
    label,
    sortable: true,
    value: of,
    oneLine: true,
    cell: (study) => {
      const day = of(study);
      return day === null ? '–' : shortDate(day);
    },
  };
}

function fundingWords({ commercial }: ListedStudy): string | null {
  if (commercial === null) return null;
  return commercial ? 'Yes' : 'No';
}

function known(of: (study: ListedStudy) => string | null): Pick<DataColumn<ListedStudy>, 'value' | 'cell'> {
  return { value: of, cell: (study) => of(study) ?? <NotKnown /> };
}

/** The columns of the register of studies; the keys of those that sort are what the server sorts by. */
export const studyColumns: readonly DataColumn<ListedStudy>[] = [
  {
    key: 'reference',
    label: 'Reference',
    sortable: true,
    value: ({ reference }) => reference,
    cell: (study) => (
      <Link to={paths.study} params={{ studyId: study.id }}>
        {study.reference}
      </Link>
    ),
    oneLine: true,
  },
  { key: 'title', label: 'Title', sortable: true, value: ({ title }) => title },
  { key: 'specialty', label: 'Specialty', sortable: true, ...known(({ specialty }) => specialty) },
  {
    key: 'type',
    label: 'Type',
    sortable: true,
    ...known(({ studyType }) => (studyType === null ? null : shortTypeNames[studyType])),
  },
  { key: 'funding', label: 'Commercial', sortable: true, ...known(fundingWords) },
  { key: 'status', label: 'Status', sortable: true, value: ({ status }) => studyStatusNames[status] },
  { key: 'pi', label: 'PI', ...known(leadsOf) },
  dayColumn('planned', 'Planned close', ({ plannedClose }) => plannedClose),
  dayColumn('closed', 'Closed', ({ closedOn }) => closedOn),
  { key: 'log', label: 'Log held', value: ({ delegationLogHeld }) => (delegationLogHeld ? 'Yes' : 'No') },
];

function leadsOf({ delegationLogHeld, leads, status }: ListedStudy): string | null {
  if (status === 'closed') return '–';
  if (!delegationLogHeld) return null;
  return leads.length === 0 ? 'Nobody' : leads.join(', ');
}
