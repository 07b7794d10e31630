import type { ReactElement } from 'react';
import type { Columns } from '../../shared/imports/columns.ts';
import { SelectField } from '../components/fields.tsx';
import { formatNumber } from '../format/numbers.ts';
import type { TextsToSay } from './mapping-draft.ts';

type MappingTextsProps = {
  readonly column: Columns[string];
  readonly say: TextsToSay;
  /** `null` leaves the text as it stands. */
  readonly onChange: (text: string, ours: string | null) => void;
};

const asItStands = 'keep';
const nothing = 'none';

function meaningOf(value: string): string | null {
  if (value === asItStands) return null;
  return value === nothing ? '' : value.slice(1);
}

function valueOf(ours: string | null): string {
  if (ours === null) return asItStands;
  return ours === '' ? nothing : `=${ours}`;
}

/** For a column that takes only a few texts: what each other text of the file means in ours. */
export function MappingTexts({ column, say, onChange }: MappingTextsProps): ReactElement | null {
  const { meanings, readAsTheyStand } = say;
  if (meanings.length === 0 || column.choices === null) return null;
  const options = [
    { value: asItStands, label: 'Not said: leave as it stands' },
    ...(column.required ? [] : [{ value: nothing, label: 'Nothing: leave empty' }]),
    ...column.choices.map((choice) => ({ value: `=${choice}`, label: choice })),
  ];
  return (
    <fieldset className="nhsuk-fieldset pt-mapping__texts">
      <legend className="pt-field__label">What the texts of {column.heading} mean</legend>
      {readAsTheyStand === 0 ? null : (
        <p className="pt-meta">Other texts that need nothing said: {formatNumber(readAsTheyStand)}.</p>
      )}
      {meanings.map(({ text, ours }) => (
        <SelectField
          key={text}
          label={`“${text}” means`}
          value={valueOf(ours)}
          options={options}
          onChange={(value) => onChange(text, meaningOf(value))}
        />
      ))}
    </fieldset>
  );
}
