import { useState, type ReactElement, type ReactNode } from 'react';
import { formatNumber } from '../format/numbers.ts';
import { Pager } from './Pager.tsx';
import { pageOf } from './paging.ts';
import { ScrollBox } from './ScrollBox.tsx';
import { nextSort, sortedBy, type CellValue, type Sort } from './sorting.ts';
import { bookTable, shownFile, type RowKind, type TableFile } from './table-book.ts';
import { TableFiles } from './TableFiles.tsx';

export type DataColumn<Row> = {
  readonly key: string;
  readonly label: string;
  /** Small under the label: "part year, 4 months". */
  readonly note?: string;
  /** Right-aligned, tabular numerals, header and cells. */
  readonly numeric?: boolean;
  /** The bare value: what the CSV holds and what sorting compares. Hours as 2362.5, pounds as 53015, dates as ISO text. */
  readonly value: (row: Row) => CellValue;
  /** As printed; left out, text prints as it is, numbers with commas, and `null` as "–". */
  readonly cell?: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  /** Grey ground, for a column of differences. */
  readonly shaded?: boolean;
  /** Never broken over lines: a date with its time. The table scrolls sideways instead. */
  readonly oneLine?: boolean;
};

type DataTableProps<Row> = {
  /** What is in the table, as a noun phrase; printed bold above it. */
  readonly caption: string;
  /** Under the caption: measure, place, time, unit. */
  readonly note?: ReactNode;
  /** First column is the row's header. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowKind?: (row: Row) => RowKind;
  /** Give both to keep the order in the address; leave both out and the table keeps it. */
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  /** File name of the CSV ("ward-7-weeks.csv"), and of the Excel workbook but for its end; left out, no links. */
  readonly csvName?: string;
  /** What the CSV holds where a cell prints more than one number (a middle with its range); left out, the bare values. */
  readonly csv?: TableFile;
  /** Instead of rows when there are none: why, in a sentence. */
  readonly empty?: string;
  /** Small print under the table, beside the CSV link. */
  readonly foot?: ReactNode;
  /** Zebra, for a big table only. */
  readonly zebra?: boolean;
  /** Rows drawn at a time, for a table that grows long; the CSV holds them all. Left out, all are drawn. */
  readonly pageRows?: number;
};

/** The one table: caption, numbers to the right, sorting where asked, a CSV of bare values, and a scroll box at 390. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, note, columns, rows, csvName, foot, onSort } = props;
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const sorting = columns.find((column) => column.key === sort?.key);
  const shown = sorting === undefined || sort === null ? rows : sortedBy(rows, sorting.value, sort.direction);
  const press = (key: string): void => (onSort ?? setOwnSort)(nextSort(sort, key));
  const [page, setPage] = useState(0);
  const paged = pageOf(shown, props.pageRows ?? Infinity, page);
  return (
    <div className="pt-table-block">
      <ScrollBox label={caption}>
        <table className={props.zebra === true ? 'pt-table pt-table--zebra' : 'pt-table'}>
          <caption>
            {caption}
            {note === undefined ? null : <span className="pt-meta pt-table__note">{note}</span>}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} sort={sort} onPress={() => press(column.key)} />
              ))}
            </tr>
          </thead>
          <Body {...props} rows={paged.rows} />
        </table>
      </ScrollBox>
      {paged.pages > 1 ? <Pager caption={caption} paged={paged} onPage={setPage} /> : null}
      {foot === undefined && csvName === undefined ? null : (
        <p className="pt-meta pt-table__foot">
          {foot}{' '}
          {csvName === undefined ? null : (
            <TableFiles
              caption={caption}
              csvName={csvName}
              file={() => props.csv ?? shownFile(columns, shown)}
              book={() =>
                bookTable({ ...props, rows: shown, note: typeof note === 'string' ? note : undefined })
              }
            />
          )}
        </p>
      )}
    </div>
  );
}

type HeaderCellProps<Row> = {
  readonly column: DataColumn<Row>;
  readonly sort: Sort | null;
  readonly onPress: () => void;
};

function HeaderCell<Row>({ column, sort, onPress }: HeaderCellProps<Row>): ReactElement {
  const direction = sort?.key === column.key ? sort.direction : 'none';
  return (
    <th
      scope="col"
      className={cellClass(column)}
      aria-sort={column.sortable === true ? direction : undefined}
    >
      {column.sortable === true ? (
        <button type="button" className="pt-table__sort" onClick={onPress}>
          {column.label}
        </button>
      ) : (
        column.label
      )}
      {column.note === undefined ? null : <span className="pt-meta pt-table__note">{column.note}</span>}
    </th>
  );
}

type CellLook = { readonly numeric?: boolean; readonly shaded?: boolean; readonly oneLine?: boolean };

function cellClass({ numeric, shaded, oneLine }: CellLook): string | undefined {
  const names = [
    ...(numeric === true ? ['pt-table__number'] : []),
    ...(shaded === true ? ['pt-table__shaded'] : []),
    ...(oneLine === true ? ['pt-table__one-line'] : []),
  ];
  return names.length === 0 ? undefined : names.join(' ');
}

function Body<Row>({ columns, rows, rowKey, rowKind, empty }: DataTableProps<Row>): ReactElement {
  if (rows.length === 0) {
    return (
      <tbody>
        <tr>
          <td colSpan={columns.length}>{empty ?? 'Nothing to show.'}</td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {rows.map((row) => (
        <BodyRow key={rowKey(row)} columns={columns} row={row} kind={rowKind?.(row) ?? 'plain'} />
      ))}
    </tbody>
  );
}

type BodyRowProps<Row> = {
  readonly columns: readonly DataColumn<Row>[];
  readonly row: Row;
  readonly kind: RowKind;
};

function BodyRow<Row>({ columns, row, kind }: BodyRowProps<Row>): ReactElement {
  const [first, ...others] = columns;
  if (first === undefined) return <tr />;
  if (kind === 'group') {
    return (
      <tr className="pt-table__group">
        <th scope="col" colSpan={columns.length}>
          {printed(first, row)}
        </th>
      </tr>
    );
  }
  return (
    <tr className={kind === 'plain' ? undefined : `pt-table__${kind}`}>
      <th scope="row" className={cellClass(first)}>
        {printed(first, row)}
      </th>
      {others.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          {printed(column, row)}
        </td>
      ))}
    </tr>
  );
}

function printed<Row>(column: DataColumn<Row>, row: Row): ReactNode {
  if (column.cell !== undefined) return column.cell(row);
  const value = column.value(row);
  if (value === null) return '–';
  return typeof value === 'number' ? formatNumber(value, 1) : value;
}
