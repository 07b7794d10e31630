import type { ReactElement } from 'react';
import {
  Bar,
  BarChart,
  Rectangle,
  XAxis,
  YAxis,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts';
import { labelLayer, quietAxis, TextBlock, type TickPlace } from './axis.tsx';
import type { BarsModel } from './bars.ts';
import { ChartFrame, type ChartWords } from './ChartFrame.tsx';
import { bandEdge, ink, metaInk, seriesColours } from './palette.ts';

type BarsChartProps = { readonly words: ChartWords; readonly model: BarsModel };

const rowHeight = 34;

/** Bars lying down with their value in words at the end; the row the headline is about is darker and bold. */
export function BarsChart({ words, model }: BarsChartProps): ReactElement {
  const height = model.rows.length * rowHeight + 8;
  return (
    <ChartFrame
      words={words}
      alternative={model.alternative}
      table={model.table}
      keyItems={[]}
      height={height}
    >
      {(width) => <Picture model={model} width={width} height={height} />}
    </ChartFrame>
  );
}

type PictureProps = { readonly model: BarsModel; readonly width: number; readonly height: number };

function Picture({ model, width, height }: PictureProps): ReactElement {
  const labelWidth = Math.min(width * 0.4, Math.max(...model.rows.map((row) => row.label.length)) * 7.5 + 16);
  const valueRoom = Math.max(56, Math.max(...model.rows.map((row) => row.text.length)) * 8 + 12);
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={[...model.rows]}
      margin={{ top: 4, right: valueRoom, bottom: 4, left: 0 }}
      barSize={20}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, model.full]} hide />
      <YAxis {...quietAxis} type="category" dataKey="label" width={labelWidth} tick={barLabelOf(model)} />
      <Bar
        dataKey="value"
        isAnimationActive={false}
        shape={({ x, y, width: length, height: thickness, index }) => (
          <Rectangle
            x={x}
            y={y}
            width={length}
            height={thickness}
            fill={model.rows[index]?.emphasised === true ? seriesColours.one[0] : bandEdge}
          />
        )}
      />
      <BarValues model={model} />
    </BarChart>
  );
}

function barLabelOf({ rows }: BarsModel): (place: TickPlace) => ReactElement {
  return function BarLabel({ x, y, payload }) {
    const emphasised = rows.some((row) => row.label === payload.value && row.emphasised);
    return (
      <TextBlock
        x={Number(x)}
        y={Number(y) + 5}
        anchor="end"
        fill={emphasised ? ink : metaInk}
        lines={[String(payload.value)]}
        {...(emphasised ? { bold: 'first' } : {})}
      />
    );
  };
}

function BarValues({ model }: { readonly model: BarsModel }): ReactElement | null {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (plot === undefined || xScale === undefined || yScale === undefined) return null;
  return (
    <ZIndexLayer zIndex={labelLayer}>
      {model.rows.map((row) => (
        <TextBlock
          key={row.label}
          x={(xScale(row.value) ?? plot.x) + 8}
          y={(yScale(row.label, { position: 'middle' }) ?? 0) + 5}
          lines={[row.text]}
          {...(row.emphasised ? { bold: 'first' } : {})}
        />
      ))}
    </ZIndexLayer>
  );
}
