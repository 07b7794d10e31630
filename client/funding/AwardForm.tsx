import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import {
  awardStepNames,
  awardSteps,
  lossNames,
  lossReasons,
  type LossReason,
} from '../../shared/funding/award.ts';
import { payeeNames, payees, type Payee } from '../../shared/funding/source.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import { draftOfAward, readAward, type AwardDraft } from './award-draft.ts';
import type { ShownCase } from './funding-model.ts';
import { useAfterSave } from './use-funding-save.ts';

const payeeOptions = [
  { value: '' as const, label: 'Not known' },
  ...payees.map((value) => ({ value, label: payeeNames[value] })),
];
const lossOptions = [
  { value: '' as const, label: 'Not lost' },
  ...lossReasons.map((value) => ({ value, label: lossNames[value] })),
];

/** Records the steps of one person's bursary. What somebody else changed meanwhile is not overwritten. */
export function AwardForm({ of }: { readonly of: ShownCase }): ReactElement {
  const { today } = useSession();
  const [draft, setDraft] = useState(() => draftOfAward(of));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.funding.saveAward.mutationOptions({
      onSuccess: ({ changeId }) => afterSave('The award is recorded.', changeId),
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readAward(draft, of, today);
    setProblems(read.ok ? [] : read.problems);
    const known = of.award === null ? null : { id: of.award.id, version: of.award.version };
    if (read.ok) mutate({ known, award: read.award });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <AwardFieldsForm draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" busy={isPending} busyText="Saving…">
          Record the award
        </Button>
      </Actions>
    </form>
  );
}

type FieldsProps = {
  readonly draft: AwardDraft;
  readonly onChange: (patch: Partial<AwardDraft>) => void;
};

function AwardFieldsForm({ draft, onChange }: FieldsProps): ReactElement {
  return (
    <div className="pt-funding__fields">
      {awardSteps.map((step) => (
        <OptionalDate
          key={step}
          label={`${awardStepNames[step]} on`}
          value={draft[`${step}On`]}
          onChange={(value) => onChange({ [`${step}On`]: value })}
        />
      ))}
      <TextField
        label="Amount of the award"
        hint="Pounds; the fee until another is typed"
        value={draft.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <SelectField<Payee | ''>
        label="Paid to"
        value={draft.payee}
        options={payeeOptions}
        onChange={(payee) => onChange({ payee })}
      />
      <SelectField<LossReason | ''>
        label="Lost, and why"
        value={draft.lost}
        options={lossOptions}
        onChange={(lost) => onChange({ lost })}
      />
      <OptionalDate label="Lost on" value={draft.lostOn} onChange={(lostOn) => onChange({ lostOn })} />
    </div>
  );
}
