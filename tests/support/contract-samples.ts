import { sampleImportFile } from './import-samples.ts';

type Expected = { readonly record: number; readonly column: string | null; readonly code: string };

/** One sample file with the answer a good importer gives. */
export type SampleFile = {
  readonly file: string;
  readonly bytes: number;
  readonly outcome: string;
  readonly records: number | null;
  readonly accepted: number | null;
  readonly rejected: readonly Expected[];
  readonly warnings: readonly Expected[];
};

const manifest = JSON.parse(sampleImportFile('manifest.json').toString()) as {
  readonly files: readonly SampleFile[];
};

/** Every sample of `tests/examples/imports`, as its manifest lists it. */
export const sampleFiles = manifest.files;
