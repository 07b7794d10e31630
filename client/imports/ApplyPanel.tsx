import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import { useToast } from '../components/Toast.tsx';
import { formatNumber, plural } from '../format/numbers.ts';
import { kindNames } from './import-words.ts';
import { useMayImport, whoImports } from './use-may-import.ts';

type ImportView = Outputs['imports']['batch'];

type TickProps = { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void };

function Tick({ label, on, onChange }: TickProps): ReactElement {
  return (
    <label className="pt-choice__option">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />{' '}
      {label}
    </label>
  );
}

/** Applies or discards a preview; what has to be confirmed is ticked first, in words with its numbers. */
export function ApplyPanel({ batch }: { readonly batch: ImportView }): ReactElement {
  const may = useMayImport(batch.kind);
  const { roleName } = useSession();
  const [rejected, setRejected] = useState(false);
  const [leavers, setLeavers] = useState(false);
  const queries = useQueryClient();
  const toast = useToast();
  // An import may change every page, so everything is read again.
  const settled = { onSuccess: () => queries.invalidateQueries() };
  const discard = useMutation(trpc.imports.discard.mutationOptions(settled));
  const apply = useMutation(
    trpc.imports.applyBatch.mutationOptions({
      onSuccess: async ({ changes }) => {
        toast({ text: `${kindNames[batch.kind]} applied: ${plural(changes, 'change')}.` });
        await queries.invalidateQueries();
      },
    }),
  );
  if (!may)
    return (
      <p>
        You are signed in as {roleName}. {whoImports(batch.kind)} applies this import.
      </p>
    );
  const problem = apply.error ?? discard.error;
  const { counts, confirm } = batch;
  const ready = (!confirm.rejected || rejected) && (!confirm.leavers || leavers);
  return (
    <>
      {problem === null ? null : <ErrorSummary problems={[{ text: errorText(problem).text }]} />}
      {confirm.rejected ? (
        <Tick
          label={`Apply the rest without the ${plural(counts?.rejected ?? 0, 'rejected row')}`}
          on={rejected}
          onChange={setRejected}
        />
      ) : null}
      {confirm.leavers ? (
        <Tick
          label={`It is right that ${formatNumber(counts?.leavers ?? 0)} of ${formatNumber(counts?.heldBefore ?? 0)} leave`}
          on={leavers}
          onChange={setLeavers}
        />
      ) : null}
      <Actions>
        <Button
          busy={apply.isPending}
          busyText="Applying…"
          disabled={!ready || batch.changes === 0}
          onClick={() => apply.mutate({ id: batch.id, confirmRejected: rejected, confirmLeavers: leavers })}
        >
          {`Apply ${plural(batch.changes, 'change')}`}
        </Button>
        <LinkButton onClick={() => discard.mutate({ id: batch.id })}>Discard this import</LinkButton>
      </Actions>
      {ready ? null : <p className="pt-meta">Tick what you have checked, then apply.</p>}
    </>
  );
}
