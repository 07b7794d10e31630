import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Study } from '../../shared/research/study.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import { draftOf, emptyDraft, problemsOf, studyOf, type StudyDraft } from './study-draft.ts';
import { StudyFields } from './StudyFields.tsx';
import { useAfterWrite } from './use-research-write.ts';

type StudyFormProps = {
  /** The study as it is shown; left out for a new one. */
  readonly study?: Study;
  readonly onSaved: (studyId: string) => void;
};

/** Adds a study or changes one. What somebody else changed meanwhile is not overwritten. */
export function StudyForm({ study, onSaved }: StudyFormProps): ReactElement {
  const [draft, setDraft] = useState<StudyDraft>(study === undefined ? emptyDraft : draftOf(study));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterWrite = useAfterWrite();
  const { mutate, isPending } = useMutation(
    trpc.research.saveStudy.mutationOptions({
      onSuccess: async ({ id, changeId }) => {
        const addedStudy = study === undefined;
        await afterWrite({ text: addedStudy ? 'Study added.' : 'Study saved.', changeId, addedStudy });
        onSaved(id);
      },
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    const known = study === undefined ? null : { id: study.id, version: study.version };
    if (found.length === 0) mutate({ known, study: studyOf(draft) });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <StudyFields draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" busy={isPending} busyText="Saving…">
          {study === undefined ? 'Add the study' : 'Save the study'}
        </Button>
      </Actions>
    </form>
  );
}
