import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ImportScope } from '../../shared/imports/batch.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { profiles } from '../../shared/imports/profile.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DateField } from '../components/DateField.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { FieldFrame } from '../components/FieldFrame.tsx';
import { ChoiceField, SelectField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { kindNames } from './import-words.ts';
import { uploadFile } from './upload-file.ts';

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
} as const;

/** Choose a file, say what it is and which day it describes. Nothing is stored before the preview is applied. */
export function UploadForm({ kind, previewOpen, onUploaded }: UploadFormProps): ReactElement {
  const { today } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [scope, setScope] = useState<ImportScope>(scopes[kind][0].value);
  const [dataDate, setDataDate] = useState(today);
  const [profile, setProfile] = useState('');
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
  const layouts = [
    { value: '', label: 'As our template' },
    ...profiles.filter((one) => one.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(file === null ? 'Choose a file first' : null);
    if (file !== null) mutate({ file, kind, scope, dataDate, profile, key: crypto.randomUUID() });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : (
        <ErrorSummary key={problem} problems={[{ text: problem, fieldId: 'import-file' }]} />
      )}
      <FieldFrame
        id="import-file"
        label={`${kindNames[kind]}, CSV`}
        hint="Up to 20 MB and 50,000 rows, saved as CSV UTF-8"
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </FieldFrame>
      <ChoiceField legend="What the file holds" value={scope} options={scopes[kind]} onChange={setScope} />
      {layouts.length === 1 ? null : (
        <SelectField label="Layout of the file" value={profile} options={layouts} onChange={setProfile} />
      )}
      <DateField label="The day the file describes" value={dataDate} max={today} onChange={setDataDate} />
      <Actions>
        <Button
          type="submit"
          kind={previewOpen ? 'secondary' : 'primary'}
          busy={isPending}
          busyText="Uploading…"
        >
          Upload and preview
        </Button>
      </Actions>
      <p className="pt-meta">Nothing is stored before you have seen the preview and applied it.</p>
    </form>
  );
}
