import type { ReactElement } from 'react';
import { moduleKindNames } from '../../shared/programmes/own-course.ts';
import { foundModulesOn } from '../../shared/programmes/stage-facts.ts';
import { useParameters } from '../app/parameters.ts';
import { useSession } from '../app/session.ts';
import { DataTable } from '../components/DataTable.tsx';
import { hours } from '../format/hours.ts';
import type { ShownCatalogue } from './catalogue-model.ts';
import { OwnRows } from './OwnRows.tsx';
import type { Course } from './row-draft.ts';

type ModuleRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly credits: number | null;
  readonly minutes: number | null;
  readonly weeks: string | null;
  readonly handIns: string | null;
  readonly source: string;
};

function weeksInWords(first: number | null, last: number | null): string | null {
  if (first === null) return last === null ? null : `to ${last}`;
  return last === null || last === first ? String(first) : `${first} to ${last}`;
}

/** Modules of one course: the one that was found, and those the trust entered. Nothing is made up. */
export function CourseModules(props: {
  readonly shown: ShownCatalogue;
  readonly course: Course;
}): ReactElement {
  const { shown, course } = props;
  const { today } = useSession();
  const set = useParameters();
  const own = shown.modules.filter(
    (row) => row.university === course.university && row.stage === course.stage,
  );
  const found = course.stage === 'pgcert' ? foundModulesOn(today, set) : [];
  const rows: readonly ModuleRow[] = [
    ...found
      .filter(({ university }) => university === course.university)
      .map(({ code, name, credits, note, source }) => ({
        ...{ id: code, name: `${name} (${code})`, kind: moduleKindNames.online, credits },
        ...{ minutes: null, weeks: null, handIns: null, source: `${note}. ${source}` },
      })),
    ...own.map((row) => ({
      ...{ id: row.id, name: row.name, kind: moduleKindNames[row.kind], credits: row.credits },
      ...{ minutes: row.minutes, weeks: weeksInWords(row.firstWeek, row.lastWeek) },
      ...{ handIns: row.handInWeeks.join(', ') || null, source: row.source },
    })),
  ];
  return (
    <>
      <h3>Modules</h3>
      <DataTable
        caption="Modules of this course"
        note="Weeks are counted from the first week of the course"
        rows={rows}
        rowKey={({ id }) => id}
        csvName="course-modules.csv"
        empty="No list of modules was found: not known, enter yours."
        columns={[
          { key: 'name', label: 'Module', value: ({ name }) => name },
          { key: 'kind', label: 'Kind', value: ({ kind }) => kind },
          { key: 'credits', label: 'Credits', numeric: true, value: ({ credits }) => credits },
          {
            key: 'hours',
            label: 'Hours',
            numeric: true,
            value: ({ minutes }) => (minutes === null ? null : minutes / 60),
            cell: ({ minutes }) => (minutes === null ? '–' : hours(minutes)),
          },
          { key: 'weeks', label: 'Weeks', value: ({ weeks }) => weeks },
          { key: 'handIns', label: 'Hand-in weeks', value: ({ handIns }) => handIns },
          { key: 'source', label: 'Source', value: ({ source }) => source },
        ]}
      />
      <OwnRows
        kind="programme-module"
        what="a module of this course"
        course={course}
        rows={own}
        nameOf={(row) => ('name' in row ? row.name : row.id)}
      />
    </>
  );
}
