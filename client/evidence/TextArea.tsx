import type { ReactElement } from 'react';
import { FieldFrame, type FieldProps } from '../components/FieldFrame.tsx';

type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
};

/** Some lines of text. */
export function TextArea({ value, placeholder, onChange, ...field }: TextAreaProps): ReactElement {
  return (
    <FieldFrame {...field}>
      {(wiring) => (
        <textarea
          {...wiring}
          className="nhsuk-textarea pt-evidence-area"
          rows={3}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
