import { useState, type ReactElement } from 'react';
import { parsePlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { FieldProps } from '../components/FieldFrame.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';

type OptionalDateFieldProps = FieldProps & {
  readonly value: PlainDate | null;
  readonly onChange: (value: PlainDate | null) => void;
};

/** A day that may be left out, as a day: empty, or half typed, is "not recorded". */
export function OptionalDateField({ value, onChange, ...field }: OptionalDateFieldProps): ReactElement {
  const [draft, setDraft] = useState<string>(value ?? '');
  const change = (text: string): void => {
    setDraft(text);
    onChange(parsePlainDate(text));
  };
  return <OptionalDate {...field} value={draft} onChange={change} />;
}
