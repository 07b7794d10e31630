import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { TextField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { dateAndTime } from '../format/dates.ts';
import type { HeldFramework, ShownEvidence } from './evidence-model.ts';
import { useAfterEvidence } from './use-evidence-write.ts';

type PackRow = ShownEvidence['packs'][number];

const columns: readonly DataColumn<PackRow>[] = [
  {
    key: 'title',
    label: 'Pack',
    value: ({ title }) => title,
    cell: ({ id, title }) => (
      <Link to={paths.evidencePack} params={{ packId: id }}>
        {title}
      </Link>
    ),
  },
  {
    key: 'made',
    label: 'Frozen',
    value: ({ madeAt }) => madeAt,
    cell: ({ madeAt }) => dateAndTime(madeAt),
    oneLine: true,
  },
  { key: 'by', label: 'By', value: ({ madeBy }) => madeBy ?? 'not known' },
  {
    key: 'hash',
    label: 'SHA-256',
    value: ({ sha256 }) => sha256,
    cell: ({ sha256 }) => `${sha256.slice(0, 12)}…`,
  },
];

type PacksProps = { readonly shown: ShownEvidence; readonly framework: HeldFramework };

/** Every pack frozen so far, and freezing the next. */
export function Packs({ shown, framework }: PacksProps): ReactElement {
  const mayFreeze = useMay('evidence.freeze');
  return (
    <>
      <DataTable
        caption="Frozen packs"
        note="The latest first; each opens as it was"
        columns={columns}
        rows={shown.packs}
        rowKey={({ id }) => id}
        empty="No pack has been frozen yet."
      />
      {mayFreeze ? <FreezeForm framework={framework} /> : null}
    </>
  );
}

function FreezeForm({ framework }: { readonly framework: HeldFramework }): ReactElement {
  const [title, setTitle] = useState(framework.name);
  const [problem, setProblem] = useState<string | null>(null);
  const after = useAfterEvidence();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    trpc.evidence.freeze.mutationOptions({
      onSuccess: async ({ id }) => {
        await after({ text: 'Pack frozen.' });
        await navigate({ to: paths.evidencePack, params: { packId: id } });
      },
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(title.trim() === '' ? 'Type a title for the pack.' : null);
    if (title.trim() !== '') mutate({ frameworkId: framework.id, title });
  };
  return (
    <form onSubmit={submit} noValidate className="pt-no-print">
      <ErrorSummary key={problem} problems={problem === null ? [] : [{ text: problem }]} />
      <TextField
        label="Title of the pack"
        hint={`Freezes the questions of ${framework.name} with every figure as it is now`}
        value={title}
        onChange={setTitle}
      />
      <Actions>
        <Button type="submit" busy={isPending} busyText="Freezing, some seconds on a large trust…">
          Freeze a pack
        </Button>
      </Actions>
    </form>
  );
}
