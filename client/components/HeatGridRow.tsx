import { memo, type ReactElement, type ReactNode } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { formatNumber } from '../format/numbers.ts';
import type { GridPlace } from './heat-grid-keys.ts';
import type { GridSizes } from './heat-grid-sizes.ts';
import { cellInWords, cellText, type HeatCell, type HeatRow } from './heat-grid.ts';

/** A week that is on screen, and where it lies. */
export type VisibleWeek = { readonly index: number; readonly left: number };

type HeatGridRowProps = {
  readonly row: HeatRow;
  readonly index: number;
  readonly top: number;
  readonly sizes: GridSizes;
  readonly mondays: readonly PlainDate[];
  readonly weeks: readonly VisibleWeek[];
  readonly countLabels: readonly string[];
  /** Column of the focusable cell when it is in this row. */
  readonly activeColumn: number | null;
  readonly onActive: (place: GridPlace) => void;
  readonly onOpen: (row: HeatRow, week: number | null) => void;
  readonly renderName: (row: HeatRow) => ReactNode;
};

/** One team: its name and counts, which stay on the left, and the weeks that are on screen. */
export const HeatGridRow = memo(function HeatGridRow(props: HeatGridRowProps): ReactElement {
  const { row, index, top, sizes, mondays, weeks, countLabels, onActive, onOpen } = props;
  const wiring = (column: number) => ({
    'aria-colindex': column + 1,
    tabIndex: props.activeColumn === column ? 0 : -1,
    'data-active': props.activeColumn === column,
    onFocus: () => onActive({ row: index, column }),
  });
  return (
    <div role="row" aria-rowindex={index + 2} className="pt-grid__row" style={{ top, height: sizes.row }}>
      <div role="rowheader" {...wiring(0)} className="pt-grid__name" style={{ width: sizes.name }}>
        {props.renderName(row)}
      </div>
      {countLabels.map((label, at) => (
        <div
          key={label}
          role="gridcell"
          {...wiring(at + 1)}
          className={countClass(row.counts[at] ?? null, at === countLabels.length - 1)}
          style={{ left: sizes.name + at * sizes.count, width: sizes.count }}
        >
          {countText(row.counts[at] ?? null)}
        </div>
      ))}
      {weeks.map(({ index: week, left }) => {
        const [cell, monday] = [row.cells[week], mondays[week]];
        const column = countLabels.length + 1 + week;
        if (cell === undefined || monday === undefined) return null;
        return (
          <WeekCell
            key={week}
            row={row}
            index={index}
            week={week}
            column={column}
            cell={cell}
            monday={monday}
            left={left}
            width={sizes.column}
            active={props.activeColumn === column}
            onActive={onActive}
            onOpen={onOpen}
          />
        );
      })}
    </div>
  );
});

type WeekCellProps = Pick<HeatGridRowProps, 'row' | 'index' | 'onActive' | 'onOpen'> & {
  readonly week: number;
  readonly column: number;
  readonly cell: HeatCell;
  readonly monday: PlainDate;
  readonly left: number;
  readonly width: number;
  readonly active: boolean;
};

/** Kept between renders, so that scrolling draws only the cells that come into sight. */
const WeekCell = memo(function WeekCell(props: WeekCellProps): ReactElement {
  const { row, index, week, column, cell, monday, left, width, active, onActive, onOpen } = props;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      tabIndex={active ? 0 : -1}
      data-active={active}
      onFocus={() => onActive({ row: index, column })}
      aria-label={cellInWords(row.name, monday, cell)}
      className={`pt-cell pt-cell--${cell.kind}`}
      style={{ left, width }}
      onClick={() => onOpen(row, week)}
    >
      {cellText(cell)}
    </div>
  );
});

function countText(count: number | null): string {
  return count === null ? '?' : formatNumber(count);
}

function countClass(count: number | null, isLast: boolean): string {
  return `pt-grid__count${isLast ? ' pt-grid__count--last' : ''}${isLast && (count ?? 0) > 0 ? ' pt-grid__count--short' : ''}`;
}
