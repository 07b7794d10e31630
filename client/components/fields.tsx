import { useId, type ReactElement } from 'react';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

export type Option<Value extends string> = { readonly value: Value; readonly label: string };

type SelectFieldProps<Value extends string> = FieldProps & {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
};

/** One of a list. `<SelectField label="Programme" value={stage} options={stages} onChange={setStage} />` */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>): ReactElement {
  const { value, options, onChange, ...field } = props;
  return (
    <FieldFrame {...field}>
      {(wiring) => (
        <select
          {...wiring}
          className="nhsuk-select pt-select"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

type TextFieldProps = FieldProps & {
  readonly value: string;
  /** Texts to choose from; another may be typed. */
  readonly suggestions?: readonly string[];
  readonly onChange: (value: string) => void;
};

/** A line of text. */
export function TextField({ value, suggestions, onChange, ...field }: TextFieldProps): ReactElement {
  const listId = useId();
  return (
    <FieldFrame {...field}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="nhsuk-input"
            autoComplete="off"
            list={suggestions === undefined ? undefined : listId}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {suggestions === undefined ? null : (
            <datalist id={listId}>
              {suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldFrame>
  );
}

type ChoiceFieldProps<Value extends string> = {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
};

/** Two to four choices side by side: "Financial, Academic". */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactElement {
  const { legend, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className="nhsuk-fieldset pt-field pt-choice">
      <legend className="pt-field__label">{legend}</legend>
      <div className="pt-choice__row">
        {options.map((option) => (
          <label key={option.value} className="pt-choice__option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
