import type { ReactElement } from 'react';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

type OptionalDateProps = FieldProps & {
  /** 'YYYY-MM-DD', or '' where there is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A day that may be left out. */
export function OptionalDate({ value, onChange, ...field }: OptionalDateProps): ReactElement {
  return (
    <FieldFrame {...field}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          className="nhsuk-input pt-date"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
