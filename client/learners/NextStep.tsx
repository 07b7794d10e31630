import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { checkMove, type MoveRequest } from '../../shared/learners/check-move.ts';
import {
  moveFacts,
  movesFrom,
  reasonNames,
  stateNames,
  type MoveId,
  type MoveReason,
  type RegisterMove,
} from '../../shared/learners/lifecycle.ts';
import { fundingSources } from '../../shared/programmes/funding-sources.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DateField } from '../components/DateField.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import type { ShownLearner } from './learner-words.ts';
import { OptionalDateField } from './OptionalDateField.tsx';
import { useSaved } from './use-saving.ts';
import { useUndo } from './use-undo.ts';

type FieldsProps = {
  readonly request: MoveRequest;
  readonly shown: ShownLearner;
  readonly set: (change: Partial<Omit<MoveRequest, 'move'>>) => void;
};

/** Only the sources that could pay a fee. */
const payers = fundingSources.filter(({ fees }) => fees !== 'does-not-pay');

function MoveFields({ request, shown, set }: FieldsProps): ReactElement {
  const { today } = useSession();
  const { needs, reasons } = moveFacts(request.move);
  const source = shown.fundingEligibility.find(({ of }) => of === request.fundingSource);
  return (
    <div className="pt-learners__fields">
      <DateField label="On" value={request.on} max={today} onChange={(on) => set({ on })} />
      {needs.includes('reason') ? (
        <SelectField<MoveReason | ''>
          label="Reason"
          value={request.reason ?? ''}
          options={[
            { value: '', label: 'Choose a reason' },
            ...reasons.map((value) => ({ value, label: reasonNames[value] })),
          ]}
          onChange={(reason) => set({ reason: reason === '' ? null : reason })}
        />
      ) : null}
      {needs.includes('expected-return') ? (
        <OptionalDateField
          label="Expected return"
          value={request.expectedReturn}
          onChange={(expectedReturn) => set({ expectedReturn })}
        />
      ) : null}
      {needs.includes('evidence') ? (
        <TextField
          label="What shows it"
          hint="Exam board or award letter with its date; no names"
          value={request.evidence ?? ''}
          onChange={(text) => set({ evidence: text === '' ? null : text })}
        />
      ) : null}
      {needs.includes('funding-source') ? (
        <SelectField
          label="Who pays the fee"
          hint={source === undefined ? undefined : source.why}
          value={request.fundingSource ?? ''}
          options={[
            { value: '', label: 'Choose a source' },
            ...payers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => set({ fundingSource: id === '' ? null : id })}
        />
      ) : null}
    </div>
  );
}

/** The next step of a learner, from the table of the lifecycle: what may follow, what each needs, why not. */
export function NextStep({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const [first] = movesFrom(shown.state);
  if (first === undefined) return <p>Nothing follows “{stateNames[shown.state]}” on the register.</p>;
  return <StepForm key={`${shown.learner.id} ${shown.learner.version}`} shown={shown} first={first} />;
}

type StepFormProps = { readonly shown: ShownLearner; readonly first: RegisterMove };

function StepForm({ shown, first }: StepFormProps): ReactElement {
  const { today } = useSession();
  const nothing = { reason: null, evidence: null, expectedReturn: null, fundingSource: null } as const;
  const [request, setRequest] = useState<MoveRequest & { readonly move: RegisterMove }>({
    move: first,
    on: today,
    ...nothing,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const saved = useSaved();
  const undo = useUndo();
  const { learner, state, hoursKnown } = shown;
  const at = { learnerId: learner.id, version: learner.version };
  const move = useMutation(
    trpc.learners.move.mutationOptions({
      onSuccess: (moved) => saved(`Recorded: ${nameOf(request.move)}.`, () => undo(moved)),
    }),
  );
  const record = (): void => {
    // The server knows whether another stage is under way; everything else is known here and said at once.
    const checked = checkMove({ row: learner, state, hoursKnown, studiesElsewhere: false }, request, today);
    setProblem(checked.ok ? null : checked.error.message);
    if (checked.ok) move.mutate({ ...at, ...request });
  };
  const refused = problem ?? (move.error === null ? null : errorText(move.error).text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      {refused === null ? null : (
        <ErrorSummary title="This step is not possible" problems={[{ text: refused }]} />
      )}
      <SelectField
        label="Step"
        value={request.move}
        options={movesFrom(state).map((value) => ({ value, label: nameOf(value) }))}
        onChange={(value) => {
          setProblem(null);
          setRequest({ move: value, on: request.on, ...nothing });
        }}
      />
      <MoveFields request={request} shown={shown} set={(change) => setRequest({ ...request, ...change })} />
      <Button type="submit" busy={move.isPending}>
        Record this step
      </Button>
    </form>
  );
}

function nameOf(move: MoveId): string {
  return moveFacts(move).name;
}
