import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { firstDayOfFinancialYear } from '../../shared/calendar/years.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DateField } from '../components/DateField.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { sourceName } from './budget-words.ts';
import { emptyDraft, readDraft, rowOfDraft, type CodeDraft } from './code-draft.ts';
import { useAfterSave } from './use-after-save.ts';

type CodeFormProps = { readonly shown: Outputs['budget']['show'] };

/** Codes of a team or a funding source from a day on; those from the same day are changed. */
export function CodeForm({ shown }: CodeFormProps): ReactElement {
  const first = shown.summary.years[0];
  const [draft, setDraft] = useState(
    emptyDraft(first === undefined ? shown.dataCut : firstDayOfFinancialYear(first)),
  );
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.budget.saveCode.mutationOptions({
      onSuccess: async ({ changeId }) => {
        setDraft(emptyDraft(draft.from));
        await afterSave('Codes saved.', changeId);
      },
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDraft(draft);
    setProblems(read.ok ? [] : read.problems);
    const row = rowOfDraft(shown.ownCodes, draft);
    const known = row === null ? null : { id: row.id, version: row.version };
    if (read.ok) mutate({ known, codes: read.codes });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <Fields shown={shown} draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save the codes
        </Button>
      </Actions>
    </form>
  );
}

type FieldsProps = CodeFormProps & {
  readonly draft: CodeDraft;
  readonly onChange: (patch: Partial<CodeDraft>) => void;
};

function Fields({ shown, draft, onChange }: FieldsProps): ReactElement {
  const sources = [...new Set(shown.summary.income.flatMap(({ source }) => source ?? []))];
  const teams = Object.entries(shown.teamNames).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const isSource = draft.subject.startsWith('source ');
  return (
    <>
      <SelectField
        label="Team or funding source"
        value={draft.subject}
        options={[
          { value: '', label: 'Choose' },
          ...sources.map((source) => ({ value: `source ${source}`, label: sourceName(source) })),
          ...teams.map(([id, name]) => ({ value: `team ${id}`, label: name })),
        ]}
        onChange={(subject) => onChange({ subject })}
      />
      <DateField label="From" value={draft.from} onChange={(from) => onChange({ from })} />
      {isSource ? null : (
        <TextField
          label="Cost centre (where the cost is incurred)"
          value={draft.costCentre}
          onChange={(costCentre) => onChange({ costCentre })}
        />
      )}
      <TextField
        label="Funding code (whose money pays)"
        value={draft.fundingCode}
        onChange={(fundingCode) => onChange({ fundingCode })}
      />
      <TextField label="Project" value={draft.project} onChange={(project) => onChange({ project })} />
      <TextField
        label="Analysis code"
        value={draft.analysis}
        onChange={(analysis) => onChange({ analysis })}
      />
    </>
  );
}
