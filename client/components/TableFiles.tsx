import type { ReactElement } from 'react';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { downloadCsv } from '../format/download.ts';
import { bookName } from '../format/workbook-names.ts';
import type { BookTable } from '../format/workbook.ts';
import { LinkButton } from './Button.tsx';
import { ExcelLink } from './ExcelLink.tsx';
import type { TableFile } from './table-book.ts';

type TableFilesProps = {
  /** What is in the files, read out with each link: "Cover by week". */
  readonly caption: string;
  /** "ward-7-weeks.csv": no names of people. */
  readonly csvName: string;
  readonly file: () => TableFile;
  readonly book: () => BookTable;
};

/** The two files of a table: its bare values, and a workbook with what they rest on. Both are made in the browser. */
export function TableFiles({ caption, csvName, file, book }: TableFilesProps): ReactElement {
  return (
    <>
      <LinkButton
        label={`Download CSV: ${caption}`}
        onClick={() => {
          const { headings, rows } = file();
          downloadCsv(csvName, csvOut(headings, rows));
        }}
      >
        Download CSV
      </LinkButton>{' '}
      <ExcelLink title={caption} fileName={bookName(csvName)} content={() => ({ tables: [book()] })}>
        Download Excel
      </ExcelLink>
    </>
  );
}
