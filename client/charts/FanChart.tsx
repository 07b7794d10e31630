import type { ReactElement } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts';
import { dateOfDayNumber } from '../../shared/calendar/plain-date.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { about, eightyRange, rangeText } from '../format/ranges.ts';
import { chartText, labelLayer, quietAxis, TextBlock, underRoom } from './axis.tsx';
import { ChartFrame, type ChartWords } from './ChartFrame.tsx';
import type { KeyItem } from './chart-table.ts';
import type { FanModel, FanPoint } from './fan.ts';
import {
  bandEdge,
  bandFill,
  gridLine,
  ink,
  metaInk,
  orangeText,
  outerFill,
  seriesColours,
} from './palette.ts';
import { Tip } from './Tip.tsx';

type FanChartProps = {
  readonly words: ChartWords;
  readonly model: FanModel;
  /** Under the axis: "31 March each year". */
  readonly axisTitle: string;
};

const [middleColour, targetColour] = seriesColours.two;
const height = 320;
const leftWidth = 40;
const roomForLabels = 560;

/** A stock that happened and its forecast: middle line in an 80% band. */
export function FanChart({ words, model, axisTitle }: FanChartProps): ReactElement {
  const keyItems: readonly KeyItem[] = [
    ...(model.points.some((point) => point.history !== null)
      ? [{ mark: 'dot', colour: ink, label: 'What happened' } as const]
      : []),
    { mark: 'line', colour: middleColour, label: 'Middle forecast' },
    { mark: 'fill', colour: bandFill, label: '80% range' },
    ...(hasOuter(model) ? [{ mark: 'fill', colour: outerFill, label: '90% range' } as const] : []),
    ...(model.target === null ? [] : [{ mark: 'diamond', colour: targetColour, label: 'Target' } as const]),
  ];
  return (
    <ChartFrame
      words={words}
      alternative={model.alternative}
      table={model.table}
      keyItems={keyItems}
      height={height}
    >
      {(width) => <Picture model={model} width={width} axisTitle={axisTitle} />}
    </ChartFrame>
  );
}

function hasOuter({ points }: FanModel): boolean {
  return points.some(({ history, outer }) => history === null && outer !== null);
}

type PictureProps = { readonly model: FanModel; readonly width: number; readonly axisTitle: string };

function Picture({ model, width, axisTitle }: PictureProps): ReactElement {
  const labelled = width >= roomForLabels;
  const last = model.points[model.points.length - 1];
  const first = model.points[0];
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...model.points]}
      margin={{ top: 28, right: labelled ? 150 : 20, bottom: 4, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={gridLine} />
      <XAxis
        {...quietAxis}
        dataKey="x"
        type="number"
        domain={[first?.x ?? 0, last?.x ?? 1]}
        ticks={everyOther(model, width).map((tick) => tick.x)}
        tickFormatter={(x: number) => model.xTicks.find((tick) => tick.x === x)?.label ?? ''}
        height={underRoom}
        axisLine={{ stroke: ink }}
        padding={{ left: 12, right: 0 }}
        label={{ value: axisTitle, position: 'insideBottom', ...chartText }}
      />
      <YAxis
        {...quietAxis}
        domain={[0, model.ticks[model.ticks.length - 1] ?? 1]}
        ticks={[...model.ticks]}
        width={leftWidth}
      />
      {hasOuter(model) ? (
        <Area
          dataKey="outer"
          stroke={bandEdge}
          strokeWidth={1}
          strokeDasharray="3 3"
          fill={outerFill}
          fillOpacity={1}
          activeDot={false}
          isAnimationActive={false}
        />
      ) : null}
      <Area
        dataKey="band"
        stroke={bandEdge}
        strokeWidth={1}
        fill={bandFill}
        fillOpacity={1}
        activeDot={false}
        isAnimationActive={false}
      />
      {model.start === null ? null : (
        <ReferenceLine x={model.start.x} stroke={metaInk} strokeDasharray="2 4" />
      )}
      <Line
        dataKey="middle"
        stroke={middleColour}
        strokeWidth={3}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="history"
        stroke={ink}
        strokeWidth={2}
        dot={{ r: 4, fill: ink }}
        activeDot={false}
        isAnimationActive={false}
      />
      <FanLabels model={model} atEnd={labelled} />
      <Tooltip
        isAnimationActive={false}
        content={({ payload }) => {
          const point = payload[0]?.payload as FanPoint | undefined;
          return point === undefined ? null : (
            <Tip title={longDate(dateOfDayNumber(point.x))} lines={tipLines(point)} />
          );
        }}
      />
    </ComposedChart>
  );
}

/** All ticks where there is room for their labels, else every other one counted from the last. */
function everyOther(model: FanModel, width: number): FanModel['xTicks'] {
  const roomy = width / Math.max(1, model.xTicks.length) >= 52;
  return roomy
    ? model.xTicks
    : model.xTicks.filter((_, index) => (model.xTicks.length - 1 - index) % 2 === 0);
}

function tipLines({ history, middle, band, outer }: FanPoint): readonly string[] {
  if (history !== null) return [`${formatNumber(history)} counted`];
  if (middle === null || band === null) return [];
  const ninety = outer === null ? [] : [`90% range ${rangeText({ low: outer[0], high: outer[1] })}`];
  return [about(middle), eightyRange({ low: band[0], high: band[1] }), ...ninety];
}

function FanLabels({
  model,
  atEnd,
}: {
  readonly model: FanModel;
  readonly atEnd: boolean;
}): ReactElement | null {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (plot === undefined || xScale === undefined || yScale === undefined) return null;
  const end = model.points[model.points.length - 1];
  const { start, target } = model;
  const startX = start === null ? 0 : (xScale(start.x) ?? 0);
  return (
    <ZIndexLayer zIndex={labelLayer}>
      {start === null ? null : (
        <TextBlock x={Math.max(startX, plot.x + 80)} y={plot.y - 10} anchor="middle" lines={[start.label]} />
      )}
      {target === null ? null : (
        <TargetMark
          x={xScale(target.x) ?? 0}
          y={yScale(target.value) ?? 0}
          foot={plot.y + plot.height}
          lines={target.lines}
        />
      )}
      {atEnd && end?.middle !== null && end !== undefined ? (
        <TextBlock
          x={plot.x + plot.width + 10}
          y={(yScale(end.middle) ?? 0) + 5}
          lines={model.endLines}
          fill={middleColour}
          bold="first"
        />
      ) : null}
    </ZIndexLayer>
  );
}

type TargetMarkProps = {
  readonly x: number;
  readonly y: number;
  readonly foot: number;
  readonly lines: readonly string[];
};

function TargetMark({ x, y, foot, lines }: TargetMarkProps): ReactElement {
  return (
    <g>
      <line x1={x} x2={x} y1={y} y2={foot} stroke={targetColour} strokeWidth={2} />
      <path
        d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`}
        fill={targetColour}
        stroke="#fff"
      />
      <TextBlock x={x - 8} y={foot - 30} anchor="end" lines={lines} fill={orangeText} bold="first" />
    </g>
  );
}
