import type { ReactElement } from 'react';
import {
  letterNames,
  letters,
  supervisorKindNames,
  supervisorKinds,
  termNames,
  terms,
} from '../../shared/learners/supervisor.ts';
import { SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import type { SupervisorDraft } from './supervisor-draft.ts';
import './supervisors.css';

type SupervisorFieldsProps = {
  readonly draft: SupervisorDraft;
  readonly onChange: (patch: Partial<SupervisorDraft>) => void;
};

const kindOptions = supervisorKinds.map((value) => ({ value, label: supervisorKindNames[value] }));
const letterOptions = [
  { value: '', label: 'None or not known' },
  ...letters.map((value) => ({ value, label: letterNames[value] })),
] as const;

/** Every field of a supervisor; employer and letter only for somebody from outside. */
export function SupervisorFields({ draft, onChange }: SupervisorFieldsProps): ReactElement {
  return (
    <div className="pt-supervisor-fields">
      <TextField
        label="Name of the supervisor"
        hint="Learners whose register says exactly this are linked"
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label="Comes from"
        value={draft.kind}
        options={kindOptions}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'internal' ? null : (
        <>
          <TextField
            label="Employer"
            value={draft.employer}
            onChange={(employer) => onChange({ employer })}
          />
          <SelectField
            label="Contract or letter"
            value={draft.letter}
            options={letterOptions}
            onChange={(letter) => onChange({ letter })}
          />
          <OptionalDate
            label="Contract or letter expires"
            value={draft.letterExpires}
            onChange={(letterExpires) => onChange({ letterExpires })}
          />
        </>
      )}
      <TextField
        label="Slots"
        hint="Learners at one time"
        value={draft.slots}
        onChange={(slots) => onChange({ slots })}
      />
      {terms.map((term) => (
        <TextField
          key={term}
          label={termNames[term]}
          hint="Slots, where they differ"
          value={draft.termSlots[term]}
          onChange={(typed) => onChange({ termSlots: { ...draft.termSlots, [term]: typed } })}
        />
      ))}
      <OptionalDate
        label="First active day"
        value={draft.activeFrom}
        onChange={(activeFrom) => onChange({ activeFrom })}
      />
      <OptionalDate
        label="Last active day"
        value={draft.activeTo}
        onChange={(activeTo) => onChange({ activeTo })}
      />
    </div>
  );
}
