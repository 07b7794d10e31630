import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Supervisor } from '../../shared/learners/supervisor.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import { useToast } from '../components/Toast.tsx';
import { draftOfSupervisor, emptySupervisor, readDraft } from './supervisor-draft.ts';
import { SupervisorFields } from './SupervisorFields.tsx';

type SupervisorFormProps = {
  /** As shown; left out for a new one. */
  readonly supervisor?: Supervisor;
  /** First active day of a new one, until another is typed. */
  readonly from: PlainDate;
};

/** Reads the list again after a write and says so, with a way back. */
function useAfterSave(): (text: string, changeId: string) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  const reread = (): Promise<void> => queries.invalidateQueries({ queryKey: trpc.supervisors.pathKey() });
  const { mutate } = useMutation(
    trpc.supervisors.undo.mutationOptions({
      onSuccess: async () => {
        await reread();
        toast({ text: 'Undone: it is as it was before.' });
      },
      onError: (error) => toast({ text: errorText(error).text }),
    }),
  );
  return async (text, changeId) => {
    await reread();
    toast({ text, undo: () => mutate({ changeId }) });
  };
}

/** Adds a supervisor or changes one. What somebody else changed meanwhile is not overwritten. */
export function SupervisorForm({ supervisor, from }: SupervisorFormProps): ReactElement {
  const first = supervisor === undefined ? emptySupervisor(from) : draftOfSupervisor(supervisor);
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.supervisors.save.mutationOptions({
      onSuccess: async ({ changeId }) => {
        if (supervisor === undefined) setDraft(first);
        await afterSave(supervisor === undefined ? 'Supervisor added.' : 'Supervisor saved.', changeId);
      },
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDraft(draft);
    setProblems(read.ok ? [] : read.problems);
    const known = supervisor === undefined ? null : { id: supervisor.id, version: supervisor.version };
    if (read.ok) mutate({ known, supervisor: read.supervisor });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <SupervisorFields draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          {supervisor === undefined ? 'Add the supervisor' : 'Save the supervisor'}
        </Button>
      </Actions>
    </form>
  );
}
