import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '../components/Toast.tsx';

/** After a change of the register every page may differ: everything is read again, and what was done is said. */
export function useSaved(): (text: string, undo?: () => void) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  return async (text, undo) => {
    toast(undo === undefined ? { text } : { text, undo });
    await queries.invalidateQueries();
  };
}
