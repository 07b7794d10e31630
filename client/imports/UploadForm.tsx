import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ImportScope } from '../../shared/imports/batch.ts';
import { canEndAbsent, type ImportKind } from '../../shared/imports/kind.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DateField } from '../components/DateField.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { FieldFrame } from '../components/FieldFrame.tsx';
import { ChoiceField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { kindNames } from './import-words.ts';
import { LayoutChoice } from './LayoutChoice.tsx';
import { MappingEditor } from './MappingEditor.tsx';
import { uploadFile } from './upload-file.ts';
import { newLayout, useFileLayout } from './use-file-layout.ts';
import { useMayImport } from './use-may-import.ts';

type UploadFormProps = {
  readonly kind: ImportKind;
  /** True while a preview waits above: applying it is then the page's first button. */
  readonly previewOpen: boolean;
  /** Called with the id of the import once the server has the file. */
  readonly onUploaded: (batchId: string) => void;
};

const scopes = {
  staff: [
    { value: 'whole-trust', label: 'The whole trust: people not in it are proposed as leavers' },
    { value: 'only-these-people', label: 'Only these people' },
  ],
  teams: [
    { value: 'only-these-people', label: 'Only these teams' },
    { value: 'whole-trust', label: 'All teams: those not in it are proposed to end' },
  ],
  learners: [
    { value: 'only-these-people', label: 'Only these learners' },
    { value: 'whole-trust', label: 'The whole register: rows not in it are proposed to end' },
  ],
  supervisors: [
    { value: 'only-these-people', label: 'Only these supervisors' },
    { value: 'whole-trust', label: 'All supervisors: those not in it are proposed to end' },
  ],
  studies: [{ value: 'only-these-people', label: 'Studies to add and change' }],
  delegation: [
    { value: 'only-these-people', label: 'Only these entries' },
    { value: 'whole-trust', label: 'The whole log: roles held and not in it are proposed to end' },
  ],
  'roster-hours': [{ value: 'only-these-people', label: 'Weeks to add and change' }],
  'bank-shifts': [{ value: 'only-these-people', label: 'Shifts to add and change' }],
  ledger: [{ value: 'only-these-people', label: 'Lines to add and change' }],
} as const;

/** Choose a file, say what it is and which day it describes. Nothing is stored before the preview is applied. */
export function UploadForm({ kind, previewOpen, onUploaded }: UploadFormProps): ReactElement {
  const { today } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [scope, setScope] = useState<ImportScope>(scopes[kind][0].value);
  const [dataDate, setDataDate] = useState(today);
  const layout = useFileLayout(kind);
  const [editing, setEditing] = useState(false);
  const mayEdit = useMayImport(kind);
  const [problem, setProblem] = useState<string | null>(null);
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: uploadFile,
    onSuccess: async (batchId) => {
      await queries.invalidateQueries({ queryKey: trpc.imports.list.queryKey() });
      onUploaded(batchId);
    },
    onError: (error) => setProblem(errorText(error).text),
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setEditing(false);
    layout.look(chosen);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const unsaved = layout.chosen === newLayout;
    const unmapped = 'Say first which heading is which, and save the layout';
    setProblem(file === null ? 'Choose a file first' : unsaved ? unmapped : null);
    if (file === null || unsaved) return;
    mutate({ file, kind, scope, dataDate, profile: layout.chosen, key: crypto.randomUUID() });
  };
  const from = layout.layouts.find(({ id }) => id === layout.chosen) ?? null;
  const { head } = layout;
  const mapping = head !== null && mayEdit && (editing || layout.chosen === newLayout);
  return (
    <>
      <form onSubmit={submit} noValidate>
        {problem === null ? null : (
          <ErrorSummary key={problem} problems={[{ text: problem, fieldId: 'import-file' }]} />
        )}
        <FieldFrame
          id="import-file"
          label={`${kindNames[kind]}, CSV or Excel`}
          hint="CSV UTF-8 up to 20 MB, or an Excel workbook (.xlsx) up to 10 MB; 50,000 rows"
          error={layout.unreadable}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              accept=".csv,text/csv,.xlsx"
              onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </FieldFrame>
        <LayoutChoice layout={layout} mayEdit={mayEdit} onEdit={() => setEditing(true)} />
        {canEndAbsent[kind] ? (
          <ChoiceField
            legend="What the file holds"
            value={scope}
            options={scopes[kind]}
            onChange={setScope}
          />
        ) : null}
        <DateField label="The day the file describes" value={dataDate} max={today} onChange={setDataDate} />
        <Actions>
          <Button
            type="submit"
            kind={previewOpen || mapping ? 'secondary' : 'primary'}
            busy={isPending}
            busyText="Uploading…"
          >
            Upload and preview
          </Button>
        </Actions>
        <p className="pt-meta">Nothing is stored before you have seen the preview and applied it.</p>
      </form>
      {head === null || !mapping ? null : (
        <MappingEditor
          key={from?.id ?? newLayout}
          kind={kind}
          head={head}
          from={from}
          previewOpen={previewOpen}
          onSaved={(id) => {
            setEditing(false);
            setProblem(null);
            layout.choose(id);
            // The editor goes away with the button that had the focus.
            document.getElementById('import-file')?.focus();
          }}
          onCancel={() => {
            setEditing(false);
            if (layout.chosen === newLayout) layout.choose('');
          }}
        />
      )}
    </>
  );
}
