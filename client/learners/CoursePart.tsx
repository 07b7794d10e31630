import type { ReactElement } from 'react';
import { addDays } from '../../shared/calendar/plain-date.ts';
import { contactsFor, type NetworkContact } from '../../shared/programmes/network-contact.ts';
import { teachingCalendar } from '../../shared/programmes/teaching-calendar.ts';
import { courses } from '../../shared/programmes/universities.ts';
import type { Outputs } from '../app/trpc.ts';
import { SourceStatus } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { dateList, longDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { listInWords } from '../format/numbers.ts';
import type { ShownLearner } from './learner-words.ts';

export type ShownPerson = Outputs['catalogue']['person'];

/** When the course is taught, what it costs where the trust entered it, and whom to ask. */
export function CoursePart(props: {
  readonly shown: ShownLearner;
  readonly person: ShownPerson;
}): ReactElement {
  const { shown, person } = props;
  const { specialties } = person;
  return (
    <>
      <CourseWeeks shown={shown} />
      <DataTable
        caption="Networks and contacts"
        rows={contactsFor({ university: shown.learner.university, specialties }, person.contacts)}
        rowKey={(row) => ('id' in row ? row.id : row.name)}
        empty="None in the catalogue for this course."
        csvName="networks-and-contacts.csv"
        foot={
          specialties.length === 0
            ? 'Of every specialty, since this person has been on no study with one.'
            : `Of specialties, those of the studies this person has been on: ${listInWords(specialties)}.`
        }
        columns={[
          { key: 'name', label: 'Network or contact', value: ({ name }) => name },
          { key: 'of', label: 'Of', value: ofWhat },
          { key: 'email', label: 'Email', value: ({ email }) => email },
          { key: 'phone', label: 'Telephone', value: ({ phone }) => phone },
          { key: 'note', label: 'Note', value: ({ note }) => note },
        ]}
      />
    </>
  );
}

function CourseWeeks({ shown: { learner } }: { readonly shown: ShownLearner }): ReactElement | null {
  const { university, stage, intakeMonth, own, feePence } = learner;
  if (university === 'none' || stage === 'none') return null;
  const calendar = teachingCalendar(university, stage, intakeMonth, own?.terms);
  const last = addDays(calendar.firstWeek, (calendar.weeks - 1) * 7);
  const { breakWeeks, blockWeeks, status } = calendar;
  const ownFee = own?.feePence ?? null;
  return (
    <p>
      Weeks of {longDate(calendar.firstWeek)} to {longDate(last)}.{' '}
      {breakWeeks.length === 0 ? 'No break.' : `Breaks: ${dateList(breakWeeks)}.`}{' '}
      {blockWeeks.length === 0 ? '' : `Block weeks: ${dateList(blockWeeks)}. `}
      <SourceStatus status={status} />{' '}
      <span className="pt-meta">{calendar.source.replace(/^assumption: /, '')}</span>
      {feePence === null && ownFee !== null ? ` The catalogue’s fee counts: ${pounds(ownFee)}.` : ''}
    </p>
  );
}

function ofWhat({ university, region, specialty }: NetworkContact): string {
  const named = [university === null ? null : courses[university].name, region, specialty];
  return named.filter((one) => one !== null).join(', ') || 'The framework';
}
