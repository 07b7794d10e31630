import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import {
  learnerDateKinds,
  learnerDateNames,
  type LearnerDate,
  type LearnerDateFields,
} from '../../shared/learners/learner-date.ts';
import { errorText } from '../app/error-text.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { DateField } from '../components/DateField.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { longDate } from '../format/dates.ts';
import { textOrNull } from './agreement-draft.ts';
import type { ShownLearner } from './learner-words.ts';
import { useSaved } from './use-saving.ts';
import { useUndoChange } from './use-undo-change.ts';

/** Saves a day, and offers to take it back. */
function useSaveDate(done: () => void = () => undefined) {
  const saved = useSaved();
  const undo = useUndoChange();
  return useMutation(
    trpc.learners.saveDate.mutationOptions({
      onSuccess: async ({ changeId }) => {
        done();
        await saved('The day was saved.', () => undo(changeId));
      },
    }),
  );
}

/** Days to keep: hand-ins, re-sits, extensions; each marked when it was kept. */
export function DatesPart({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const may = useMay('learners.saveDate');
  const { today } = useSession();
  const save = useSaveDate();
  const keep = ({ id, version, ...date }: LearnerDate): void =>
    save.mutate({ known: { id, version }, date: { ...date, doneOn: today } });
  return (
    <>
      {save.error === null ? null : <ErrorSummary problems={[{ text: errorText(save.error).text }]} />}
      <DataTable
        caption="Hand-in and other days"
        rows={shown.dates}
        rowKey={({ id }) => id}
        empty="No day is typed for this learner."
        columns={[
          { key: 'kind', label: 'Day', value: ({ kind }) => learnerDateNames[kind] },
          {
            key: 'due',
            label: 'By',
            oneLine: true,
            value: ({ dueOn }) => dueOn,
            cell: ({ dueOn }) => longDate(dueOn),
          },
          { key: 'note', label: 'Note', value: ({ note }) => note },
          {
            key: 'done',
            label: 'Kept',
            value: ({ doneOn }) => doneOn,
            cell: (date) =>
              date.doneOn !== null ? (
                longDate(date.doneOn)
              ) : may ? (
                <LinkButton
                  label={`Done: ${learnerDateNames[date.kind]}, ${longDate(date.dueOn)}`}
                  onClick={() => keep(date)}
                >
                  Done
                </LinkButton>
              ) : (
                'Not yet'
              ),
          },
        ]}
      />
      {may ? (
        <Disclosure look="boxed" summary="Add a day">
          <AddDate learnerId={shown.learner.id} />
        </Disclosure>
      ) : null}
    </>
  );
}

function AddDate({ learnerId }: { readonly learnerId: string }): ReactElement {
  const { today } = useSession();
  const empty: LearnerDateFields = { learnerId, kind: 'hand-in', dueOn: today, doneOn: null, note: null };
  const [date, setDate] = useState(empty);
  const save = useSaveDate(() => setDate(empty));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ known: null, date });
      }}
    >
      {save.error === null ? null : <ErrorSummary problems={[{ text: errorText(save.error).text }]} />}
      <div className="pt-learners__fields">
        <SelectField
          label="Kind of day"
          value={date.kind}
          options={learnerDateKinds.map((value) => ({ value, label: learnerDateNames[value] }))}
          onChange={(kind) => setDate({ ...date, kind })}
        />
        <DateField label="Due on" value={date.dueOn} onChange={(dueOn) => setDate({ ...date, dueOn })} />
        <TextField
          label="Note"
          hint="Module or paper; no names"
          value={date.note ?? ''}
          onChange={(text) => setDate({ ...date, note: textOrNull(text) })}
        />
      </div>
      <Button type="submit" kind="secondary" busy={save.isPending}>
        Add the day
      </Button>
    </form>
  );
}
