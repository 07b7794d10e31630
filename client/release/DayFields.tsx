import type { ReactElement } from 'react';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { weekdayName } from '../format/dates.ts';
import { exactHours } from '../format/hours.ts';
import { weekdayKeys } from './question.ts';
import type { QuestionFieldsProps } from './question-fields.ts';

const monday = asPlainDate('2027-09-27');

/** A contracted day and half of one, in minutes: release happens in whole or half days. */
const wholeDay = 450;

type DayFieldsProps = QuestionFieldsProps & { readonly shiftMinutes: number | null };

/** Named weekdays, where they are agreed: whole or half days, or one shift of the team. */
export function DayFields({ search, question, shiftMinutes, onChange }: DayFieldsProps): ReactElement {
  const count = question.days.length;
  return (
    <Disclosure summary={count === 0 ? 'Named days (none)' : `Named days (${count})`}>
      <p className="pt-meta">
        Named days stand above the hours a week. Without them the hours are not a roster.
      </p>
      <div className="pt-release-days">
        {weekdayKeys.map((key, index) => (
          <SelectField
            key={key}
            label={weekdayName(addDays(monday, index))}
            value={String(search[key])}
            options={dayOptions(search[key], shiftMinutes)}
            onChange={(hours) => onChange({ [key]: Number(hours) })}
          />
        ))}
      </div>
    </Disclosure>
  );
}

function dayOptions(typed: number, shiftMinutes: number | null) {
  const minutes = [
    wholeDay / 2,
    wholeDay,
    ...(shiftMinutes === null ? [] : [shiftMinutes]),
    Math.round(typed * 60),
  ];
  const parts = [...new Set(minutes)].filter((part) => part > 0).sort((a, b) => a - b);
  return [
    { value: '0', label: 'None' },
    ...parts.map((part) => ({
      value: String(part / 60),
      label: `${nameOf(part, shiftMinutes)}${exactHours(part)} h`,
    })),
  ];
}

function nameOf(minutes: number, shiftMinutes: number | null): string {
  if (minutes === wholeDay) return 'Whole day, ';
  if (minutes === wholeDay / 2) return 'Half day, ';
  return minutes === shiftMinutes ? 'Shift, ' : '';
}
