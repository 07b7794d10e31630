import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { draftOf, type AgreementDraft } from './agreement-draft.ts';
import { SignatureFields } from './SignatureFields.tsx';
import { TermsFields } from './TermsFields.tsx';
import type { ShownLearner } from './learner-words.ts';
import { useSaved } from './use-saving.ts';

/** Changes the agreement as a whole; refused when somebody else changed the learner meanwhile. */
export function AgreementForm({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const [draft, setDraft] = useState<AgreementDraft>(() => draftOf(shown));
  const saved = useSaved();
  const save = useMutation(
    trpc.learners.agree.mutationOptions({ onSuccess: () => saved('The agreement was saved.') }),
  );
  const { id: learnerId, version } = shown.learner;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          learnerId,
          version,
          terms: { ...draft.terms, releaseDays: daysToSend(draft) },
          agreement: draft.agreement,
        });
      }}
    >
      {save.error === null ? null : <ErrorSummary problems={[{ text: errorText(save.error).text }]} />}
      <TermsFields terms={draft.terms} set={(terms) => setDraft({ ...draft, terms })} />
      <SignatureFields
        agreement={draft.agreement}
        set={(change) => setDraft({ ...draft, agreement: { ...draft.agreement, ...change } })}
      />
      <Button type="submit" kind="secondary" busy={save.isPending}>
        Save the agreement
      </Button>
    </form>
  );
}

function daysToSend({ terms }: AgreementDraft) {
  return terms.releaseDays === null ? null : [...terms.releaseDays];
}
