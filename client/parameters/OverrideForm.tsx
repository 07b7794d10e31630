import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions } from '../components/Panel.tsx';
import type { AssumptionRow, HeldValue } from './assumptions-model.ts';
import { draftOf, factsOf, newDraft, readDraft, type WantedOverride } from './override-draft.ts';
import { OverrideFields } from './OverrideFields.tsx';
import { useAfterChange } from './use-own-value.ts';
import { changesInWords, type WhatChanges } from './what-changes-table.ts';
import { WhatChangesTable } from './WhatChangesTable.tsx';

type OverrideFormProps = {
  readonly row: AssumptionRow;
  /** One in force, to be corrected; left out for a new one. */
  readonly held?: HeldValue;
  readonly onSaved: () => void;
};

/** What was looked at: saving asks for the very value whose effect was shown. */
type Looked = { readonly override: WantedOverride; readonly changes: WhatChanges };

function usePreview(replaces: string | null, onProblem: (text: string) => void) {
  const queries = useQueryClient();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (override: WantedOverride): Promise<void> => {
    setBusy(true);
    try {
      const asked = { replaces, override: factsOf(override) };
      setLooked({ override, changes: await queries.fetchQuery(trpc.parameters.preview.queryOptions(asked)) });
    } catch (error) {
      onProblem(errorText(error).text);
    } finally {
      setBusy(false);
    }
  };
  return { looked, look, forget: () => setLooked(null), busy };
}

/** An own value: typed in the user's unit, looked at for what it changes, then saved. */
export function OverrideForm({ row, held, onSaved }: OverrideFormProps): ReactElement {
  const { today } = useSession();
  const [draft, setDraft] = useState(held === undefined ? newDraft(row, today) : draftOf(held, row.row));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const preview = usePreview(held?.id ?? null, (text) => setProblems([text]));
  const after = useAfterChange();
  const save = useMutation(
    trpc.parameters.save.mutationOptions({
      onSuccess: async (saved) => {
        onSaved();
        await after('Saved: every answer now rests on this value.', saved);
      },
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDraft(draft, row.row, today);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) void preview.look(read.override);
  };
  const known = held === undefined ? null : { id: held.id, version: held.version };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <OverrideFields
        row={row.row}
        first={rowsOf(publishedParameters, row.code)[0]?.effectiveFrom ?? ''}
        draft={draft}
        onChange={(patch) => {
          setDraft({ ...draft, ...patch });
          preview.forget();
        }}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={preview.busy} busyText="Working it out…">
          See what it changes
        </Button>
      </Actions>
      {preview.looked === null ? null : (
        <div aria-live="polite">
          <p>
            <strong>{changesInWords(preview.looked.changes)}</strong>
          </p>
          <WhatChangesTable changes={preview.looked.changes} />
          <Actions>
            <Button
              busy={save.isPending}
              busyText="Saving…"
              onClick={() => {
                if (preview.looked !== null) save.mutate({ known, override: preview.looked.override });
              }}
            >
              Save our value
            </Button>
          </Actions>
        </div>
      )}
    </form>
  );
}
