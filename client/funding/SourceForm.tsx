import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { coverageNames, coverages, payeeNames, payees, type Payee } from '../../shared/funding/source.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import type { ShownFunding, ShownSource } from './funding-model.ts';
import { draftOfSource, newSource, readSource, type SourceDraft } from './source-draft.ts';
import { useAfterSave } from './use-funding-save.ts';

function keyOf({ key, financialYear }: ShownSource): string {
  return `${key} ${financialYear}`;
}

/** The terms of one source in one year; another version of them is another form. */
export function EditSource({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const [chosen, setChosen] = useState('');
  const years = [...new Set(shown.sources.map(({ financialYear }) => financialYear))];
  const all = [...shown.sources, ...years.map(newSource)];
  const one = all.find((source) => keyOf(source) === chosen);
  const options = [
    { value: '', label: 'Choose a source and year' },
    ...all.map((source) => ({
      value: keyOf(source),
      label: `${source.key === '' ? 'Another source' : source.name}, ${source.financialYear}`,
    })),
  ];
  return (
    <>
      <SelectField label="Source" value={chosen} options={options} onChange={setChosen} />
      {one === undefined ? null : <SourceForm key={`${chosen} ${one.held?.version ?? 0}`} of={one} />}
    </>
  );
}

function SourceForm({ of }: { readonly of: ShownSource }): ReactElement {
  const [draft, setDraft] = useState(() => draftOfSource(of));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.funding.saveSource.mutationOptions({
      onSuccess: ({ changeId }) => afterSave('The terms are saved.', changeId),
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readSource(draft, of);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) mutate({ known: of.held, terms: { ...read.terms, claimDates: [...read.terms.claimDates] } });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <SourceFields draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" busy={isPending} busyText="Saving…">
          Save the terms of {of.financialYear}
        </Button>
      </Actions>
    </form>
  );
}

const coverageOptions = coverages.map((value) => ({ value, label: coverageNames[value] }));
const carriedOptions = [
  { value: '', label: 'Not known' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;
const payeeOptions = [
  { value: '' as const, label: 'Not known' },
  ...payees.map((value) => ({ value, label: payeeNames[value] })),
];

type FieldsProps = {
  readonly draft: SourceDraft;
  readonly onChange: (patch: Partial<SourceDraft>) => void;
};

function SourceFields({ draft, onChange }: FieldsProps): ReactElement {
  return (
    <div className="pt-funding__fields">
      <TextField label="Name" value={draft.name} onChange={(name) => onChange({ name })} />
      <SelectField
        label="Fees"
        value={draft.fees}
        options={coverageOptions}
        onChange={(fees) => onChange({ fees })}
      />
      <SelectField
        label="Cover"
        value={draft.cover}
        options={coverageOptions}
        onChange={(cover) => onChange({ cover })}
      />
      <TextField
        label="Amount of the year"
        hint="Pounds; empty is not known"
        value={draft.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <OptionalDate label="Spend by" value={draft.spendBy} onChange={(spendBy) => onChange({ spendBy })} />
      <SelectField
        label="May be carried forward"
        value={draft.carriesForward}
        options={carriedOptions}
        onChange={(carriesForward) => onChange({ carriesForward })}
      />
      <TextField
        label="Claim days"
        hint="As 2027-02-26, with commas between"
        value={draft.claimDates}
        onChange={(claimDates) => onChange({ claimDates })}
      />
      <SelectField<Payee | ''>
        label="Paid to"
        value={draft.payee}
        options={payeeOptions}
        onChange={(payee) => onChange({ payee })}
      />
      <TextField
        label="Funding code"
        value={draft.fundingCode}
        onChange={(fundingCode) => onChange({ fundingCode })}
      />
      <TextField
        label="Where the terms are from"
        hint="A letter and its date"
        value={draft.source}
        onChange={(source) => onChange({ source })}
      />
    </div>
  );
}
