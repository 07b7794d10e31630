import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { studyQuestionSchema, type StudyQuestion } from '../../shared/research/study-question.ts';
import { trpc } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Loading, Updating } from '../components/Loading.tsx';
import { Pager } from '../components/Pager.tsx';
import type { Sort } from '../components/sorting.ts';
import { downloadCsv } from '../format/download.ts';
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

const byReference: StudyQuestion['sort'] = { key: 'reference', direction: 'ascending' };

function sortOf(sort: Sort | null): StudyQuestion['sort'] {
  const read = studyQuestionSchema.shape.sort.safeParse(sort);
  return read.success ? read.data : byReference;
}

/** The register of studies with its filters: found, sorted and paged by the server, downloaded whole. */
export function StudiesList({ search, onSearch }: StudiesListProps): ReactElement {
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort | null>(null);
  const [page, setPage] = useState(0);
  const question = useDeferredValue({ ...search, text, sort: sortOf(sort) });
  const { data, isPlaceholderData } = useQuery(
    trpc.research.studies.queryOptions({ ...question, page }, { placeholderData: keepPreviousData }),
  );
  const fromStart = (change: () => void): void => {
    setPage(0);
    change();
  };
  if (data === undefined) return <Loading what="Reading the studies" />;
  const { studies, from, found } = data;
  const pages = Math.max(1, Math.ceil(found / pageRows));
  return (
    <>
      <StudyFilters
        specialties={data.specialties}
        search={search}
        text={text}
        onText={(typed) => fromStart(() => setText(typed))}
        onSearch={(patch) => fromStart(() => onSearch({ ...search, ...patch }))}
        onClear={() =>
          fromStart(() => {
            setText('');
            onSearch(researchSearch.defaults);
          })
        }
      />
      <DataTable
        caption="Register of studies"
        note={foundOf(data)}
        columns={studyColumns}
        rows={studies}
        rowKey={({ id }) => id}
        zebra
        sort={sort}
        onSort={(next) => fromStart(() => setSort(next))}
        empty="No study fits these filters."
        foot={<DownloadAll question={question} />}
      />
      {pages > 1 ? (
        <Pager
          caption="Register of studies"
          paged={{ rows: studies, page, pages, first: from + 1, last: from + studies.length, total: found }}
          onPage={setPage}
        />
      ) : null}
      <Updating on={isPlaceholderData} />
    </>
  );
}

/** Every study that fits, asked for when it is wanted: a page holds some of them only. */
function DownloadAll({ question }: { readonly question: StudyQuestion }): ReactElement {
  const queries = useQueryClient();
  const download = async (): Promise<void> => {
    const { studies } = await queries.fetchQuery(
      trpc.research.studies.queryOptions({ ...question, page: null }),
    );
    const rows = studies.map((study) => studyColumns.map(({ value }) => value(study)));
    downloadCsv(
      'studies.csv',
      csvOut(
        studyColumns.map(({ label }) => label),
        rows,
      ),
    );
  };
  return (
    <LinkButton label="Download CSV: Register of studies" onClick={() => void download()}>
      Download CSV
    </LinkButton>
  );
}
