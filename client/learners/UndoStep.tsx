import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { stateNames } from '../../shared/learners/lifecycle.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { longDate } from '../format/dates.ts';
import type { ShownLearner } from './learner-words.ts';
import { useSaved } from './use-saving.ts';

/** Takes back the last step that was recorded here; nothing where the row has changed since. */
export function UndoStep({ shown }: { readonly shown: ShownLearner }): ReactElement | null {
  const saved = useSaved();
  const undo = useMutation(
    trpc.learners.undo.mutationOptions({ onSuccess: () => saved('The last step was undone.') }),
  );
  const { undoable, learner } = shown;
  if (undoable === null) return null;
  return (
    <div className="pt-learners__undo">
      {undo.error === null ? null : <ErrorSummary problems={[{ text: errorText(undo.error).text }]} />}
      <p>
        Last step: {stateNames[undoable.status]} on {longDate(undoable.on)}
        {undoable.recordedBy === null ? '' : `, recorded by ${undoable.recordedBy}`}.
      </p>
      <Button
        kind="secondary"
        busy={undo.isPending}
        onClick={() => undo.mutate({ learnerId: learner.id, version: learner.version })}
      >
        Undo the last step
      </Button>
    </div>
  );
}
