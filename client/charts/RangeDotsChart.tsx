import type { ReactElement } from 'react';
import {
  ComposedChart,
  Scatter,
  XAxis,
  YAxis,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts';
import { chartText, labelLayer, quietAxis, TextBlock, type TickPlace } from './axis.tsx';
import { ChartFrame, type ChartWords } from './ChartFrame.tsx';
import { coloursFor, gridLine, metaInk } from './palette.ts';
import type { RangeDot, RangeDotsModel } from './range-dots.ts';

type RangeDotsChartProps = { readonly words: ChartWords; readonly model: RangeDotsModel };

const rowHeight = 46;
const underHeight = 48;
const labelWidth = 84;

/** A dot and its 80% range for each year and series: shape and colour tell two series apart. */
export function RangeDotsChart({ words, model }: RangeDotsChartProps): ReactElement {
  const colours = coloursFor(model.series.length);
  const height = model.rows.length * rowHeight + underHeight + 8;
  return (
    <ChartFrame
      words={words}
      alternative={model.alternative}
      table={model.table}
      keyItems={model.series.map((label, index) => ({
        mark: index === 0 ? 'dot' : 'square',
        colour: colours[index] ?? metaInk,
        label,
      }))}
      height={height}
    >
      {(width) => <Picture model={model} width={width} height={height} />}
    </ChartFrame>
  );
}

type PictureProps = { readonly model: RangeDotsModel; readonly width: number; readonly height: number };

function Picture({ model, width, height }: PictureProps): ReactElement {
  const { rows, ticks } = model;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...model.dots]}
      margin={{ top: 8, right: 20, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        {...quietAxis}
        type="number"
        dataKey="middle"
        domain={[0, ticks[ticks.length - 1] ?? 1]}
        ticks={[...ticks]}
        height={underHeight}
        label={{ value: model.axisTitle, position: 'insideBottom', ...chartText }}
      />
      <YAxis
        {...quietAxis}
        type="number"
        dataKey="row"
        domain={[-0.5, rows.length - 0.5]}
        ticks={rows.map((_, index) => index)}
        tick={rowLabelOf(model)}
        reversed
        width={labelWidth}
      />
      <Scatter dataKey="row" fill="none" isAnimationActive={false} />
      <Marks model={model} />
    </ComposedChart>
  );
}

function rowLabelOf({ rows }: RangeDotsModel): (place: TickPlace) => ReactElement {
  return function RowLabel({ x, y, payload }) {
    const row = rows[Number(payload.value)];
    if (row === undefined) return <g />;
    const lines = row.note === null ? [row.label] : [row.label, row.note];
    return (
      <TextBlock
        x={Number(x)}
        y={Number(y) + (row.note === null ? 5 : -4)}
        anchor="end"
        lines={lines}
        fill={metaInk}
      />
    );
  };
}

function Marks({ model }: { readonly model: RangeDotsModel }): ReactElement | null {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (plot === undefined || xScale === undefined || yScale === undefined) return null;
  const xOf = (value: number): number => xScale(value) ?? 0;
  const offset = (series: number): number => (model.series.length === 1 ? 0 : series * 16 - 8);
  return (
    <ZIndexLayer zIndex={labelLayer}>
      {model.ticks.map((tick) => (
        <line
          key={tick}
          x1={xOf(tick)}
          x2={xOf(tick)}
          y1={plot.y}
          y2={plot.y + plot.height}
          stroke={gridLine}
        />
      ))}
      {model.dots.map((dot) => (
        <Mark
          key={`${dot.row}-${dot.series}`}
          dot={dot}
          xOf={xOf}
          y={(yScale(dot.row) ?? 0) + offset(dot.series)}
          colour={coloursFor(model.series.length)[dot.series] ?? metaInk}
        />
      ))}
    </ZIndexLayer>
  );
}

type MarkProps = {
  readonly dot: RangeDot;
  readonly xOf: (value: number) => number;
  readonly y: number;
  readonly colour: string;
};

function Mark({ dot, xOf, y, colour }: MarkProps): ReactElement {
  const x = xOf(dot.middle);
  return (
    <g>
      <line x1={xOf(dot.low)} x2={xOf(dot.high)} y1={y} y2={y} stroke={colour} strokeWidth={2.5} />
      {dot.series === 0 ? (
        <circle cx={x} cy={y} r={6} fill={colour} />
      ) : (
        <rect x={x - 5.5} y={y - 5.5} width={11} height={11} fill={colour} />
      )}
    </g>
  );
}
