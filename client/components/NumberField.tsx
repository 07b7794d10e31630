import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';
import { numberText, readNumber, stepped } from './number-text.ts';

type NumberFieldProps = FieldProps & {
  /** `null`: nothing is typed and the field is empty. */
  readonly value: number | null;
  /** Called only with a number inside the rule: a half-typed one stays in the field with its error. */
  readonly onChange: (value: number) => void;
  /** Called when the field is emptied, where that means "not typed". Left out, a number is needed. */
  readonly onEmpty?: () => void;
  /** Grey in an empty field: the value that then counts. */
  readonly placeholder?: string;
  readonly min: number;
  readonly max: number;
  /** 1 by default: whole numbers. */
  readonly step?: number;
  /** How far buttons and arrow keys move; a step by default. */
  readonly move?: number;
  /** After the field: "hours", "%". */
  readonly unit?: string;
  /** A slider under the field. Never the only way: the typed field and the buttons stay. */
  readonly slider?: boolean;
  /** − and + buttons; on by default. */
  readonly buttons?: boolean;
};

/**
 * A number typed, stepped with buttons or arrow keys, or slid.
 *
 * `<NumberField label="Nurses" hint="42 WTE in the team" value={14} min={0} max={42} slider onChange={setLearners} />`
 */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { value, onChange, onEmpty, unit, slider = false, buttons = true, step = 1, ...field } = props;
  const rule = { min: props.min, max: props.max, step };
  const [draft, setDraft] = useState<string | null>(null);
  const mayBeEmpty = (text: string): boolean => onEmpty !== undefined && text.trim() === '';
  const read = draft === null || mayBeEmpty(draft) ? null : readNumber(draft, rule);
  const problem = read !== null && !read.ok ? read.problem : undefined;

  const set = (next: number): void => {
    setDraft(null);
    if (next !== value) onChange(next);
  };
  const type = (text: string): void => {
    setDraft(text);
    if (mayBeEmpty(text)) return onEmpty?.();
    const typed = readNumber(text, rule);
    if (typed.ok && typed.value !== value) onChange(typed.value);
  };
  const by = (sign: 1 | -1): void =>
    set(stepped(value ?? rule.min, sign, { ...rule, step: props.move ?? step }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    by(event.key === 'ArrowUp' ? 1 : -1);
  };

  return (
    <FieldFrame label={field.label} hint={field.hint} error={field.error ?? problem} {...idOf(field)}>
      {(wiring) => (
        <>
          <div className="pt-number">
            <input
              {...wiring}
              className="nhsuk-input pt-number__input"
              inputMode={step === 1 ? 'numeric' : 'decimal'}
              autoComplete="off"
              value={draft ?? (value === null ? '' : numberText(value, step))}
              placeholder={props.placeholder}
              onChange={(event) => type(event.currentTarget.value)}
              onBlur={() => {
                if (problem === undefined) setDraft(null);
              }}
              onKeyDown={onKeyDown}
            />
            {unit === undefined ? null : <span className="pt-number__unit">{unit}</span>}
            {buttons ? (
              <>
                <StepButton
                  label={`One less: ${field.label}`}
                  sign="−"
                  disabled={(value ?? rule.min) <= rule.min}
                  onPress={() => by(-1)}
                />
                <StepButton
                  label={`One more: ${field.label}`}
                  sign="+"
                  disabled={(value ?? rule.min) >= rule.max}
                  onPress={() => by(1)}
                />
              </>
            ) : null}
          </div>
          {slider ? (
            <input
              type="range"
              className="pt-number__slider"
              aria-label={`${field.label}, slider`}
              {...rule}
              value={value ?? rule.min}
              onChange={(event) => set(Number(event.currentTarget.value))}
            />
          ) : null}
        </>
      )}
    </FieldFrame>
  );
}

function idOf({ id }: { readonly id?: string }): { readonly id?: string } {
  return id === undefined ? {} : { id };
}

type StepButtonProps = {
  readonly label: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
};

function StepButton({ label, sign, disabled, onPress }: StepButtonProps): ReactElement {
  return (
    <button type="button" className="pt-step" aria-label={label} disabled={disabled} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
