import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { csvOut } from '../../shared/imports/csv-out.ts';
import type { StudyQuestion } from '../../shared/research/study-question.ts';
import { trpc } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { ExcelLink } from '../components/ExcelLink.tsx';
import { bookTable, shownFile } from '../components/table-book.ts';
import { downloadCsv } from '../format/download.ts';
import type { ListedStudy } from './research-model.ts';
import { studyColumns } from './study-columns.tsx';

const caption = 'Register of studies';

/** The files of every study that fits, asked for when they are wanted: a page of the list holds some of them only. */
export function AllStudies({ question }: { readonly question: StudyQuestion }): ReactElement {
  const queries = useQueryClient();
  const all = async (): Promise<readonly ListedStudy[]> => {
    const asked = trpc.research.studies.queryOptions({ ...question, page: null });
    return (await queries.fetchQuery(asked)).studies;
  };
  const download = async (): Promise<void> => {
    const { headings, rows } = shownFile(studyColumns, await all());
    downloadCsv('studies.csv', csvOut(headings, rows));
  };
  return (
    <>
      <LinkButton label={`Download CSV: ${caption}`} onClick={() => void download()}>
        Download CSV
      </LinkButton>{' '}
      <ExcelLink
        title={caption}
        fileName="studies.xlsx"
        content={async () => ({ tables: [bookTable({ caption, columns: studyColumns, rows: await all() })] })}
      >
        Download Excel
      </ExcelLink>
    </>
  );
}
