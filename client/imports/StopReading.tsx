import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';

/** While a file is being read: it goes on without this page, and can be stopped. */
export function StopReading({ batchId }: { readonly batchId: string }): ReactElement {
  const may = useMay('imports.discard');
  const queries = useQueryClient();
  const stop = useMutation(
    trpc.imports.discard.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  return (
    <>
      <p className="pt-meta">
        You may leave this page; the file is read on, and stays under “Imports so far”.
      </p>
      {stop.error === null ? null : <ErrorSummary problems={[{ text: errorText(stop.error).text }]} />}
      {may ? (
        <Actions>
          <LinkButton onClick={() => stop.mutate({ id: batchId })}>Stop reading this file</LinkButton>
        </Actions>
      ) : null}
    </>
  );
}
