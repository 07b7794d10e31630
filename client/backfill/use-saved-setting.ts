import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StaffGroup } from '../../shared/staff/staff.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';

/** Which write is taken back, and the version it left. */
type Undo = { readonly version: number } & (
  | { readonly kind: 'policy'; readonly teamId: string }
  | { readonly kind: 'roster'; readonly teamId: string | null }
  | { readonly kind: 'supply'; readonly staffGroup: StaffGroup }
);

/** Reads cover again after a write and says so, with a way back. */
export function useAfterSave(): (text: string, undo: Undo) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  const settle = {
    onSuccess: async (): Promise<void> => {
      await reread();
      toast({ text: 'Undone: it is as it was before.' });
    },
    onError: (error: unknown): void => toast({ text: errorText(error).text }),
  };
  const reread = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: trpc.backfill.pathKey() });
    await queries.invalidateQueries({ queryKey: trpc.release.pathKey() });
  };
  const policy = useMutation(trpc.backfill.undoPolicy.mutationOptions(settle));
  const setting = useMutation(trpc.backfill.undoSetting.mutationOptions(settle));
  return async (text, undo) => {
    await reread();
    toast({
      text,
      undo: () => {
        if (undo.kind !== 'policy') return setting.mutate(undo);
        const { teamId, version } = undo;
        policy.mutate({ teamId, version });
      },
    });
  };
}
