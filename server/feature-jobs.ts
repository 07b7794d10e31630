import { readImportJob, readImportKind } from './imports/read-import.ts';
import type { JobHandlers } from './jobs/handler.ts';

/** What goes on after a request, one kind of job a line. */
export const featureJobs: JobHandlers = {
  [readImportKind]: readImportJob,
};
