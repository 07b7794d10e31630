import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

type Written = {
  readonly text: string;
  /** What is undone; left out where there is no way back. */
  readonly undo?: {
    readonly entity: 'framework' | 'statement' | 'measure';
    readonly id: string;
    readonly version: number;
  };
};

/** What every write does once it is done: reads the page again and says so, with a way back. */
export function useAfterEvidence(): (written: Written) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  const reread = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: trpc.evidence.pathKey(), refetchType: 'active' });
  const { mutate } = useMutation(
    trpc.evidence.undo.mutationOptions({
      onSuccess: async () => {
        await reread();
        toast({ text: 'Undone: it is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return async ({ text, undo }) => {
    await reread();
    toast(undo === undefined ? { text } : { text, undo: () => mutate(undo) });
  };
}
