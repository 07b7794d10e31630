import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { trpc } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Loading, Updating } from '../components/Loading.tsx';
import { Pager } from '../components/Pager.tsx';
import type { Sort } from '../components/sorting.ts';
import { AllStudies } from './AllStudies.tsx';
import { foundOf } from './research-model.ts';
import { researchSearch, type ResearchSearch } from './search.ts';
import { studyColumns } from './study-columns.tsx';
import { StudyFilters } from './StudyFilters.tsx';

type StudiesListProps = {
  readonly search: ResearchSearch;
  readonly onSearch: (search: ResearchSearch) => void;
};

/** As the server holds it: a page of studies. */
const pageRows = 50;

const sortKeys = researchSearch.fields.sort.options;

/** The order as the address keeps it; none is by reference. */
function orderOf(sort: Sort | null): Pick<ResearchSearch, 'sort' | 'order'> {
  const key = sortKeys.find((one) => one === sort?.key);
  return key === undefined || sort === null
    ? { sort: researchSearch.defaults.sort, order: researchSearch.defaults.order }
    : { sort: key, order: sort.direction };
}

/** The register of studies with its filters: found, sorted and paged by the server, downloaded whole. */
export function StudiesList({ search, onSearch }: StudiesListProps): ReactElement {
  const [text, setText] = useState('');
  const { sort, order, page, ...filters } = search;
  const sorted = { key: sort, direction: order } as const;
  const question = useDeferredValue({ ...filters, text, sort: sorted });
  const { data, isPlaceholderData } = useQuery(
    trpc.research.studies.queryOptions(
      { ...question, page: page - 1 },
      { placeholderData: keepPreviousData },
    ),
  );
  const fromStart = (patch: Partial<ResearchSearch>): void => onSearch({ ...search, ...patch, page: 1 });
  if (data === undefined) return <Loading what="Reading the studies" />;
  const { studies, from, found } = data;
  const pages = Math.max(1, Math.ceil(found / pageRows));
  const paged = { rows: studies, page: page - 1, pages, first: from + 1, last: from + studies.length };
  return (
    <>
      <StudyFilters
        specialties={data.specialties}
        search={search}
        text={text}
        onText={(typed) => {
          setText(typed);
          if (page !== 1) fromStart({});
        }}
        onSearch={fromStart}
        onClear={() => {
          setText('');
          onSearch(researchSearch.defaults);
        }}
      />
      <DataTable
        caption="Register of studies"
        note={foundOf(data)}
        columns={studyColumns}
        rows={studies}
        rowKey={({ id }) => id}
        zebra
        sort={sorted}
        onSort={(next) => fromStart(orderOf(next))}
        empty={
          page > 1
            ? 'There are fewer studies now: go back to the first rows.'
            : 'No study fits these filters.'
        }
        foot={<AllStudies question={question} />}
      />
      {pages > 1 || page > 1 ? (
        <Pager
          caption="Register of studies"
          paged={{ ...paged, total: found }}
          onPage={(next) => onSearch({ ...search, page: next + 1 })}
        />
      ) : null}
      <Updating on={isPlaceholderData} />
    </>
  );
}
