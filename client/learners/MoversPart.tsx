import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { TextField } from '../components/fields.tsx';
import { Actions, Panel } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { textOrNull } from './agreement-draft.ts';
import type { ShownLearner } from './learner-words.ts';
import { decidedInWords, isUndecided } from './mover-words.ts';
import { useSaved } from './use-saving.ts';
import { useUndoChange } from './use-undo-change.ts';

type Mover = ShownLearner['movers'][number];

/** The moves of a learner between teams: those that wait for the new manager first. */
export function MoversPart({ shown }: { readonly shown: ShownLearner }): ReactElement | null {
  if (shown.movers.length === 0) return null;
  return (
    <>
      {shown.movers.map((mover) =>
        isUndecided(mover) ? (
          <MoveToDecide key={`${mover.on} ${mover.toTeam}`} mover={mover} />
        ) : (
          <Decided key={`${mover.on} ${mover.toTeam}`} mover={mover} />
        ),
      )}
    </>
  );
}

function Decided({ mover }: { readonly mover: Mover }): ReactElement {
  return <p>{decidedInWords(mover)}</p>;
}

function MoveToDecide({ mover }: { readonly mover: Mover }): ReactElement {
  const { learnerId, fromTeam, toTeam, from, to, on, decision } = mover;
  const may = useMay('learners.decideMove');
  const [note, setNote] = useState<string | null>(null);
  const saved = useSaved();
  const undo = useUndoChange();
  const decide = useMutation(
    trpc.learners.decideMove.mutationOptions({
      onSuccess: ({ changeId }) => saved('The decision was recorded.', () => undo(changeId)),
    }),
  );
  const send = (answer: 'accepted' | 'declined'): void => {
    const move = { learnerId, fromTeam, toTeam, on, version: decision?.version ?? 0 };
    decide.mutate({ ...move, decision: answer, note });
  };
  return (
    <Panel
      kind="outlined"
      eyebrow="Decision of the new manager"
      title={`Moves from ${from} to ${to} on ${longDate(on)}`}
    >
      <p>
        Release and cover move to {to} from that day; the weeks before stay with {from}. The fee stays where
        it is paid. The new manager has not yet accepted the promise.
      </p>
      {decide.error === null ? null : <ErrorSummary problems={[{ text: errorText(decide.error).text }]} />}
      {may ? (
        <>
          <TextField
            label="Reason"
            hint="Needed to decline; no names"
            value={note ?? ''}
            onChange={(text) => setNote(textOrNull(text))}
          />
          <Actions>
            <Button kind="secondary" busy={decide.isPending} onClick={() => send('accepted')}>
              Accept the promise
            </Button>
            <Button kind="secondary" disabled={note === null} onClick={() => send('declined')}>
              Decline
            </Button>
          </Actions>
        </>
      ) : null}
    </Panel>
  );
}
