import type { ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import { TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';

type Row = Readonly<Record<string, string>>;

type RowFieldsProps<R extends Row> = {
  /** "Decision", "Gap". */
  readonly name: string;
  readonly rows: readonly R[];
  readonly empty: R;
  /** In order; `day` is a date. */
  readonly fields: readonly {
    readonly key: keyof R & string;
    readonly label: string;
    readonly day?: boolean;
  }[];
  readonly onChange: (rows: readonly R[]) => void;
};

/** A list of small rows that can grow: decisions with their minutes, gaps with their actions. */
export function RowFields<R extends Row>(props: RowFieldsProps<R>): ReactElement {
  const { name, rows, empty, fields, onChange } = props;
  const put = (index: number, key: string, value: string): void =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [key]: value } : row)));
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={index} className="nhsuk-fieldset pt-evidence-row">
          <legend className="pt-field__label">
            {name} {index + 1}
          </legend>
          {fields.map(({ key, label, day }) => {
            const field = {
              label: `${label}, ${name.toLowerCase()} ${index + 1}`,
              value: row[key] ?? '',
              onChange: (value: string) => put(index, key, value),
            };
            return day === true ? <OptionalDate key={key} {...field} /> : <TextField key={key} {...field} />;
          })}
          <LinkButton
            label={`Remove ${name.toLowerCase()} ${index + 1}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            Remove
          </LinkButton>
        </fieldset>
      ))}
      {rows.length >= 10 ? null : (
        <p>
          <LinkButton onClick={() => onChange([...rows, empty])}>Add a {name.toLowerCase()}</LinkButton>
        </p>
      )}
    </>
  );
}
