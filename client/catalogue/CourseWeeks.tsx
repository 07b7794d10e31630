import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Month } from '../../shared/calendar/month.ts';
import { addDays } from '../../shared/calendar/plain-date.ts';
import { teachingCalendar, weeksWithRelease } from '../../shared/programmes/teaching-calendar.ts';
import { useSession } from '../app/session.ts';
import { SourceStatus } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { dateList, longDate, longMonth } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { nextIntake, weeksOfCourse, type CourseWeek, type ShownCatalogue } from './catalogue-model.ts';
import { OwnRows } from './OwnRows.tsx';
import type { Course } from './row-draft.ts';

const route = getRouteApi('/house/catalogue');

type CourseProps = { readonly shown: ShownCatalogue; readonly course: Course };

/** When one course is taught, for an intake: the trust's weeks, else the assumption that stands for all. */
export function CourseWeeks({ shown, course }: CourseProps): ReactElement {
  const { today } = useSession();
  const { university, stage } = course;
  const own = shown.terms.filter((row) => row.university === university && row.stage === stage);
  const months = [...new Set([nextIntake(today), ...own.map(({ intakeMonth }) => intakeMonth)])].sort();
  const { intake: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const setChosen = (month: Month): void =>
    void navigate({ search: (search) => ({ ...search, intake: month }), replace: true, resetScroll: false });
  const intake = months.find((month) => month === chosen) ?? own.at(-1)?.intakeMonth ?? nextIntake(today);
  const calendar = teachingCalendar(university, stage, intake, shown.terms);
  const modules = shown.modules.filter((row) => row.university === university && row.stage === stage);
  const weeks = weeksOfCourse(calendar, modules);
  const taught = weeksWithRelease(calendar).length;
  const last = addDays(calendar.firstWeek, (calendar.weeks - 1) * 7);
  return (
    <>
      <h3>Weeks</h3>
      <p>
        {longMonth(intake)} intake: weeks of {longDate(calendar.firstWeek)} to {longDate(last)},{' '}
        {plural(taught, 'week')} with release.{' '}
        {calendar.breakWeeks.length === 0 ? 'No break.' : `Breaks: ${dateList(calendar.breakWeeks)}.`}{' '}
        {calendar.blockWeeks.length === 0 ? '' : `Block weeks: ${dateList(calendar.blockWeeks)}.`}{' '}
        <SourceStatus status={calendar.status} />{' '}
        <span className="pt-meta">{calendar.source.replace(/^assumption: /, '')}</span>
      </p>
      {months.length < 2 ? null : (
        <SelectField
          label="Intake"
          value={intake}
          options={months.map((value) => ({ value, label: longMonth(value) }))}
          onChange={setChosen}
        />
      )}
      <Disclosure summary={`All ${weeks.length} weeks as a table`}>
        <WeeksTable weeks={weeks} />
      </Disclosure>
      <OwnRows
        kind="programme-terms"
        what="weeks of this course"
        course={course}
        rows={own}
        nameOf={(row) => ('intakeMonth' in row ? longMonth(row.intakeMonth) : row.id)}
      />
    </>
  );
}

function WeeksTable({ weeks }: { readonly weeks: readonly CourseWeek[] }): ReactElement {
  return (
    <DataTable
      caption="Weeks of the course"
      rows={weeks}
      rowKey={({ monday }) => monday}
      csvName="course-weeks.csv"
      columns={[
        {
          key: 'monday',
          label: 'Week of',
          oneLine: true,
          value: ({ monday }) => monday,
          cell: ({ monday }) => longDate(monday),
        },
        { key: 'number', label: 'Week', numeric: true, value: ({ number }) => number },
        { key: 'what', label: 'What', value: ({ what }) => what },
        { key: 'hand-in', label: 'Hand-in', value: ({ handIns }) => (handIns === '' ? null : handIns) },
      ]}
    />
  );
}
