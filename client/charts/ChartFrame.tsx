import type { ReactElement, ReactNode } from 'react';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { bookOfFile, type TableFile } from '../components/table-book.ts';
import { TableFiles } from '../components/TableFiles.tsx';
import { useWidth } from '../components/use-width.ts';
import type { ChartCell, ChartTable, KeyItem } from './chart-table.ts';

/** The words a page gives to a chart. */
export type ChartWords = {
  /** The finding, about ten words: "With cover, five of 39 weeks fall below the planned minimum". */
  readonly headline: string;
  /** Measure, place, time: "Registered hours a week, Ward 7, 27 September 2027 to 17 July 2028". */
  readonly subtitle: string;
  /** Small print under the chart: how it was worked out, what is not in it. */
  readonly note?: ReactNode;
  /** File name of the CSV: "ward-7-weeks.csv". */
  readonly csvName: string;
};

type ChartFrameProps = {
  readonly words: ChartWords;
  /** One sentence for those who cannot see the picture; from the chart's model. */
  readonly alternative: string;
  readonly table: ChartTable;
  readonly keyItems: readonly KeyItem[];
  /** Heights in pixels from 641px up and at 390. */
  readonly height: number;
  /** Draws at a measured width; called only once the width is known. */
  readonly children: (width: number) => ReactNode;
};

/** Headline, subtitle, key, picture with its text alternative, table on request, CSV. The frame of every chart. */
export function ChartFrame({
  words,
  alternative,
  table,
  keyItems,
  height,
  children,
}: ChartFrameProps): ReactElement {
  const [element, width] = useWidth();
  return (
    <section className="pt-chart">
      <h2>{words.headline}</h2>
      <p className="pt-meta pt-chart__subtitle">{words.subtitle}</p>
      <Key items={keyItems} />
      <div
        ref={element}
        className="pt-chart__picture"
        role="img"
        aria-label={alternative}
        style={{ minHeight: height }}
      >
        {width === 0 ? null : children(width)}
      </div>
      <Disclosure summary="Show as a table">
        <ChartTableView table={table} />
      </Disclosure>
      <p className="pt-meta">
        {words.note}
        {words.note === undefined ? null : ' '}
        <TableFiles
          caption={words.headline}
          csvName={words.csvName}
          file={() => fileOf(table)}
          book={() => ({ ...bookOfFile(table.caption, fileOf(table)), note: words.subtitle })}
        />
      </p>
    </section>
  );
}

function fileOf({ columns, rows }: ChartTable): TableFile {
  return {
    headings: columns.map(({ label }) => label),
    rows: rows.map((row) => row.map(({ value }) => value)),
  };
}

const noCell: ChartCell = { value: null };

function ChartTableView({ table }: { readonly table: ChartTable }): ReactElement {
  return (
    <DataTable
      caption={table.caption}
      rows={table.rows}
      rowKey={(row) => String(row[0]?.value)}
      columns={table.columns.map(({ label, numeric }, index) => ({
        key: label,
        label,
        numeric,
        value: (row: readonly ChartCell[]) => (row[index] ?? noCell).value,
        cell: (row: readonly ChartCell[]) => {
          const { value, text } = row[index] ?? noCell;
          return text ?? value ?? '–';
        },
      }))}
    />
  );
}

function Key({ items }: { readonly items: readonly KeyItem[] }): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <ul className="pt-key">
      {items.map((item) => (
        <li key={item.label}>
          <svg width="28" height="14" aria-hidden="true" focusable="false">
            <KeyMark {...item} />
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}

function KeyMark({ mark, colour }: KeyItem): ReactElement {
  switch (mark) {
    case 'line':
      return <path d="M2 7H26" stroke={colour} strokeWidth={3} />;
    case 'dashed':
      return <path d="M2 7H26" stroke={colour} strokeWidth={2} strokeDasharray="5 3" />;
    case 'fill':
      return <rect x={6} y={1} width={18} height={12} fill={colour} stroke="#aeb7bd" strokeWidth={0.5} />;
    case 'dot':
      return (
        <>
          <path d="M2 7H26" stroke={colour} strokeWidth={2} />
          <circle cx={14} cy={7} r={5} fill={colour} />
        </>
      );
    case 'square':
      return (
        <>
          <path d="M2 7H26" stroke={colour} strokeWidth={2} />
          <rect x={9} y={2} width={10} height={10} fill={colour} />
        </>
      );
    case 'short':
      return <path d="M8 2H20L14 12Z" fill={colour} />;
    case 'diamond':
      return <path d="M14 1L20 7L14 13L8 7Z" fill={colour} />;
  }
}
