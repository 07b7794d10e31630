import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Readiness } from '../../shared/learners/readiness.ts';
import { routeFacts, routes, type Route } from '../../shared/programmes/routes.ts';
import { errorText } from '../app/error-text.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { SourceStatus } from '../components/badges.tsx';
import { Button } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { longDate } from '../format/dates.ts';
import type { ShownLearner } from './learner-words.ts';
import { OptionalDateField } from './OptionalDateField.tsx';
import { useSaved } from './use-saving.ts';

/** The four conditions of being ready to act, and the form that records them. */
export function ReadinessPart({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const may = useMay('learners.ready');
  const { answer, readiness } = shown.standing;
  const { use } = shown.validity;
  return (
    <>
      <DataTable
        caption="Ready to act"
        note="Each condition as it stands today"
        rows={answer.checks}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', label: 'Condition', value: ({ name }) => name },
          { key: 'met', label: 'Met', value: ({ met }) => (met ? 'Yes' : 'No') },
          {
            key: 'on',
            label: 'Day',
            oneLine: true,
            value: ({ on }) => on,
            cell: ({ on }) => (on === null ? '–' : longDate(on)),
          },
          { key: 'why', label: 'Why', value: ({ why }) => why },
        ]}
        foot={
          <>
            Training counts for {shown.validity.months} months: <SourceStatus status={use.status} />
          </>
        }
      />
      {may ? (
        <Disclosure look="boxed" summary="Record readiness">
          <ReadinessForm key={readiness?.version ?? 0} shown={shown} />
        </Disclosure>
      ) : null}
    </>
  );
}

function ReadinessForm({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const { personId } = shown.learner;
  const [draft, setDraft] = useState<Readiness>(
    shown.standing.readiness ?? {
      personId,
      assessedRoute: null,
      trainingOn: null,
      trainingVersion: null,
      signedOffOn: null,
      timeAgreedOn: null,
      weeklyMinutes: null,
      version: 0,
    },
  );
  const saved = useSaved();
  const record = useMutation(
    trpc.learners.ready.mutationOptions({ onSuccess: () => saved('Readiness recorded.') }),
  );
  const set = (change: Partial<Readiness>): void => setDraft({ ...draft, ...change });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate(draft);
      }}
    >
      {record.error === null ? null : <ErrorSummary problems={[{ text: errorText(record.error).text }]} />}
      <ReadinessFields draft={draft} set={set} />
      <Button type="submit" kind="secondary" busy={record.isPending}>
        Save readiness
      </Button>
    </form>
  );
}

type ReadinessFieldsProps = {
  readonly draft: Readiness;
  readonly set: (change: Partial<Readiness>) => void;
};

function ReadinessFields({ draft, set }: ReadinessFieldsProps): ReactElement {
  return (
    <div className="pt-learners__fields">
      <SelectField<Route | ''>
        label="Assessed by another route"
        value={draft.assessedRoute ?? ''}
        options={[
          { value: '', label: 'No' },
          ...routes
            .filter((route) => route !== 'framework')
            .map((value) => ({ value, label: routeFacts[value].name })),
        ]}
        onChange={(route) => set({ assessedRoute: route === '' ? null : route })}
      />
      <OptionalDateField
        label="Training in good clinical practice on"
        value={draft.trainingOn}
        onChange={(trainingOn) => set({ trainingOn })}
      />
      <TextField
        label="Version of the training"
        hint="For example E6(R3)"
        value={draft.trainingVersion ?? ''}
        onChange={(text) => set({ trainingVersion: text === '' ? null : text })}
      />
      <OptionalDateField
        label="R&D lead signed off on"
        value={draft.signedOffOn}
        onChange={(signedOffOn) => set({ signedOffOn })}
      />
      <OptionalDateField
        label="Manager agreed the time on"
        value={draft.timeAgreedOn}
        onChange={(timeAgreedOn) => set({ timeAgreedOn })}
      />
      <NumberField
        label="Time agreed"
        unit="hours a week"
        value={draft.weeklyMinutes === null ? null : draft.weeklyMinutes / 60}
        min={0}
        max={60}
        step={0.25}
        buttons={false}
        onChange={(value) => set({ weeklyMinutes: Math.round(value * 60) })}
        onEmpty={() => set({ weeklyMinutes: null })}
      />
    </div>
  );
}
