import type { ReactElement } from 'react';
import type { ProjectionYear, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import type { DataColumn } from '../components/DataTable.tsx';
import { Middle, ReadyAhead } from './Middle.tsx';
import type { NamedToday } from './pipeline-model.ts';
import { narrowMeasures, readyAhead } from './years-table.ts';

/** The columns at 390, where a row is a year. */
export function narrowColumns(
  years: ProjectionYears,
  named: NamedToday,
): readonly DataColumn<ProjectionYear>[] {
  const ofMeasure = narrowMeasures.map((measure): DataColumn<ProjectionYear> => ({
    key: measure.key,
    label: measure.short,
    numeric: true,
    value: (year) => measure.of(year).p50,
    cell: (year) => <Middle measure={measure} year={year} />,
  }));
  const ready: DataColumn<ProjectionYear> = {
    key: 'ready',
    label: 'Ready',
    numeric: true,
    value: () => null,
    cell: (year) => <ReadyAhead range={readyAhead(year, years, named)} />,
  };
  const yearOf: DataColumn<ProjectionYear> = {
    key: 'year',
    label: 'Year',
    value: ({ year }) => year,
    cell: yearCell,
  };
  return [yearOf, ...ofMeasure, ready];
}

function yearCell(year: ProjectionYear): ReactElement {
  return (
    <>
      {year.year}
      {year.partYear ? <span className="pt-meta pt-table__note">{year.months} months</span> : null}
    </>
  );
}
