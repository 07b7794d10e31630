import { useMutation } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';
import { useSaved } from './use-saving.ts';

/** Takes back hours, a day or a decision from the message that said it was recorded. */
export function useUndoChange(): (changeId: string) => void {
  const saved = useSaved();
  const toast = useToast();
  const undo = useMutation(
    trpc.learners.undoChange.mutationOptions({
      onSuccess: () => saved('Undone: it stands as before.'),
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return (changeId) => undo.mutate({ changeId });
}
