import { useContext, useState } from 'react';
import { downloadBook } from '../format/download.ts';
import type { BookTable } from '../format/workbook.ts';
import { WorkbookContext, type WorkbookSource } from './workbook-source.ts';

/** `failed` when the workbook could not be made: the button says so and can be pressed again. */
export type WorkbookState = 'idle' | 'making' | 'failed';

export type BookContent = {
  readonly tables: readonly BookTable[];
  /** Codes of the parameters used, where they are known one by one; left out, those the page rests on. */
  readonly codes?: readonly string[];
};

export type BookRequest = {
  /** What the workbook is. */
  readonly title: string;
  /** "cover-by-week.xlsx": no names of people. */
  readonly fileName: string;
  readonly content: () => BookContent | Promise<BookContent>;
};

export type WorkbookMaker = { readonly state: WorkbookState; readonly make: (request: BookRequest) => void };

/** Makes a workbook of what a page shows, in the browser; `null` where no page says what it would come from. */
export function useWorkbook(): WorkbookMaker | null {
  const source = useContext(WorkbookContext);
  const [state, setState] = useState<WorkbookState>('idle');
  if (source === null) return null;
  const make = (request: BookRequest): void => {
    if (state === 'making') return;
    setState('making');
    makeBook(request, source).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return { state, make };
}

/** The writer comes only when it is asked for: no page needs it to be read. */
async function makeBook({ title, fileName, content }: BookRequest, source: WorkbookSource): Promise<void> {
  const { tables, codes } = await content();
  const [about, { aboutAndTables }, { workbookFile }] = await Promise.all([
    source(codes),
    import('../format/workbook-about.ts'),
    import('../format/workbook-file.ts'),
  ]);
  downloadBook(fileName, await workbookFile(aboutAndTables(title, about, tables)));
}
