import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { errorText } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

type Done = {
  readonly text: string;
  readonly changeId: string;
  /** The change added a study: undoing it leaves the study's page for the list. */
  readonly addedStudy?: boolean;
};

/**
 * What every write of the register does once it is done: reads the pages again and says so, with a way back.
 *
 * `afterWrite({ text: 'Study saved.', changeId })`
 */
export function useAfterWrite(): (done: Done) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const reread = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: trpc.research.pathKey(), refetchType: 'active' });
  const { mutate } = useMutation(
    trpc.research.undo.mutationOptions({
      onSuccess: async () => {
        await reread();
        toast({ text: 'Undone: it is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return async ({ text, changeId, addedStudy = false }) => {
    await reread();
    const undo = async (): Promise<void> => {
      if (addedStudy) await navigate({ to: paths.research });
      mutate({ changeId });
    };
    toast({ text, undo: () => void undo() });
  };
}
