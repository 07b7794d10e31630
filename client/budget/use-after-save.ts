import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

/** Reads the budget again after a write and says so, with a way back. */
export function useAfterSave(): (text: string, changeId: string) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  const reread = (): Promise<void> => queries.invalidateQueries({ queryKey: trpc.budget.pathKey() });
  const { mutate } = useMutation(
    trpc.budget.undo.mutationOptions({
      onSuccess: async () => {
        await reread();
        toast({ text: 'Undone: it is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return async (text, changeId) => {
    await reread();
    toast({ text, undo: () => mutate({ changeId }) });
  };
}
