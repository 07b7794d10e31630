import type { ReactElement, ReactNode } from 'react';
import { courses } from '../../shared/programmes/universities.ts';
import { useParameters } from '../app/parameters.ts';
import { StatusBadge } from '../components/badges.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { exactHours, hours } from '../format/hours.ts';
import { minutesEach, statedHours, type StatedHours } from './question.ts';
import type { QuestionFieldsProps } from './question-fields.ts';

/** Release hours a week: typed, or the university's published ones where it has any; otherwise asked for. */
export function HoursField({ search, question, onChange }: QuestionFieldsProps): ReactElement {
  const stated = statedHours(question, useParameters());
  const byDays = question.days.length > 0;
  const missing = question.learners > 0 && minutesEach(question) === null;
  return (
    <NumberField
      label="Release hours a week, each"
      hint={
        byDays
          ? `${exactHours(minutesEach(question) ?? 0)} hours, by the named days below`
          : statedHint(question.university, stated)
      }
      error={missing ? 'Type the hours a week that each would be released' : undefined}
      value={search.hours}
      {...(stated === null ? {} : { placeholder: hours(stated.weeklyMinutes) })}
      min={0}
      max={60}
      step={0.05}
      move={0.5}
      unit="hours"
      buttons={false}
      onChange={(typed) => onChange({ hours: typed })}
      onEmpty={() => onChange({ hours: null })}
    />
  );
}

function statedHint(university: keyof typeof courses, stated: StatedHours | null): ReactNode {
  const { name } = courses[university];
  if (stated === null) return `${name} publishes none: type the hours agreed`;
  return (
    <>
      Left empty: {hours(stated.weeklyMinutes)}, from the about {hours(stated.totalMinutes)} hours that {name}{' '}
      asks for, over {stated.weeks} weeks <StatusBadge kind="state">Published</StatusBadge>
    </>
  );
}
