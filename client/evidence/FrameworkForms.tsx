import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { carryOver, notCarried, startOf } from '../../shared/evidence/compare-frameworks.ts';
import {
  frameworkStatuses,
  frameworkStatusNames,
  publishedFrameworks,
} from '../../shared/evidence/frameworks.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { statementsOf, type HeldFramework, type ShownEvidence } from './evidence-model.ts';
import { TextArea } from './TextArea.tsx';
import { useAfterEvidence } from './use-evidence-write.ts';

type BeginProps = {
  readonly shown: ShownEvidence;
  readonly onBegun: (id: string) => void;
  readonly primary?: boolean;
};

/** Begins the trust's own version of a published framework, with evidence carried over where wanted. */
export function BeginFramework({ shown, onBegun, primary = false }: BeginProps): ReactElement {
  const [base, setBase] = useState(publishedFrameworks[1]?.key ?? '');
  const [carryFrom, setCarryFrom] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const after = useAfterEvidence();
  const { mutate, isPending } = useMutation(
    trpc.evidence.adopt.mutationOptions({
      onSuccess: async ({ id, version, leftBehind }) => {
        const left =
          leftBehind.length === 0
            ? ''
            : ` Not asked about any more, and left where they are: ${leftBehind.join(', ')}.`;
        await after({ text: `Framework begun.${left}`, undo: { entity: 'framework', id, version } });
        onBegun(id);
      },
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const chosen = publishedFrameworks.find(({ key }) => key === base);
  const own = shown.frameworks.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ base, carryFrom: carryFrom === '' ? null : carryFrom });
      }}
    >
      <ErrorSummary key={problem} problems={problem === null ? [] : [{ text: problem }]} />
      <SelectField
        label="Published version"
        hint={
          chosen === undefined
            ? undefined
            : `${frameworkStatusNames[chosen.status]}. ${chosen.source} ${chosen.note}`
        }
        value={base}
        options={publishedFrameworks.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={setBase}
      />
      {own.length === 0 ? null : (
        <SelectField
          label="Carry evidence over from"
          value={carryFrom}
          options={[{ value: '', label: 'Nothing' }, ...own]}
          onChange={setCarryFrom}
        />
      )}
      {carryFrom === '' ? null : <LeftBehind shown={shown} from={carryFrom} base={base} />}
      <Actions>
        <Button type="submit" kind={primary ? 'primary' : 'secondary'} busy={isPending} busyText="Beginning…">
          Begin our version
        </Button>
      </Actions>
    </form>
  );
}

type LeftBehindProps = { readonly shown: ShownEvidence; readonly from: string; readonly base: string };

/** What has no place in the new version, before it is begun. */
function LeftBehind({ shown, from, base }: LeftBehindProps): ReactElement {
  const old = statementsOf(shown, from);
  const questions = publishedFrameworks.find(({ key }) => key === base)?.statements ?? [];
  const left = notCarried(old, carryOver(old, questions.map(startOf)).statements);
  if (left.length === 0) return <p>All of its evidence is carried over.</p>;
  return (
    <>
      <p>Has no place in the new version, and stays where it is:</p>
      <ul>
        {left.map(({ code, what, text }) => (
          <li key={`${code} ${what} ${text}`}>
            {code}, {what}: {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Changes name, status, source and note of a framework. */
export function EditFramework({ framework }: { readonly framework: HeldFramework }): ReactElement {
  const [draft, setDraft] = useState(framework);
  const [problem, setProblem] = useState<string | null>(null);
  const after = useAfterEvidence();
  const { mutate, isPending } = useMutation(
    trpc.evidence.saveFramework.mutationOptions({
      onSuccess: (saved) => after({ text: 'Framework saved.', undo: { entity: 'framework', ...saved } }),
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { name, status, source, note } = draft;
    const whole = name.trim() !== '' && source.trim() !== '';
    setProblem(whole ? null : 'Type a name and a source.');
    if (whole)
      mutate({
        known: { id: framework.id, version: framework.version },
        framework: { name, status, source, note },
      });
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary key={problem} problems={problem === null ? [] : [{ text: problem }]} />
      <TextField label="Name" value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />
      <SelectField
        label="Status"
        value={draft.status}
        options={frameworkStatuses.map((value) => ({ value, label: frameworkStatusNames[value] }))}
        onChange={(status) => setDraft({ ...draft, status })}
      />
      <TextArea
        label="Source of the wording"
        value={draft.source}
        onChange={(source) => setDraft({ ...draft, source })}
      />
      <TextArea label="Note" value={draft.note} onChange={(note) => setDraft({ ...draft, note })} />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save the framework
        </Button>
      </Actions>
    </form>
  );
}
