import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import type { ShownStudy } from './study-words.ts';
import { useAfterWrite } from './use-research-write.ts';
import './research.css';

/** Records that a Principal Investigator asks to hand the study over, and by when; an empty day takes it back. */
export function HandOverForm({ leads }: { readonly leads: ShownStudy['entries'] }): ReactElement {
  const [chosen, setChosen] = useState(leads[0]?.id ?? '');
  const lead = leads.find(({ id }) => id === chosen);
  const [by, setBy] = useState(lead?.handOverBy ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const afterWrite = useAfterWrite();
  const { mutate, isPending } = useMutation(
    trpc.research.askHandOver.mutationOptions({
      onSuccess: async ({ changeId }) => {
        setProblem(null);
        await afterWrite({ text: 'The wish to hand over is recorded.', changeId });
      },
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (lead !== undefined) mutate({ id: lead.id, version: lead.version, handOverBy: parsePlainDate(by) });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ErrorSummary key={problem} problems={[{ text: problem }]} />}
      <div className="pt-research-fields">
        <SelectField
          label="PI who asks to hand over"
          value={chosen}
          options={leads.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        <OptionalDate label="Hand over by" hint="Empty takes it back" value={by} onChange={setBy} />
      </div>
      <Actions>
        <Button kind="secondary" type="submit" busy={isPending} busyText="Saving…">
          Save the hand-over
        </Button>
      </Actions>
    </form>
  );
}
