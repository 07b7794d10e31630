import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

type Written = { readonly id: string; readonly version: number };

/** Says that a layout was saved or ended, with a way back. */
export function useLayoutSaved(): (text: string, written: Written) => void {
  const queries = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation(
    trpc.imports.undoProfile.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.imports.profiles.queryKey() });
        toast({ text: 'Undone: the layout is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return (text, written) => toast({ text, undo: () => mutate(written) });
}
