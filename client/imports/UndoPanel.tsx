import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { sumOfRecords } from '../../shared/imports/batch.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import { useToast } from '../components/Toast.tsx';
import { plural } from '../format/numbers.ts';
import { kindNames } from './import-words.ts';
import { useMayImport } from './use-may-import.ts';

type ImportView = Outputs['imports']['batch'];

/** Undoes an applied import, in two steps: what it would do is said before it is done. */
export function UndoPanel({ batch }: { readonly batch: ImportView }): ReactElement | null {
  const may = useMayImport(batch.kind);
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const toast = useToast();
  const undo = useMutation(
    trpc.imports.undoBatch.mutationOptions({
      onSuccess: async ({ putBack }) => {
        toast({
          text: `${kindNames[batch.kind]} undone: ${plural(sumOfRecords(putBack), 'record')} put back.`,
        });
        // An import may have changed every page, so everything is read again.
        await queries.invalidateQueries();
      },
    }),
  );
  if (!may || !batch.undoable) return null;
  if (!asked) {
    return (
      <Actions>
        <Button kind="secondary" onClick={() => setAsked(true)}>
          Undo this import
        </Button>
      </Actions>
    );
  }
  return (
    <>
      {undo.error === null ? null : <ErrorSummary problems={[{ text: errorText(undo.error).text }]} />}
      <p>
        The {plural(batch.changes, 'change')} of this file are taken back. Whatever was edited since, or is in
        use by something entered since, stays as it is and is listed.
      </p>
      <Actions>
        <Button
          kind="warning"
          busy={undo.isPending}
          busyText="Undoing…"
          onClick={() => undo.mutate({ id: batch.id })}
        >
          Yes, undo this import
        </Button>
        <LinkButton onClick={() => setAsked(false)}>Keep it</LinkButton>
      </Actions>
    </>
  );
}
