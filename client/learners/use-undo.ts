import { useMutation } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';
import { useSaved } from './use-saving.ts';

type LearnerAt = { readonly learnerId: string; readonly version: number };

/** Takes back the last step of a learner from the message that said it was recorded. */
export function useUndo(): (at: LearnerAt) => void {
  const saved = useSaved();
  const toast = useToast();
  const undo = useMutation(
    trpc.learners.undo.mutationOptions({
      onSuccess: () => saved('The last step was undone.'),
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return ({ learnerId, version }) => undo.mutate({ learnerId, version });
}
