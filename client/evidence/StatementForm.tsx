import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { themeNames, themes } from '../../shared/evidence/frameworks.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import type { HeldStatement, ShownEvidence } from './evidence-model.ts';
import { BringOver } from './BringOver.tsx';
import { FactFields } from './FactFields.tsx';
import { RowFields } from './RowFields.tsx';
import { draftOf, emptyStatement, noDecision, noGap, readStatement } from './statement-draft.ts';
import { TextArea } from './TextArea.tsx';
import { useAfterEvidence } from './use-evidence-write.ts';

const themeOptions = themes.map((value) => ({ value, label: themeNames[value] }));

type StatementFormProps = {
  readonly shown: ShownEvidence;
  readonly frameworkId: string;
  /** As shown; left out for a new question. */
  readonly statement?: HeldStatement;
};

/** Adds a question or changes one, with its facts, decisions and gaps. */
export function StatementForm({ shown, frameworkId, statement }: StatementFormProps): ReactElement {
  const first = statement === undefined ? emptyStatement : draftOf(statement);
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const patch = (change: Partial<typeof draft>): void => setDraft({ ...draft, ...change });
  const after = useAfterEvidence();
  const { mutate, isPending } = useMutation(
    trpc.evidence.saveStatement.mutationOptions({
      onSuccess: async (saved) => {
        if (statement === undefined) setDraft(first);
        const text = statement === undefined ? 'Question added.' : 'Question saved.';
        await after({ text, undo: { entity: 'statement', ...saved } });
      },
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readStatement(draft, shown.figures);
    setProblems(read.ok ? [] : read.problems);
    const known = statement === undefined ? null : { id: statement.id, version: statement.version };
    if (read.ok) mutate({ known, frameworkId, statement: read.statement });
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      <TextField label="Code" value={draft.code} onChange={(code) => patch({ code })} />
      <TextArea label="Question" value={draft.text} onChange={(text) => patch({ text })} />
      <SelectField
        label="What it is about"
        hint="Evidence is carried over to another version by this"
        value={draft.theme}
        options={themeOptions}
        onChange={(theme) => patch({ theme })}
      />
      <BringOver shown={shown} frameworkId={frameworkId} draft={draft} onBrought={setDraft} />
      {draft.facts.map((fact, index) => (
        <FactFields
          key={index}
          number={index + 1}
          shown={shown}
          fact={fact}
          onChange={(next) => patch({ facts: draft.facts.map((one, at) => (at === index ? next : one)) })}
        />
      ))}
      <RowFields
        name="Decision"
        rows={draft.decisions}
        empty={noDecision}
        fields={[
          { key: 'what', label: 'What was decided' },
          { key: 'on', label: 'Decided on', day: true },
          { key: 'reference', label: 'Minuted as' },
        ]}
        onChange={(decisions) => patch({ decisions })}
      />
      <RowFields
        name="Gap"
        rows={draft.gaps}
        empty={noGap}
        fields={[
          { key: 'gap', label: 'What is missing' },
          { key: 'action', label: 'What is done about it' },
          { key: 'by', label: 'Done by', day: true },
          { key: 'owner', label: 'Owner' },
        ]}
        onChange={(gaps) => patch({ gaps })}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          {statement === undefined ? 'Add the question' : 'Save the question'}
        </Button>
      </Actions>
    </form>
  );
}
