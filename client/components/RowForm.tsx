import { useState, type FormEvent, type ReactElement } from 'react';
import { Button } from './Button.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { SelectField, TextField, type Option } from './fields.tsx';
import { OptionalDate } from './OptionalDate.tsx';
import { Actions } from './Panel.tsx';
import './row-form.css';

/** A field of a form by its kind; texts as typed, '' where nothing is. */
export type RowField = {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'date' | 'select';
  readonly options?: readonly Option<string>[];
  readonly suggestions?: readonly string[];
};

export type RowDraft = Readonly<Record<string, string>>;

type RowFormProps = {
  readonly fields: readonly RowField[];
  readonly first: RowDraft;
  readonly button: string;
  readonly busy: boolean;
  /** What the server refused, or a rule of the form. */
  readonly problems: readonly string[];
  readonly onSubmit: (draft: RowDraft) => void;
};

/** One row of a list, field by field, with one button. The page reads the texts and says what is wrong. */
export function RowForm({ fields, first, button, busy, problems, onSubmit }: RowFormProps): ReactElement {
  const [draft, setDraft] = useState(first);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(draft);
  };
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <div className="pt-row-form">
        {fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={draft[field.key] ?? ''}
            onChange={(value) => setDraft({ ...draft, [field.key]: value })}
          />
        ))}
      </div>
      <Actions>
        <Button type="submit" kind="secondary" busy={busy} busyText="Saving…">
          {button}
        </Button>
      </Actions>
    </form>
  );
}

type RowFieldProps = {
  readonly field: RowField;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Field({ field, value, onChange }: RowFieldProps): ReactElement {
  const { kind, label, hint, options = [], suggestions } = field;
  const said = hint === undefined ? { label } : { label, hint };
  if (kind === 'date') return <OptionalDate {...said} value={value} onChange={onChange} />;
  if (kind === 'select') return <SelectField {...said} value={value} options={options} onChange={onChange} />;
  return (
    <TextField
      {...said}
      value={value}
      onChange={onChange}
      {...(suggestions === undefined ? {} : { suggestions })}
    />
  );
}
