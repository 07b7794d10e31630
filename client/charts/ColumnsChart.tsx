import type { ReactElement } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Tooltip,
  XAxis,
  YAxis,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts';
import { labelLayer, leftRoom, monthTickOf, quietAxis, TextBlock, underRoom } from './axis.tsx';
import { ChartFrame, type ChartWords } from './ChartFrame.tsx';
import type { ColumnsModel } from './columns.ts';
import { coloursFor, gridLine, ink, metaInk } from './palette.ts';
import { thinTicks } from './ticks.ts';
import { Tip } from './Tip.tsx';

type ColumnsChartProps = {
  readonly words: ChartWords;
  readonly model: ColumnsModel;
  /** A value at the axis: `axisPounds`. */
  readonly axisFormat: (value: number) => string;
};

const height = 280;

/** Columns by week or month, stacked where there is more than one series. */
export function ColumnsChart({ words, model, axisFormat }: ColumnsChartProps): ReactElement {
  const colours = coloursFor(model.series.length);
  return (
    <ChartFrame
      words={words}
      alternative={model.alternative}
      table={model.table}
      keyItems={
        model.series.length === 1
          ? []
          : model.series.map((label, index) => ({ mark: 'fill', colour: colours[index] ?? ink, label }))
      }
      height={height}
    >
      {(width) => <Picture model={model} width={width} axisFormat={axisFormat} />}
    </ChartFrame>
  );
}

type PictureProps = Pick<ColumnsChartProps, 'model' | 'axisFormat'> & { readonly width: number };

function Picture({ model, width, axisFormat }: PictureProps): ReactElement {
  const colours = coloursFor(model.series.length);
  const months = thinTicks(model.months, model.columns.length, width - leftRoom - 8, 48);
  const data = model.columns.map((column, index) => ({ index, values: column.values }));
  return (
    <BarChart
      width={width}
      height={height}
      data={data}
      margin={{ top: model.notes.length === 0 ? 12 : 44, right: 8, bottom: 0, left: 0 }}
      barCategoryGap={model.columns.length > 40 ? '12%' : '24%'}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={gridLine} />
      <XAxis
        {...quietAxis}
        dataKey="index"
        type="category"
        ticks={months.map((tick) => tick.index)}
        tick={monthTickOf(months)}
        height={underRoom}
        axisLine={{ stroke: ink }}
      />
      <YAxis
        {...quietAxis}
        domain={[0, model.ticks[model.ticks.length - 1] ?? 1]}
        ticks={[...model.ticks]}
        tickFormatter={axisFormat}
        width={leftRoom}
      />
      {model.series.map((name, index) => (
        <Bar
          key={name}
          stackId="all"
          name={name}
          dataKey={(row: (typeof data)[number]) => row.values[index] ?? 0}
          fill={colours[index] ?? metaInk}
          stroke="#fff"
          strokeWidth={model.series.length === 1 ? 0 : 1}
          isAnimationActive={false}
        />
      ))}
      <ColumnNotes model={model} />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ payload }) => {
          const row = payload[0]?.payload as (typeof data)[number] | undefined;
          return row === undefined ? null : <ColumnTip model={model} index={row.index} />;
        }}
      />
    </BarChart>
  );
}

function ColumnTip({ model, index }: { readonly model: ColumnsModel; readonly index: number }): ReactElement {
  const column = model.columns[index];
  const lines = model.series.map((name, at) => `${name} ${model.format(column?.values[at] ?? 0)}`);
  return <Tip title={column?.label ?? ''} lines={lines} />;
}

function ColumnNotes({ model }: { readonly model: ColumnsModel }): ReactElement | null {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (plot === undefined || xScale === undefined || yScale === undefined) return null;
  return (
    <ZIndexLayer zIndex={labelLayer}>
      {model.notes.map(({ index, lines }) => {
        const total = (model.columns[index]?.values ?? []).reduce((sum, value) => sum + value, 0);
        const x = xScale(index, { position: 'middle' }) ?? plot.x;
        const anchor = x < plot.x + 60 ? 'start' : x > plot.x + plot.width - 60 ? 'end' : 'middle';
        return (
          <TextBlock
            key={index}
            x={x}
            y={(yScale(total) ?? plot.y) - 10 - (lines.length - 1) * 18}
            anchor={anchor}
            lines={lines}
            bold="first"
          />
        );
      })}
    </ZIndexLayer>
  );
}
