import type { ReactElement } from 'react';
import { ink, metaInk } from './palette.ts';
import type { MonthTick } from './ticks.ts';

/** Text in a chart: 14px, upright, in the colour of figures about figures. */
export const chartText = { fontSize: 14, fill: metaInk, fontFamily: 'Arial, sans-serif' } as const;

/** What every axis shares: no line of its own, no animation, every tick that the model names. */
export const quietAxis = { tick: chartText, axisLine: false, tickLine: false, interval: 0 } as const;

/** Room for a standing axis on the left, in pixels. */
export const leftRoom = 56;

/** Layer of labels and marks: above areas, bars and lines of the chart library. */
export const labelLayer = 1_500;

/** Room for months and years under a chart, in pixels. */
export const underRoom = 48;

type TextBlockProps = {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  /** Bold lines; none when left out. */
  readonly bold?: 'first' | 'all';
};

/** Lines of upright text, 18px apart, with a white edge so that a line behind does not cut them. */
export function TextBlock({ x, y, lines, anchor = 'start', fill = ink, bold }: TextBlockProps): ReactElement {
  return (
    <text
      x={x}
      textAnchor={anchor}
      {...chartText}
      fill={fill}
      stroke="#fff"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {lines.map((line, index) => (
        <tspan
          key={line}
          x={x}
          y={y + index * 18}
          fontWeight={bold === 'all' || (bold === 'first' && index === 0) ? 700 : 400}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** What the chart library hands to a tick. */
export type TickPlace = {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: unknown };
};

/** A tick of a time axis: a short line, the month, and the year beneath where it begins. */
export function monthTickOf(ticks: readonly MonthTick[]): (place: TickPlace) => ReactElement {
  return function MonthLabel({ x, y, payload }) {
    const tick = ticks.find((candidate) => candidate.index === payload.value);
    const [left, top] = [Number(x), Number(y)];
    if (tick === undefined) return <g />;
    return (
      <g>
        <line x1={left} x2={left} y1={top - 8} y2={top - 2} stroke={metaInk} />
        <TextBlock
          x={left}
          y={top + 12}
          fill={metaInk}
          lines={tick.year === null ? [tick.label] : [tick.label, tick.year]}
        />
      </g>
    );
  };
}
