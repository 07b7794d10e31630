import type { SourceFile } from './check-records.ts';
import { visible } from './issues.ts';
import { limits } from './limits.ts';
import { foldName, isBlank } from './read-text.ts';

/** One heading of a file, and what stands below it. */
export type HeadingSeen = {
  readonly heading: string;
  /** The first few different texts below it. */
  readonly samples: readonly string[];
  /** Every different text below it, in the order of the file; `null` when there are too many to say what each means. */
  readonly texts: readonly string[] | null;
};

/** What a person needs to see of a file to say which heading is which. Nothing of it is kept. */
export type FileHead = { readonly headings: readonly HeadingSeen[]; readonly records: number };

const mostSamples = 3;
const mostTexts = 60;
const textLength = 200;

function seen(file: SourceFile, heading: string, at: number): HeadingSeen {
  const samples: string[] = [];
  const texts = new Map<string, string>();
  for (const { cells, fault } of file.records) {
    const text = fault === null ? (cells[at] ?? '') : '';
    if (isBlank(text)) continue;
    const shown = visible(text, 60);
    if (samples.length < mostSamples && !samples.includes(shown)) samples.push(shown);
    if (texts.size <= mostTexts && text.length <= textLength) texts.set(foldName(text), text.trim());
    if (texts.size > mostTexts && samples.length === mostSamples) break;
  }
  return { heading: heading.trim(), samples, texts: texts.size > mostTexts ? null : [...texts.values()] };
}

/** The headings of a file with their first texts; a blank heading is none. */
export function headOf(file: SourceFile): FileHead {
  const headings = file.heading
    .slice(0, limits.columns)
    .map((heading, at) => seen(file, heading, at))
    .filter(({ heading }) => heading !== '' && heading.length <= textLength);
  return { headings, records: file.records.length };
}
