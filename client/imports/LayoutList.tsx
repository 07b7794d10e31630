import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { plural } from '../format/numbers.ts';
import { kindNames } from './import-words.ts';
import { useLayoutSaved } from './use-layout-saved.ts';
import { useMayImport } from './use-may-import.ts';

/** The layouts that files of a kind can have, with a way to end those that the trust saved. */
export function LayoutList({ kind }: { readonly kind: ImportKind }): ReactElement | null {
  const { data = [] } = useQuery(trpc.imports.profiles.queryOptions());
  const may = useMayImport(kind);
  const queries = useQueryClient();
  const afterSave = useLayoutSaved();
  const end = useMutation(
    trpc.imports.endProfile.mutationOptions({
      onSuccess: async (ended) => {
        await queries.invalidateQueries({ queryKey: trpc.imports.profiles.queryKey() });
        afterSave('Layout ended: it is proposed no more.', ended);
      },
    }),
  );
  const layouts = data.filter((layout) => layout.kind === kind);
  if (layouts.length === 0) return null;
  return (
    <Disclosure summary={`${plural(layouts.length, 'other layout')} that files may have`}>
      {end.error === null ? null : <ErrorSummary problems={[{ text: errorText(end.error).text }]} />}
      <DataTable
        caption={`Layouts of the ${kindNames[kind].toLowerCase()}`}
        note="To change one, choose a file with its headings first"
        rows={layouts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: 'Layout', value: ({ name }) => name },
          {
            key: 'from',
            label: 'From',
            value: ({ version }) => (version === null ? 'comes with the program' : 'saved here'),
          },
          {
            key: 'end',
            label: 'Change',
            value: () => '',
            cell: ({ id, name, version }) =>
              version === null || !may ? (
                '–'
              ) : (
                <LinkButton label={`End ${name}`} onClick={() => end.mutate({ id, version })}>
                  End
                </LinkButton>
              ),
          },
        ]}
      />
    </Disclosure>
  );
}
