import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

/** Saves and removes rows of the trust; everything is read again, since weeks and fees are in every sum. */
export function useCatalogueWrite(onProblem: (text: string) => void, onSaved: () => void) {
  const queries = useQueryClient();
  const toast = useToast();
  const undo = useMutation(
    trpc.catalogue.undo.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        toast({ text: 'Undone: it is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  const done = (text: string) => ({
    onSuccess: async ({ changeId }: { readonly changeId: string }) => {
      toast({ text, undo: () => undo.mutate({ changeId }) });
      onSaved();
      await queries.invalidateQueries();
    },
    onError: (error: unknown) => onProblem(errorText(error).text),
  });
  const save = useMutation(trpc.catalogue.save.mutationOptions(done('Saved in the catalogue.')));
  const remove = useMutation(trpc.catalogue.remove.mutationOptions(done('Removed from the catalogue.')));
  return { save, remove };
}
