import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { moved, type GridPlace } from './heat-grid-keys.ts';
import type { HeatGridModel, HeatRow } from './heat-grid.ts';
import { HeatGridHead } from './HeatGridHead.tsx';
import { HeatGridRow, type VisibleWeek } from './HeatGridRow.tsx';
import { gridSizes } from './heat-grid-sizes.ts';

type HeatGridBodyProps = {
  readonly model: HeatGridModel;
  readonly narrow: boolean;
  readonly countLabels: readonly string[];
  readonly active: GridPlace;
  readonly onActive: (place: GridPlace) => void;
  /** A new value moves the focus there. */
  readonly jump: { readonly place: GridPlace } | null;
  readonly startWeek: number;
  readonly toNextShort: () => GridPlace | null;
  readonly helpShown: boolean;
  readonly onHelp: (shown: boolean) => void;
  readonly onOpen: (row: HeatRow, week: number | null) => void;
  readonly renderName: (row: HeatRow) => ReactNode;
};

/** The visible range and the active one: the focused cell stays in the page however far it is scrolled away. */
function withActive(range: Range, index: number): number[] {
  const visible = defaultRangeExtractor(range);
  return index < 0 || index >= range.count || visible.includes(index)
    ? visible
    : [...visible, index].sort((a, b) => a - b);
}

/** The scrolling grid itself: ARIA grid with one focusable cell, virtual both ways. */
export function HeatGridBody(props: HeatGridBodyProps): ReactElement {
  const { model, countLabels, active, onActive, jump, startWeek, onOpen } = props;
  const sizes = gridSizes(props.narrow, countLabels.length, model.pressures.length > 0);
  const weekOffset = 1 + countLabels.length;
  const box = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const activeWeek = active.column - weekOffset;

  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: model.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => sizes.row,
    scrollMargin: sizes.head,
    scrollPaddingStart: sizes.head,
    overscan: 4,
    rangeExtractor: useCallback((range: Range) => withActive(range, active.row), [active.row]),
  });
  const weeks = useVirtualizer<HTMLDivElement, Element>({
    horizontal: true,
    count: model.weeks.length,
    getScrollElement: () => box.current,
    estimateSize: () => sizes.column,
    scrollMargin: sizes.side,
    scrollPaddingStart: sizes.side,
    overscan: 4,
    rangeExtractor: useCallback((range: Range) => withActive(range, activeWeek), [activeWeek]),
  });

  const go = (place: GridPlace): void => {
    wantsFocus.current = true;
    onActive(place);
    rows.scrollToIndex(place.row);
    if (place.column >= weekOffset) weeks.scrollToIndex(place.column - weekOffset);
    else box.current?.scrollTo({ left: 0 });
  };
  const goTo = useEffectEvent(go);

  useEffect(() => {
    if (jump !== null) goTo(jump.place);
  }, [jump]);
  useEffect(() => {
    box.current?.scrollTo({ left: Math.max(0, startWeek - 1) * sizes.column });
  }, [startWeek, sizes.column]);
  useEffect(() => {
    rows.measure();
    weeks.measure();
  }, [rows, weeks, sizes.row, sizes.column]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const place =
      event.key.toLowerCase() === 'n'
        ? props.toNextShort()
        : moved(event.key, event.ctrlKey, active, {
            rows: model.rows.length,
            columns: weekOffset + model.weeks.length,
          });
    const row = model.rows[active.row];
    if (place !== null) go(place);
    else if (event.key === '?') props.onHelp(!props.helpShown);
    else if (event.key === 'Escape' && props.helpShown) props.onHelp(false);
    else if (event.key === 'Enter' && row !== undefined) onOpen(row, activeWeek >= 0 ? activeWeek : null);
    else return;
    event.preventDefault();
  };

  const visibleWeeks: readonly VisibleWeek[] = weeks
    .getVirtualItems()
    .map((item) => ({ index: item.index, left: item.start }));
  const width = sizes.side + model.weeks.length * sizes.column;
  return (
    <div
      ref={box}
      role="grid"
      aria-label={model.caption}
      aria-readonly="true"
      aria-rowcount={model.rows.length + 1}
      aria-colcount={weekOffset + model.weeks.length}
      className="pt-grid"
      onKeyDown={onKeyDown}
    >
      <HeatGridHead
        model={model}
        sizes={sizes}
        countLabels={countLabels}
        weeks={visibleWeeks}
        width={width}
      />
      <div role="rowgroup" className="pt-grid__body" style={{ height: rows.getTotalSize(), width }}>
        {rows.getVirtualItems().map((item) => {
          const row = model.rows[item.index];
          if (row === undefined) return null;
          return (
            <HeatGridRow
              key={row.key}
              row={row}
              index={item.index}
              top={item.start - sizes.head}
              sizes={sizes}
              mondays={model.weeks}
              weeks={visibleWeeks}
              countLabels={countLabels}
              activeColumn={item.index === active.row ? active.column : null}
              onActive={onActive}
              onOpen={onOpen}
              renderName={props.renderName}
            />
          );
        })}
      </div>
    </div>
  );
}
