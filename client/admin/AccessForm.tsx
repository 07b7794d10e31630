import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { roleNames, roles, type Role } from '../../shared/access/roles.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { CheckboxGroup } from '../components/CheckboxGroup.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { useToast } from '../components/Toast.tsx';
import { accessOf, type AccessDraft } from './access-draft.ts';
import type { ListedUser } from './access-words.ts';

type AccessFormProps = { readonly user: ListedUser; readonly divisions: readonly string[] };

/** Role, divisions and linked person of one member. What somebody else changed meanwhile is not overwritten. */
export function AccessForm({ user, divisions }: AccessFormProps): ReactElement {
  const [draft, setDraft] = useState<AccessDraft>({
    role: user.role,
    divisions: user.divisions.filter((name) => divisions.includes(name)),
    employeeNumber: '',
  });
  const queries = useQueryClient();
  const toast = useToast();
  const { mutate, isPending, error } = useMutation(
    trpc.admin.setAccess.mutationOptions({
      onSuccess: async () => {
        toast({ text: `Saved. ${user.name} signs in again to go on.` });
        await queries.invalidateQueries({ queryKey: trpc.admin.pathKey() });
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate({ userId: user.id, version: user.version, ...accessOf(draft) });
  };
  return (
    <form onSubmit={submit} noValidate>
      {error === null ? null : <ErrorSummary problems={[{ text: errorText(error).text }]} />}
      <AccessFields draft={draft} user={user} divisions={divisions} onChange={setDraft} />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save the access
        </Button>
      </Actions>
    </form>
  );
}

type AccessFieldsProps = AccessFormProps & {
  readonly draft: AccessDraft;
  readonly onChange: (draft: AccessDraft) => void;
};

function AccessFields({ draft, user, divisions, onChange }: AccessFieldsProps): ReactElement {
  return (
    <>
      <SelectField<Role>
        label="Role"
        value={draft.role}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
        onChange={(role) => onChange({ ...draft, role })}
      />
      {draft.role === 'learner' ? (
        <TextField
          label="Employee number of the learner"
          hint={
            user.person === null
              ? 'As in the staff file'
              : `Linked to ${user.person}; leave empty to keep that`
          }
          value={draft.employeeNumber}
          onChange={(employeeNumber) => onChange({ ...draft, employeeNumber })}
        />
      ) : null}
      {draft.role === 'learner' || draft.role === 'administrator' || divisions.length === 0 ? null : (
        <CheckboxGroup
          legend="Divisions"
          hint="None ticked is the whole trust"
          options={divisions}
          chosen={draft.divisions}
          onChange={(chosen) => onChange({ ...draft, divisions: chosen })}
        />
      )}
    </>
  );
}
