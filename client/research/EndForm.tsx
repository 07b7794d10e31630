import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { delegationRoleNames } from '../../shared/research/delegation.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import type { ShownStudy } from './study-words.ts';
import { useAfterWrite } from './use-research-write.ts';
import './research.css';

/** Ends one of the roles in force, with its last day. */
export function EndForm({ entries }: { readonly entries: ShownStudy['entries'] }): ReactElement {
  const [chosen, setChosen] = useState('');
  const [lastDay, setLastDay] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const afterWrite = useAfterWrite();
  const { mutate, isPending } = useMutation(
    trpc.research.endEntry.mutationOptions({
      onSuccess: async ({ changeId }) => {
        setChosen('');
        setLastDay('');
        setProblem(null);
        await afterWrite({ text: 'The role has its last day.', changeId });
      },
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const options = [
    { value: '', label: 'Choose a role' },
    ...entries.map(({ id, name, role }) => ({ value: id, label: `${name}, ${delegationRoleNames[role]}` })),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const entry = entries.find(({ id }) => id === chosen);
    const endedOn = parsePlainDate(lastDay);
    if (entry === undefined) setProblem('Choose the role that ends');
    else if (endedOn === null) setProblem('Type the last day in the role');
    else mutate({ id: entry.id, version: entry.version, endedOn });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ErrorSummary key={problem} problems={[{ text: problem }]} />}
      <div className="pt-research-fields">
        <SelectField label="Role that ends" value={chosen} options={options} onChange={setChosen} />
        <OptionalDate label="Last day in the role" value={lastDay} onChange={setLastDay} />
      </div>
      <Actions>
        <Button kind="secondary" type="submit" busy={isPending} busyText="Saving…">
          End the role
        </Button>
      </Actions>
    </form>
  );
}
