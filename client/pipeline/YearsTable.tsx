import type { ReactElement } from 'react';
import type { ProjectionYear, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { useNarrow } from '../components/use-width.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { Middle, ReadyAhead } from './Middle.tsx';
import { narrowColumns } from './narrow-columns.tsx';
import type { NamedToday } from './pipeline-model.ts';
import {
  partYearNote,
  partYearsInWords,
  readyAhead,
  readyAheadNote,
  readyIsNotKnown,
  yearsCsv,
  yearsRows,
  type YearsRow,
} from './years-table.ts';

type YearsTableProps = { readonly named: NamedToday; readonly years: ProjectionYears };

/** The three counts by year, middle with the 80% range beneath; at 390 a row a year. */
export function YearsTable({ named, years }: YearsTableProps): ReactElement {
  const narrow = useNarrow();
  const shared = {
    caption: `Qualified, ready and named, by ${years.basis} year`,
    note: 'Middle forecast with the 80% range beneath; where at most one is likely, the chance of at least one in brackets. Gains and losses are in the year; “in post” is on its last day.',
    foot: `Middles do not add up across years. ${partYearsInWords(years)}`,
    csvName: `investigators-by-${years.basis}-year.csv`,
    csv: yearsCsv(years, named),
  };
  if (narrow) {
    return (
      <DataTable
        {...shared}
        rows={years.years}
        rowKey={({ year }) => year}
        columns={narrowColumns(years, named)}
      />
    );
  }
  return (
    <DataTable
      {...shared}
      rows={yearsRows}
      rowKey={({ key }) => key}
      rowKind={(row) =>
        row.kind === 'measure' ? row.measure.kind : row.kind === 'group' ? 'group' : 'plain'
      }
      columns={[
        { key: 'count', label: 'Count', value: labelOf, cell: rowHeader },
        {
          key: 'today',
          label: 'Today',
          note: longDate(named.dataCut),
          numeric: true,
          value: () => null,
          cell: today,
        },
        ...years.years.map((year) => yearColumn(year, years, named)),
      ]}
    />
  );

  function rowHeader(row: YearsRow): ReactElement | string {
    if (row.kind !== 'ready') return labelOf(row);
    return (
      <>
        {row.label}
        <span className="pt-meta pt-table__note">
          {named.readyNow === null ? readyIsNotKnown : readyAheadNote}
        </span>
      </>
    );
  }

  function readyToday(): ReactElement | string {
    return named.readyNow === null ? <NotKnown /> : formatNumber(named.readyNow);
  }

  function today(row: YearsRow): ReactElement | string {
    if (row.kind !== 'measure') return row.kind === 'ready' ? readyToday() : '';
    const count = row.measure.today(years, named);
    return count === null ? '–' : formatNumber(count);
  }
}

function labelOf(row: YearsRow): string {
  return row.kind === 'measure' ? row.measure.label : row.label;
}

function yearColumn(year: ProjectionYear, years: ProjectionYears, named: NamedToday): DataColumn<YearsRow> {
  const note = partYearNote(year);
  return {
    key: year.year,
    label: year.year,
    ...(note === undefined ? {} : { note }),
    numeric: true,
    value: (row) => (row.kind === 'measure' ? row.measure.of(year).p50 : null),
    cell: (row) => {
      if (row.kind === 'measure') return <Middle measure={row.measure} year={year} />;
      return row.kind === 'ready' ? <ReadyAhead range={readyAhead(year, years, named)} /> : '';
    },
  };
}
