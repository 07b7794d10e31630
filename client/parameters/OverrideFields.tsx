import type { ReactElement } from 'react';
import { overrideStatuses } from '../../shared/parameters/override.ts';
import type { Parameter } from '../../shared/parameters/types.ts';
import { readingOf, valueInWords } from '../../shared/parameters/value-words.ts';
import { statusNames } from '../components/badges.tsx';
import { ChoiceField, SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import type { OverrideDraft } from './override-draft.ts';

type OverrideFieldsProps = {
  readonly row: Parameter;
  /** The first published day, before which a value must be meant. */
  readonly first: string;
  readonly draft: OverrideDraft;
  readonly onChange: (patch: Partial<OverrideDraft>) => void;
};

const statusOptions = overrideStatuses.map((value) => ({ value, label: statusNames[value] }));
const yesNo = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

function unitHint(row: Parameter): string {
  const { before, unit, min, max } = readingOf(row);
  const words = `${before}${unit}`.trim();
  const range = `from ${valueInWords(row, min)} to ${valueInWords(row, max)}`;
  return `${words === '' ? 'A number' : `In ${words}`}, ${range}`;
}

/** Every field of an own value, in the user's unit. */
export function OverrideFields({ row, first, draft, onChange }: OverrideFieldsProps): ReactElement {
  return (
    <div className="pt-parameter__fields">
      <TextField
        label="Our value"
        hint={unitHint(row)}
        value={draft.value}
        onChange={(value) => onChange({ value })}
      />
      <TextField
        label="Low, where a range is known"
        value={draft.low}
        onChange={(low) => onChange({ low })}
      />
      <TextField
        label="High, where a range is known"
        value={draft.high}
        onChange={(high) => onChange({ high })}
      />
      <OptionalDate label="Counts from" value={draft.from} onChange={(from) => onChange({ from })} />
      {draft.from === '' || draft.from >= first ? null : (
        <ChoiceField
          legend="Before the first published value: is that meant?"
          value={draft.beforePublished}
          options={yesNo}
          onChange={(beforePublished) => onChange({ beforePublished })}
        />
      )}
      <SelectField
        label="How it stands"
        value={draft.status}
        options={statusOptions}
        onChange={(status) => onChange({ status })}
      />
      <TextField
        label="Source"
        hint="A document, a ledger, a roster; with its date"
        value={draft.source}
        onChange={(source) => onChange({ source })}
      />
      <TextField
        label="Owner"
        hint="The role that answers for it"
        value={draft.owner}
        onChange={(owner) => onChange({ owner })}
      />
      <OptionalDate
        label="Look at it again on"
        value={draft.reviewOn}
        onChange={(reviewOn) => onChange({ reviewOn })}
      />
      <TextField label="Why" value={draft.note} onChange={(note) => onChange({ note })} />
    </div>
  );
}
