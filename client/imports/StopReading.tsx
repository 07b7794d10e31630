import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import { useMayImport } from './use-may-import.ts';

type ImportView = Outputs['imports']['batch'];

/** While a file is being read: it goes on without this page, and can be stopped. */
export function StopReading({ batch }: { readonly batch: ImportView }): ReactElement {
  const may = useMayImport(batch.kind);
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
          <LinkButton onClick={() => stop.mutate({ id: batch.id })}>Stop reading this file</LinkButton>
        </Actions>
      ) : null}
    </>
  );
}
