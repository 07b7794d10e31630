import { useState, type ReactElement } from 'react';
import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { FieldFrame, type FieldProps } from '../components/FieldFrame.tsx';

type OptionalDateFieldProps = FieldProps & {
  readonly value: PlainDate | null;
  readonly onChange: (value: PlainDate | null) => void;
};

/** A day that may be left out: empty is "not recorded". */
export function OptionalDateField({ value, onChange, ...field }: OptionalDateFieldProps): ReactElement {
  const [draft, setDraft] = useState<string>(value ?? '');
  return (
    <FieldFrame {...field}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          className="nhsuk-input pt-date"
          value={draft}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            onChange(parsePlainDate(event.currentTarget.value));
          }}
        />
      )}
    </FieldFrame>
  );
}
