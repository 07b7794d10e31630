import { memo, type MouseEvent, type ReactElement } from 'react';
import { subjectNames } from '../../shared/parameters/subjects.ts';
import { typedValue, readingOf } from '../../shared/parameters/value-words.ts';
import { paths } from '../app/paths.ts';
import { SourceStatus, StatusBadge } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { shortDate } from '../format/dates.ts';
import { grouped, type AssumptionRow, type AssumptionsRow } from './assumptions-model.ts';

type AssumptionsTableProps = {
  readonly rows: readonly AssumptionRow[];
  readonly all: number;
  /** Whether only the trust's own values are asked for. */
  readonly own: boolean;
  readonly onOpen: (code: string) => void;
};

const noneFound = 'No parameter matches. Clear a filter, or look for another word.';
const noneOwn =
  'None of the trust’s own values matches. To enter one, clear the filters, open a parameter and choose “Enter our own value”.';

const headings = [
  ...['Code', 'Parameter', 'Subject', 'Value', 'Unit', 'Low', 'High', 'From', 'Was', 'Will be', 'Status'],
  ...['Source', 'Note', 'Own value', 'Owner', 'Review date'],
];

function csvRow({ code, name, subject, row, was, willBe, status, own }: AssumptionRow) {
  const number = (value: number | null | undefined): string | null =>
    value === null || value === undefined ? null : typedValue(row, value);
  const { before, unit } = readingOf(row);
  return [
    ...[code, name, subjectNames[subject], number(row.value), `${before}${unit}`.trim()],
    ...[number(row.low), number(row.high), row.effectiveFrom, was, willBe, status],
    ...[row.source, row.note ?? null, own === null ? null : 'yes', own?.owner ?? null, own?.reviewOn ?? null],
  ];
}

/**
 * Every parameter shown, by subject: value with unit, dates, source, status, owner and review date. Drawn again only
 * when its rows change, so that typing in a filter never waits for it.
 */
export const AssumptionsTable = memo(function AssumptionsTable({
  rows,
  all,
  own,
  onOpen,
}: AssumptionsTableProps) {
  return (
    <div className="pt-parameters">
      <DataTable
        caption="Parameters"
        note={`${rows.length} of ${all}. A value counts from its date until the next one.`}
        rows={grouped(rows)}
        rowKey={({ kind, code }) => `${kind} ${code}`}
        rowKind={({ kind }) => (kind === 'group' ? 'group' : 'plain')}
        columns={columnsOf(onOpen)}
        csvName="assumptions.csv"
        csv={{ headings, rows: rows.map(csvRow) }}
        empty={own ? noneOwn : noneFound}
      />
    </div>
  );
});

function columnsOf(onOpen: (code: string) => void): readonly DataColumn<AssumptionsRow>[] {
  const cell = (print: (row: AssumptionRow) => ReactElement | string | null) => (row: AssumptionsRow) =>
    row.kind === 'group' ? row.name : print(row);
  const column = (
    key: string,
    label: string,
    print: (row: AssumptionRow) => ReactElement | string | null,
  ) => ({
    key,
    label,
    value: () => null,
    cell: cell(print),
  });
  return [
    column('name', 'Parameter', (row) => <NameLink row={row} onOpen={onOpen} />),
    { ...column('value', 'Value', (row) => <strong>{row.value}</strong>), numeric: true },
    column('from', 'From', (row) => shortDate(row.row.effectiveFrom)),
    column('was', 'Was', ({ was }) => was ?? '–'),
    column('next', 'Will be', ({ willBe }) => willBe ?? '–'),
    column('status', 'Status', StatusCell),
    column('source', 'Source', (row) => <span className="pt-meta">{row.row.source}</span>),
    column('owner', 'Owner and review', ({ own }) =>
      own === null ? '–' : `${own.owner}, ${shortDate(own.reviewOn)}`,
    ),
  ];
}

type NameLinkProps = { readonly row: AssumptionRow; readonly onOpen: (code: string) => void };

/** A plain link: hundreds that each followed the address would be drawn again on every key of a filter. */
function NameLink({ row, onOpen }: NameLinkProps): ReactElement {
  const press = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(row.code);
  };
  return (
    <a href={`${paths.assumptions}?code=${row.code}`} onClick={press}>
      {row.name}
    </a>
  );
}

function StatusCell({ status, own }: AssumptionRow): ReactElement {
  return (
    <>
      <SourceStatus status={status} />
      {own === null ? null : (
        <>
          {' '}
          <StatusBadge kind="blended">Our own</StatusBadge>
        </>
      )}
    </>
  );
}
