import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import { draftOfPolicy, readPolicy } from './policy-draft.ts';
import { PolicyFields } from './PolicyFields.tsx';
import { PolicyRungs } from './PolicyRungs.tsx';
import { useAfterSave } from './use-saved-setting.ts';

type PolicyFormProps = { readonly shown: Outputs['backfill']['team'] };

/** Writes how a team covers. Give it the version as its key: after a save it starts from what is kept then. */
export function PolicyForm({ shown }: PolicyFormProps): ReactElement {
  const { teamId, policy } = shown;
  const [draft, setDraft] = useState(() => draftOfPolicy(policy.value ?? undefined));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.backfill.savePolicy.mutationOptions({
      onSuccess: ({ version }) => afterSave('Cover policy saved.', { kind: 'policy', teamId, version }),
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readPolicy(draft);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) mutate({ teamId, version: policy.version, policy: read.policy });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <PolicyRungs draft={draft} onChange={setDraft} />
      <PolicyFields draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save the cover policy
        </Button>
        {policy.value === null ? null : (
          <LinkButton onClick={() => mutate({ teamId, version: policy.version, policy: null })}>
            Go back to the bank alone, without a policy
          </LinkButton>
        )}
      </Actions>
    </form>
  );
}
