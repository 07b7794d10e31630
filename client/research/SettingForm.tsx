import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ResearchSetting } from '../../shared/research/settings.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import type { ShownPeople } from './research-model.ts';
import { useAfterWrite } from './use-research-write.ts';
import './research.css';

type Dated = { readonly effectiveFrom: PlainDate; readonly owner: string };

type SettingFormProps = {
  readonly shown: ShownPeople;
  readonly kind: ResearchSetting['kind'];
  /** The whole setting of a day, or what is missing. */
  readonly settle: (dated: Dated) => ResearchSetting | string;
  readonly children: ReactNode;
};

/** The frame of a dated setting: what is settled, from which day, by whom. */
export function SettingForm({ shown, kind, settle, children }: SettingFormProps): ReactElement {
  const [from, setFrom] = useState<string>(shown.dataCut);
  const [owner, setOwner] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const afterWrite = useAfterWrite();
  const { mutate, isPending } = useMutation(
    trpc.research.saveSetting.mutationOptions({
      onSuccess: ({ changeId }) => afterWrite({ text: 'Settled.', changeId }),
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const save = (): string | null => {
    const effectiveFrom = parsePlainDate(from);
    if (effectiveFrom === null) return 'Type the day from which it counts';
    if (owner.trim() === '') return 'Type who holds it';
    const setting = settle({ effectiveFrom, owner: owner.trim() });
    if (typeof setting === 'string') return setting;
    const held = shown.settings.find((one) => one.kind === kind && one.effectiveFrom === effectiveFrom);
    mutate({ version: held?.version ?? 0, setting });
    return null;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(save());
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ErrorSummary key={problem} problems={[{ text: problem }]} />}
      <div className="pt-research-fields">
        {children}
        <OptionalDate label="Counts from" value={from} onChange={setFrom} />
        <TextField label="Held by" hint="A role, not a name" value={owner} onChange={setOwner} />
      </div>
      <Actions>
        <Button kind="secondary" type="submit" busy={isPending} busyText="Saving…">
          Settle it
        </Button>
      </Actions>
    </form>
  );
}
