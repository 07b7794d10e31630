import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileHead } from '../../shared/imports/file-head.ts';
import { proposeLayout, whyNotRead } from '../../shared/imports/guess-mapping.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { inspectFile } from './inspect-file.ts';

export type Layout = Outputs['imports']['profiles'][number];

/** Chosen in place of a layout while a new one is made. */
export const newLayout = 'new';

export type FileLayout = {
  readonly layouts: readonly Layout[];
  /** Id of the chosen layout, empty for our template, or `newLayout`. */
  readonly chosen: string;
  readonly choose: (chosen: string) => void;
  /** What was seen of the file; `null` before it is looked at, or when it cannot be read. */
  readonly head: FileHead | null;
  /** Why the file cannot be read at all. */
  readonly unreadable: string | undefined;
  /** One sentence on how the file will be read; empty before a file is chosen. */
  readonly words: string;
  /** Looks at the file and proposes the layout that its headings match. */
  readonly look: (file: File | null) => void;
};

/** Which layout a file is read with: proposed from its headings, and open to be changed. */
export function useFileLayout(kind: ImportKind): FileLayout {
  const { data: all = [] } = useQuery(trpc.imports.profiles.queryOptions());
  const layouts = all.filter((layout) => layout.kind === kind);
  const [wanted, choose] = useState('');
  const [proposed, setProposed] = useState<string | null>(null);
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: inspectFile,
    onSuccess: ({ head }) => {
      if (head === null) return choose((now) => (now === newLayout ? '' : now));
      const layout = proposeLayout(kind, headingsOf(head), layouts);
      const next = layout === null ? newLayout : layout === 'template' ? '' : layout.id;
      setProposed(next);
      choose(next);
    },
  });
  const head = data?.head ?? null;
  // A layout that was ended meanwhile is not a choice any more.
  const known = wanted === newLayout || layouts.some(({ id }) => id === wanted);
  const chosen = known ? wanted : '';
  const unreadable = error === null ? (data?.reason ?? undefined) : errorText(error).text;
  return {
    layouts,
    chosen,
    choose,
    head,
    unreadable,
    words: isPending ? 'Looking at the headings…' : wordsOf(kind, head, layouts, chosen, chosen === proposed),
    look: (file) => (file === null ? reset() : mutate(file)),
  };
}

function headingsOf(head: FileHead): readonly string[] {
  return head.headings.map(({ heading }) => heading);
}

function wordsOf(
  kind: ImportKind,
  head: FileHead | null,
  layouts: readonly Layout[],
  chosen: string,
  byItself: boolean,
): string {
  if (head === null) return '';
  if (chosen === newLayout) {
    return byItself
      ? 'These headings are not those of our template, and no saved layout has them. Say below which heading is which; it is saved for the next file.'
      : 'Say below which heading is which; it is saved for the next file.';
  }
  const layout = layouts.find(({ id }) => id === chosen) ?? null;
  const wrong = whyNotRead(kind, headingsOf(head), layout);
  const name = layout === null ? 'our template' : `“${layout.name}”`;
  if (wrong !== null) return `Does not match ${name}. ${wrong}`;
  return `Read as ${name}: its headings match.`;
}
