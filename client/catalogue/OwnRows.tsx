import { useState, type ReactElement } from 'react';
import type { KeptRow } from '../../shared/programmes/catalogue-rows.ts';
import { useMay } from '../app/session.ts';
import { Button } from '../components/Button.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { RowForm, type RowDraft } from '../components/RowForm.tsx';
import { draftOfRow, emptyDraft, readRow, type Course, type Unseen } from './row-draft.ts';
import { rowFields, type PageKind } from './row-fields.ts';
import { useCatalogueWrite } from './use-catalogue-write.ts';

type OwnRowsProps = {
  readonly kind: PageKind;
  /** A noun phrase: "weeks of this course". */
  readonly what: string;
  readonly course: Course;
  readonly rows: readonly KeptRow<PageKind>[];
  readonly nameOf: (row: KeptRow<PageKind>) => string;
};

/** Forms for the trust's own rows of one kind: add, change, remove. Shown to those who keep them. */
export function OwnRows(props: OwnRowsProps): ReactElement | null {
  const may = useMay('catalogue.save');
  const [chosen, setChosen] = useState('');
  if (!may) return null;
  const { what, rows, nameOf } = props;
  const row = rows.find(({ id }) => id === chosen);
  return (
    <div className="pt-no-print">
      <Disclosure summary={`Add ${what}`}>
        <OneRow key={rows.length} kind={props.kind} course={props.course} />
      </Disclosure>
      {rows.length === 0 ? null : (
        <Disclosure summary={`Change ${what}`}>
          <SelectField
            label="Which"
            value={chosen}
            options={[
              { value: '', label: 'Choose one' },
              ...rows.map((one) => ({ value: one.id, label: nameOf(one) })),
            ]}
            onChange={setChosen}
          />
          {row === undefined ? null : (
            <OneRow key={`${row.id} ${row.version}`} kind={props.kind} course={props.course} row={row} />
          )}
        </Disclosure>
      )}
    </div>
  );
}

type OneRowProps = Pick<OwnRowsProps, 'kind' | 'course'> & {
  readonly row?: KeptRow<PageKind>;
  /** What the form shows first where there is no row yet; left out, an empty form. */
  readonly first?: RowDraft;
  readonly unseen?: Unseen;
  readonly removeWords?: string;
};

/** The form of one row: adds it, changes it, takes it out. */
export function OneRow(props: OneRowProps): ReactElement {
  const { kind, course, row, first = emptyDraft(kind), unseen, removeWords = 'Remove' } = props;
  const [problems, setProblems] = useState<readonly string[]>([]);
  const { save, remove } = useCatalogueWrite(
    (text) => setProblems([text]),
    () => setProblems([]),
  );
  const known = row === undefined ? null : { id: row.id, version: row.version };
  const submit = (draft: RowDraft): void => {
    const read = readRow(kind, draft, course, unseen);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) save.mutate({ ...read.row, known } as Parameters<typeof save.mutate>[0]);
  };
  return (
    <>
      <RowForm
        fields={rowFields[kind]}
        first={row === undefined ? first : draftOfRow(kind, row)}
        button={row === undefined && props.first === undefined ? 'Add' : 'Save'}
        busy={save.isPending}
        problems={problems}
        onSubmit={submit}
      />
      {known === null ? null : (
        <Actions>
          <Button kind="secondary" busy={remove.isPending} onClick={() => remove.mutate({ kind, known })}>
            {removeWords}
          </Button>
        </Actions>
      )}
    </>
  );
}
