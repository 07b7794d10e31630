import { createContext } from 'react';
import type { BookAbout } from '../format/workbook-about.ts';

/**
 * Says what a workbook made now comes from and rests on; asked when somebody presses, so that it is never behind.
 * `codes` are the parameters used; left out, all that the page may rest on.
 */
export type WorkbookSource = (codes?: readonly string[]) => Promise<BookAbout>;

/** Set around every page behind sign-in; `null` outside, where nothing can be downloaded as a workbook. */
export const WorkbookContext = createContext<WorkbookSource | null>(null);
