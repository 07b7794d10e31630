import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { studyStatusNames } from '../../shared/research/study.ts';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import {
  filtered,
  rowsDrawn,
  shortTypeNames,
  shownOf,
  type ListedStudy,
  type ShownResearch,
} from './research-model.ts';
import { researchSearch, type ResearchSearch } from './search.ts';
import { StudyFilters } from './StudyFilters.tsx';

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

const columns: readonly DataColumn<ListedStudy>[] = [
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

type StudiesListProps = {
  readonly shown: ShownResearch;
  readonly search: ResearchSearch;
  readonly onSearch: (search: ResearchSearch) => void;
};

/** The register of studies with its filters; drawn up to a limit, downloaded whole. */
export function StudiesList({ shown, search, onSearch }: StudiesListProps): ReactElement {
  const found = filtered(shown.studies, search);
  const drawn = found.slice(0, rowsDrawn);
  return (
    <>
      <StudyFilters
        studies={shown.studies}
        search={search}
        onSearch={(patch) => onSearch({ ...search, ...patch })}
        onClear={() => onSearch(researchSearch.defaults)}
      />
      <DataTable
        caption="Register of studies"
        note={shownOf(drawn.length, found.length, shown.studies.length)}
        columns={columns}
        rows={drawn}
        rowKey={({ id }) => id}
        zebra
        csvName="studies.csv"
        csv={{
          headings: columns.map(({ label }) => label),
          rows: found.map((study) => columns.map(({ value }) => value(study))),
        }}
        empty="No study fits these filters."
      />
    </>
  );
}
