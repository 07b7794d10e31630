import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import {
  delegationRoleNames,
  delegationRoles,
  type DelegationRole,
} from '../../shared/research/delegation.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { useAfterWrite } from './use-research-write.ts';
import './research.css';

const roleOptions = delegationRoles.map((value) => ({ value, label: delegationRoleNames[value] }));
const empty = {
  employeeNumber: '',
  role: 'coi' as DelegationRole,
  from: '',
  to: '',
  source: 'Delegation log',
};

/** Adds somebody to the log. A PI whom the rules do not name is added with a warning that stays on the page. */
export function EntryForm({ studyId }: { readonly studyId: string }): ReactElement {
  const [draft, setDraft] = useState(empty);
  const [problem, setProblem] = useState<string | null>(null);
  const afterWrite = useAfterWrite();
  const { mutate, isPending } = useMutation(
    trpc.research.addEntry.mutationOptions({
      onSuccess: async ({ changeId, warning }) => {
        setDraft(empty);
        setProblem(null);
        const text = warning === null ? 'Added to the log.' : `Added to the log. Check this: ${warning}`;
        await afterWrite({ text, changeId });
      },
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const change = (patch: Partial<typeof empty>): void => setDraft({ ...draft, ...patch });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const startedOn = parsePlainDate(draft.from);
    const { employeeNumber, role, source } = draft;
    if (!/^[0-9]{6,10}$/.test(employeeNumber.trim())) setProblem('Type an employee number of 6 to 10 digits');
    else if (startedOn === null) setProblem('Type the first day in the role');
    else if (source.trim() === '') setProblem('Type where the entry comes from');
    else mutate({ studyId, employeeNumber, role, startedOn, endedOn: parsePlainDate(draft.to), source });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ErrorSummary key={problem} problems={[{ text: problem }]} />}
      <div className="pt-research-fields">
        <TextField
          label="Employee number"
          value={draft.employeeNumber}
          onChange={(employeeNumber) => change({ employeeNumber })}
        />
        <SelectField
          label="Role"
          value={draft.role}
          options={roleOptions}
          onChange={(role) => change({ role })}
        />
        <OptionalDate
          label="First day in the role"
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <OptionalDate label="Last day, if known" value={draft.to} onChange={(to) => change({ to })} />
        <TextField
          label="Source of the entry"
          value={draft.source}
          onChange={(source) => change({ source })}
        />
      </div>
      <Actions>
        <Button kind="secondary" type="submit" busy={isPending} busyText="Adding…">
          Add to the log
        </Button>
      </Actions>
    </form>
  );
}
