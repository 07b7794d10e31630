import { useId, type ReactElement, type ReactNode } from 'react';

type CheckboxFieldProps = {
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** One switch, with what it does beneath it. */
export function CheckboxField({ label, hint, checked, onChange }: CheckboxFieldProps): ReactElement {
  const id = useId();
  return (
    <div className="pt-field pt-choice">
      <label className="pt-choice__option">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <div id={id} className="pt-meta">
        {hint}
      </div>
    </div>
  );
}
