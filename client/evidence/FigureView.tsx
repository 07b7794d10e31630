import type { ReactElement } from 'react';
import type { Figure, FigureTable } from '../../shared/evidence/figure.ts';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import { mayLeave } from '../../shared/evidence/use-label.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';

type FigureTableProps = {
  readonly table: FigureTable;
  /** With a link to its CSV. */
  readonly csv?: boolean;
};

/** The table of a figure as it is printed: every cell is text already. */
export function FigureTableView({ table, csv = false }: FigureTableProps): ReactElement {
  const name = `${table.caption.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.csv`;
  return (
    <DataTable
      caption={table.caption}
      columns={table.columns.map(({ label, numeric }, index) => ({
        key: `${index}`,
        label,
        numeric,
        value: (row: readonly string[]) => row[index] ?? '',
      }))}
      rows={table.rows}
      rowKey={(row) => row.join('|')}
      {...(csv ? { csvName: name } : {})}
    />
  );
}

/** What stands behind a sentence: the table, and what the metric is. What its source keeps inside is not shown. */
export function FigureView({ figure }: { readonly figure: Figure }): ReactElement {
  const { name, definition, numerator, denominator, caveat, page } = metricOf(figure.metric);
  return (
    <Disclosure summary={`What stands behind: ${name}`}>
      <p>{definition}</p>
      <p className="pt-meta">
        Numerator: {numerator}. Denominator: {denominator}. {caveat}
      </p>
      {figure.table === null || !mayLeave(figure.useLabel) ? null : (
        <FigureTableView table={figure.table} csv />
      )}
      {page === null ? null : (
        <p>
          <a href={page}>The page with this number</a>
        </p>
      )}
    </Disclosure>
  );
}
