import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import {
  faultsOfRound,
  rulesOf2024,
  sameRules,
  type BursaryRules,
  type RoundFields,
} from '../../shared/funding/bursary-rules.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { CheckboxGroup } from '../components/CheckboxGroup.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import type { ShownFunding, ShownRound } from './funding-model.ts';
import { useAfterSave } from './use-funding-save.ts';

/** The days and rules of one round; another version of it is another form. */
export function EditRound({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const [chosen, setChosen] = useState('');
  const one = shown.rounds.find(({ academicYear }) => academicYear === chosen);
  const options = [
    { value: '', label: 'Choose a round' },
    ...shown.rounds.map(({ academicYear }) => ({ value: academicYear, label: academicYear })),
  ];
  return (
    <>
      <SelectField label="Round to enter" value={chosen} options={options} onChange={setChosen} />
      {one === undefined ? null : <RoundForm key={`${chosen} ${one.held?.version ?? 0}`} of={one} />}
    </>
  );
}

type Draft = Omit<RoundFields, 'academicYear' | 'copiedFrom'>;

function draftOf({ rules, opensOn, closesOn, offersOn, acceptBy, held, source }: ShownRound): Draft {
  return { rules, opensOn, closesOn, offersOn, acceptBy, source: held === null ? '' : source };
}

/** Rules that are still those of the last known year count as copied from it. */
function roundOf(of: ShownRound, draft: Draft, copied: boolean): RoundFields {
  const same = of.copyFrom !== null && draft.rules !== null && sameRules(draft.rules, of.copyFrom.rules);
  const copiedFrom = copied && same ? (of.copyFrom?.academicYear ?? null) : null;
  return { ...draft, academicYear: of.academicYear, copiedFrom, source: draft.source.trim() };
}

function RoundForm({ of }: { readonly of: ShownRound }): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(of));
  const [copied, setCopied] = useState(of.copiedFrom !== null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.funding.saveRound.mutationOptions({
      onSuccess: ({ changeId }) => afterSave('The round is saved.', changeId),
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const round = roundOf(of, draft, copied);
    const faults = [
      ...(round.source === '' ? ['Say where this is from: the funder’s page and its date.'] : []),
      ...faultsOfRound(round),
    ];
    setProblems(faults);
    if (faults.length === 0) mutate({ known: of.held, round });
  };
  const copy = (from: ShownRound): void => {
    setCopied(true);
    setDraft({
      ...draft,
      rules: from.copyFrom?.rules ?? null,
      source: `Copied from ${from.copyFrom?.academicYear ?? ''} until the funder publishes`,
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <RoundFieldsForm draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button type="submit" busy={isPending} busyText="Saving…">
          Save the round of {of.academicYear}
        </Button>
        {of.copyFrom === null ? null : (
          <Button kind="secondary" onClick={() => copy(of)}>
            Copy the rules of {of.copyFrom.academicYear}
          </Button>
        )}
      </Actions>
    </form>
  );
}

const days = [
  { key: 'opensOn', label: 'Opens on' },
  { key: 'closesOn', label: 'Closes on' },
  { key: 'offersOn', label: 'Offers on' },
  { key: 'acceptBy', label: 'Accept by' },
] as const;

type FieldsProps = { readonly draft: Draft; readonly onChange: (patch: Partial<Draft>) => void };

function RoundFieldsForm({ draft, onChange }: FieldsProps): ReactElement {
  const { rules } = draft;
  return (
    <>
      <div className="pt-funding__fields">
        {days.map(({ key, label }) => (
          <OptionalDate
            key={key}
            label={label}
            value={draft[key] ?? ''}
            onChange={(text) => onChange({ [key]: parsePlainDate(text) })}
          />
        ))}
        <TextField
          label="Where this is from"
          hint="The funder’s page and its date"
          value={draft.source}
          onChange={(source) => onChange({ source })}
        />
        <SelectField
          label="Rules of this round"
          value={rules === null ? 'unknown' : 'known'}
          options={[
            { value: 'unknown', label: 'Not known' },
            { value: 'known', label: 'As ticked below' },
          ]}
          onChange={(known) => onChange({ rules: known === 'known' ? (rules ?? rulesOf2024) : null })}
        />
      </div>
      {rules === null ? null : <RuleBoxes rules={rules} onChange={(next) => onChange({ rules: next })} />}
    </>
  );
}

const boxes = [
  { key: 'regulatedOnly', label: 'Regulated professions only' },
  { key: 'doctorsExcluded', label: 'Doctors and dentists excluded' },
  { key: 'offerNeeded', label: 'A course offer is held' },
  { key: 'mayDefer', label: 'May be deferred' },
  { key: 'passBeforeNext', label: 'Each stage passed before the next' },
  { key: 'paysRetakes', label: 'Pays re-takes' },
] as const;

type BoxesProps = { readonly rules: BursaryRules; readonly onChange: (rules: BursaryRules) => void };

function RuleBoxes({ rules, onChange }: BoxesProps): ReactElement {
  return (
    <>
      <CheckboxGroup
        legend="What the round says"
        hint="Ticked: the round has this rule"
        options={boxes.map(({ label }) => label)}
        chosen={boxes.filter(({ key }) => rules[key]).map(({ label }) => label)}
        onChange={(chosen) =>
          onChange({
            ...rules,
            ...Object.fromEntries(boxes.map(({ key, label }) => [key, chosen.includes(label)])),
          })
        }
      />
      <SelectField
        label="Stages it pays"
        value={String(rules.mostStages)}
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
        onChange={(value) => onChange({ ...rules, mostStages: Number(value) })}
      />
    </>
  );
}
