import { useMutation } from '@tanstack/react-query';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { useToast } from '../components/Toast.tsx';
import { useSaved } from './use-saving.ts';

/** Saves and removes what a person holds, each with a way back. */
export function useHeldWrite(onProblem: (text: string) => void) {
  const saved = useSaved();
  const toast = useToast();
  const undo = useMutation(
    trpc.catalogue.undo.mutationOptions({
      onSuccess: () => saved('Undone: it stands as before.'),
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  const done = (text: string) => ({
    onSuccess: ({ changeId }: { readonly changeId: string }) => saved(text, () => undo.mutate({ changeId })),
    onError: (error: unknown) => onProblem(errorText(error).text),
  });
  return {
    save: useMutation(trpc.catalogue.save.mutationOptions(done('The credential was saved.'))),
    remove: useMutation(trpc.catalogue.remove.mutationOptions(done('The credential was removed.'))),
  };
}
