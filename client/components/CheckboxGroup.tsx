import type { ReactElement } from 'react';

type CheckboxGroupProps = {
  readonly legend: string;
  readonly hint: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Any number of a list, in the order of the list. */
export function CheckboxGroup(props: CheckboxGroupProps): ReactElement {
  const { legend, hint, options, chosen, onChange } = props;
  const toggle = (option: string, on: boolean): void =>
    onChange(options.filter((one) => (one === option ? on : chosen.includes(one))));
  return (
    <fieldset className="nhsuk-fieldset pt-field pt-choice">
      <legend className="pt-field__label">{legend}</legend>
      <div className="pt-meta">{hint}</div>
      <div className="pt-choice__row">
        {options.map((option) => (
          <label key={option} className="pt-choice__option">
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={(event) => toggle(option, event.currentTarget.checked)}
            />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
