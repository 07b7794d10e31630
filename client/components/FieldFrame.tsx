import { useId, type ReactElement, type ReactNode } from 'react';

/** What every field has. A label is always shown; a hint says the unit or the rule; an error says what to do. */
export type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Id of the input, for an error summary's link; made up when left out. */
  readonly id?: string;
};

/** What the frame gives to the input inside it. */
export type InputWiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type FieldFrameProps = FieldProps & { readonly children: (wiring: InputWiring) => ReactNode };

/** Label, hint, error and input, wired to one another. */
export function FieldFrame({ label, hint, error, id, children }: FieldFrameProps): ReactElement {
  const ownId = useId();
  const inputId = id ?? ownId;
  const described = [
    ...(hint === undefined ? [] : [`${inputId}-hint`]),
    ...(error === undefined ? [] : [`${inputId}-error`]),
  ].join(' ');
  return (
    <div className={error === undefined ? 'pt-field' : 'pt-field pt-field--error'}>
      <label className="pt-field__label" htmlFor={inputId}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className="pt-meta" id={`${inputId}-hint`}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <p className="nhsuk-error-message pt-field__error" id={`${inputId}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </p>
      )}
      {children({
        id: inputId,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  );
}
