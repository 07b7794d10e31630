import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { FileHead } from '../../shared/imports/file-head.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { kindNames } from './import-words.ts';
import { firstDraft, mappingOf, nameFieldId, problemsOf } from './mapping-draft.ts';
import { MappingColumn } from './MappingColumn.tsx';
import { useLayoutSaved } from './use-layout-saved.ts';

type Layout = Outputs['imports']['profiles'][number];

type MappingEditorProps = {
  readonly kind: ImportKind;
  readonly head: FileHead;
  /** A layout to start from: one of our own is changed, one that comes with the program is copied. */
  readonly from: Layout | null;
  /** True while a preview waits above: applying it is then the page's first button. */
  readonly previewOpen: boolean;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
};

/** Says which heading of a file is which of our columns, and saves it for the next file with these headings. */
export function MappingEditor(props: MappingEditorProps): ReactElement {
  const { kind, head, from, previewOpen, onSaved, onCancel } = props;
  const { today } = useSession();
  const copied = from?.version === null;
  const [draft, setDraft] = useState(() => {
    const first = firstDraft(kind, head, from);
    return copied ? { ...first, name: `${first.name}, changed` } : first;
  });
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>([]);
  const afterSave = useLayoutSaved();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.imports.saveProfile.mutationOptions({
      onSuccess: async (saved) => {
        await queries.invalidateQueries({ queryKey: trpc.imports.profiles.queryKey() });
        afterSave('Layout saved.', saved);
        onSaved(saved.id);
      },
      onError: (error) => setProblems([{ text: errorText(error).text, fieldId: nameFieldId, column: null }]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const mapping = mappingOf(kind, draft, head, today);
    const found = problemsOf(mapping);
    setProblems(found);
    const known = from === null || from.version === null ? null : { id: from.id, version: from.version };
    if (found.length === 0) mutate({ known, mapping });
  };
  const fields = (required: boolean): ReactElement[] =>
    Object.entries(columnsByKind[kind])
      .filter(([, column]) => column.required === required)
      .map(([key, column]) => (
        <MappingColumn
          key={key}
          id={key}
          column={column}
          head={head}
          draft={draft}
          error={problems.find((problem) => problem.column === key)?.text}
          onChange={setDraft}
        />
      ));
  return (
    <form onSubmit={submit} noValidate className="pt-mapping" aria-label="Which heading is which">
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.map(({ text }) => text).join()} problems={problems} />
      )}
      <h3 className="pt-mapping__title">Which heading is which</h3>
      <p className="pt-meta">
        For each column of the {kindNames[kind].toLowerCase()}, choose the heading it has in this file.
        Headings that are not chosen are not read and not stored.
      </p>
      <h3 className="pt-mapping__part">Required columns</h3>
      <div className="pt-mapping__columns">{fields(true)}</div>
      <h3 className="pt-mapping__part">Optional columns</h3>
      <div className="pt-mapping__columns">{fields(false)}</div>
      <TextField
        id={nameFieldId}
        label="Name of this layout"
        hint="Such as the system it comes from; no names of people"
        error={problems.find(({ fieldId, column }) => fieldId === nameFieldId && column === null)?.text}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <Actions>
        <Button
          type="submit"
          kind={previewOpen ? 'secondary' : 'primary'}
          busy={isPending}
          busyText="Saving…"
        >
          Save this layout
        </Button>
        <LinkButton onClick={onCancel}>Close without saving</LinkButton>
      </Actions>
    </form>
  );
}
