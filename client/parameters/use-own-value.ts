import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

/** The trust's own values, in force and ended, with who holds them and why. */
export type OwnValues = Outputs['parameters']['own'];

/** The page's route has loaded them. */
export function useOwnValues(): OwnValues {
  return useSuspenseQuery(trpc.parameters.own.queryOptions()).data;
}

type Row = { readonly id: string; readonly version: number };

/** After a change of an own value every answer may differ: all is read again, and what was done is said with a way back. */
export function useAfterChange(): (text: string, row: Row) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation(
    trpc.parameters.undo.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        toast({ text: 'Undone: it is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return async (text, row) => {
    await queries.invalidateQueries();
    toast({ text, undo: () => mutate(row) });
  };
}

/** Ends an own value; the published one counts again. */
export function useEndValue(): { readonly end: (row: Row) => void; readonly busy: boolean } {
  const after = useAfterChange();
  const toast = useToast();
  const { mutate, isPending } = useMutation(
    trpc.parameters.end.mutationOptions({
      onSuccess: (row) => after('Ended: the published value counts again.', row),
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return { end: ({ id, version }) => mutate({ id, version }), busy: isPending };
}
