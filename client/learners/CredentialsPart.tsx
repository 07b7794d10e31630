import { useState, type ReactElement } from 'react';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { credentialRecord, recordColumns, recordTable } from '../../shared/programmes/credential-export.ts';
import {
  heldKindNames,
  standingNames,
  standingOn,
  type PersonCredential,
  type PersonCredentialFields,
} from '../../shared/programmes/person-credential.ts';
import { useMay, useSession } from '../app/session.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { Actions } from '../components/Panel.tsx';
import { RowForm, type RowDraft } from '../components/RowForm.tsx';
import { longDate } from '../format/dates.ts';
import { downloadCsv, downloadJson } from '../format/download.ts';
import type { ShownPerson } from './CoursePart.tsx';
import { draftOfHeld, emptyHeld, heldFields, readHeld } from './credential-draft.ts';
import { useHeldWrite } from './use-held-write.ts';

const dayOr = (day: PersonCredential['expiresOn'], none: string): string =>
  day === null ? none : longDate(day);

/** Credentials and roles of one person with their expiry, and the record to take along. */
export function CredentialsPart({ person }: { readonly person: ShownPerson }): ReactElement {
  const { today } = useSession();
  const may = useMay('catalogue.save');
  return (
    <>
      <DataTable
        caption="Credentials and roles"
        rows={rowsOf(person)}
        rowKey={({ key }) => key}
        empty="None is recorded."
        csvName="credentials-and-roles.csv"
        foot="Framework awards are from the learner register and roles on studies from the delegation logs: they are corrected there."
        columns={[
          { key: 'name', label: 'Name', value: ({ name }) => name },
          { key: 'kind', label: 'Kind', value: ({ kind }) => heldKindNames[kind] },
          { key: 'issuer', label: 'Given by', value: ({ issuer }) => issuer },
          { key: 'standing', label: 'Today', value: (held) => standingNames[standingOn(held, today)] },
          {
            key: 'awarded',
            label: 'Awarded on',
            value: ({ awardedOn }) => awardedOn,
            cell: ({ awardedOn }) => dayOr(awardedOn, 'Not known'),
          },
          {
            key: 'expires',
            label: 'Expires on',
            value: ({ expiresOn }) => expiresOn,
            cell: ({ expiresOn }) => dayOr(expiresOn, 'No end recorded'),
          },
          { key: 'evidence', label: 'Proof', value: ({ evidence }) => evidence },
          { key: 'kept', label: 'Kept in', value: ({ kept }) => kept },
        ]}
      />
      {person.held.length + person.byRegisters.length === 0 ? null : <TakeAlong person={person} />}
      {may ? <HeldForms person={person} /> : null}
    </>
  );
}

type Row = PersonCredentialFields & { readonly key: string; readonly kept: string };

const registerNames = { learners: 'Learner register', 'delegation-logs': 'Delegation log' } as const;

/** What is recorded by hand, then what the registers say. */
function rowsOf({ held, byRegisters }: ShownPerson): readonly Row[] {
  return [
    ...held.map((row) => ({ ...row, key: row.id, kept: 'Here' })),
    ...byRegisters.map(({ register, ...row }, index) => ({
      ...row,
      ...{ key: `${register} ${index}`, kept: registerNames[register] },
    })),
  ];
}

/** The record for a portfolio of professional development and for the advanced-level directory. */
function TakeAlong({ person }: { readonly person: ShownPerson }): ReactElement {
  const { today } = useSession();
  const record = credentialRecord(person, rowsOf(person), today);
  return (
    <p className="pt-meta pt-no-print">
      Record for a CPD portfolio and the advanced-level directory:{' '}
      <LinkButton
        label="Download CSV: record of credentials"
        onClick={() => downloadCsv('credential-record.csv', csvOut(recordColumns, recordTable(record)))}
      >
        CSV
      </LinkButton>{' '}
      <LinkButton
        label="Download JSON: record of credentials"
        onClick={() => downloadJson('credential-record.json', record)}
      >
        JSON
      </LinkButton>
    </p>
  );
}

function HeldForms({ person }: { readonly person: ShownPerson }): ReactElement {
  const [chosen, setChosen] = useState('');
  const held = person.held.find(({ id }) => id === chosen);
  return (
    <div className="pt-no-print">
      <Disclosure look="boxed" summary="Add a credential or a role">
        <HeldForm key={person.held.length} person={person} />
      </Disclosure>
      {person.held.length === 0 ? null : (
        <Disclosure look="boxed" summary="Change a credential or a role">
          <SelectField
            label="Which"
            value={chosen}
            options={[
              { value: '', label: 'Choose one' },
              ...person.held.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setChosen}
          />
          {held === undefined ? null : (
            <HeldForm key={`${held.id} ${held.version}`} person={person} held={held} />
          )}
        </Disclosure>
      )}
    </div>
  );
}

type HeldFormProps = { readonly person: ShownPerson; readonly held?: PersonCredential };

function HeldForm({ person, held }: HeldFormProps): ReactElement {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const { save, remove } = useHeldWrite((text) => setProblems([text]));
  const fields = heldFields(person.credentials);
  const known = held === undefined ? null : { id: held.id, version: held.version };
  const submit = (draft: RowDraft): void => {
    const read = readHeld(draft, person.personId, fields);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) save.mutate({ kind: 'person-credential', known, fields: read.fields });
  };
  return (
    <>
      <RowForm
        fields={fields}
        first={held === undefined ? emptyHeld : draftOfHeld(held)}
        button={held === undefined ? 'Add to the person' : 'Save the change'}
        busy={save.isPending}
        problems={problems}
        onSubmit={submit}
      />
      {known === null ? null : (
        <Actions>
          <Button
            kind="secondary"
            busy={remove.isPending}
            onClick={() => remove.mutate({ kind: 'person-credential', known })}
          >
            Remove
          </Button>
        </Actions>
      )}
    </>
  );
}
