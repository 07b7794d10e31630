import { useState, type ReactElement } from 'react';
import { parsePlainDate, weekdayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { dateWithWeekday, longDate } from '../format/dates.ts';
import { mondayOf } from '../../shared/calendar/plain-date.ts';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

type DateFieldProps = FieldProps & {
  readonly value: PlainDate;
  /** Called only with a real day inside the limits. */
  readonly onChange: (value: PlainDate) => void;
  readonly min?: PlainDate;
  readonly max?: PlainDate;
  /** True where a week is meant: another weekday is refused, and the Monday of its week is named. */
  readonly mondayOnly?: boolean;
};

function problemOf(date: PlainDate | null, props: DateFieldProps): string | undefined {
  const { min, max, mondayOnly = false } = props;
  if (date === null) return 'Type a day, month and year';
  if (min !== undefined && date < min) return `Type a day from ${longDate(min)} on`;
  if (max !== undefined && date > max) return `Type a day up to ${longDate(max)}`;
  if (mondayOnly && weekdayOf(date) !== 1)
    return `Type a Monday; the Monday of that week is ${longDate(mondayOf(date))}`;
  return undefined;
}

/**
 * A day, typed or picked, with its weekday in words beneath.
 *
 * `<DateField label="First week" value={start} mondayOnly onChange={setStart} />`
 */
export function DateField(props: DateFieldProps): ReactElement {
  const { label, hint, error, id, value, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? value : parsePlainDate(draft);
  const problem = problemOf(typed, props);
  const change = (text: string): void => {
    setDraft(text);
    const date = parsePlainDate(text);
    if (date !== null && problemOf(date, props) === undefined) onChange(date);
  };
  return (
    <FieldFrame
      label={label}
      hint={hint ?? (typed === null ? undefined : dateWithWeekday(typed))}
      error={error ?? problem}
      {...(id === undefined ? {} : { id })}
    >
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          className="nhsuk-input pt-date"
          value={draft ?? value}
          min={props.min}
          max={props.max}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => {
            if (problem === undefined) setDraft(null);
          }}
        />
      )}
    </FieldFrame>
  );
}
