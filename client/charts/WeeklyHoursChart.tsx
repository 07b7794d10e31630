import type { ReactElement } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { leftRoom, monthTickOf, quietAxis, underRoom } from './axis.tsx';
import { ChartFrame, type ChartWords } from './ChartFrame.tsx';
import type { KeyItem } from './chart-table.ts';
import { below, belowTint, breakTint, gridLine, ink, seriesColours } from './palette.ts';
import { thinTicks } from './ticks.ts';
import { Tip } from './Tip.tsx';
import { standingInWords, type WeeklyHoursModel, type WeeklyHoursPoint } from './weekly-hours.ts';
import { WeeklyHoursLabels } from './WeeklyHoursLabels.tsx';

type WeeklyHoursChartProps = { readonly words: ChartWords; readonly model: WeeklyHoursModel };

const [withColour, withoutColour] = seriesColours.two;

const height = 330;

/** From this width on, lines are labelled at their right end; below it the key names them. */
const roomForLabels = 640;

const lineKey: readonly KeyItem[] = [
  { mark: 'line', colour: withColour, label: 'With cover' },
  { mark: 'line', colour: withoutColour, label: 'Without cover' },
  { mark: 'dashed', colour: ink, label: 'Planned minimum' },
];

const markKey: readonly KeyItem[] = [
  { mark: 'short', colour: below, label: 'Short because of release' },
  { mark: 'fill', colour: breakTint, label: 'No release that week' },
];

/** A team's registered hours by week, with and without cover, against the planned minimum; short weeks marked and named. */
export function WeeklyHoursChart({ words, model }: WeeklyHoursChartProps): ReactElement {
  const subtitle = [words.subtitle.replace(/\.?$/, '.'), model.axisNote]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <ChartFrame
      words={{ ...words, subtitle }}
      alternative={model.alternative}
      table={model.table}
      keyItems={[...lineKey, ...markKey]}
      height={height}
    >
      {(width) => <Picture model={model} width={width} />}
    </ChartFrame>
  );
}

function Picture({
  model,
  width,
}: {
  readonly model: WeeklyHoursModel;
  readonly width: number;
}): ReactElement {
  const { points, ticks, minimum } = model;
  const labelled = width >= roomForLabels;
  const right = labelled ? 130 : 8;
  const months = thinTicks(model.months, points.length, width - leftRoom - right, labelled ? 44 : 62);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...points]}
      margin={{ top: 40, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={gridLine} />
      {model.breakSpans.map((span) => (
        <ReferenceArea
          key={span.from}
          x1={span.from - 0.5}
          x2={span.to + 0.5}
          fill={breakTint}
          fillOpacity={1}
        />
      ))}
      {model.shortSpans.map((span) => (
        <ReferenceArea
          key={span.from}
          x1={span.from - 0.5}
          x2={span.to + 0.5}
          fill={belowTint}
          fillOpacity={1}
        />
      ))}
      <XAxis
        {...quietAxis}
        dataKey="index"
        type="number"
        domain={[-0.5, points.length - 0.5]}
        ticks={months.map((tick) => tick.index)}
        tick={monthTickOf(months)}
        height={underRoom}
        axisLine={{ stroke: ink }}
      />
      <YAxis
        {...quietAxis}
        domain={[ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1]}
        ticks={[...ticks]}
        tickFormatter={(value: number) => formatNumber(value, 1)}
        width={leftRoom}
      />
      {minimum === null ? null : (
        <ReferenceLine y={minimum} stroke={ink} strokeWidth={2} strokeDasharray="5 4" />
      )}
      <Line
        dataKey="withoutCover"
        stroke={withoutColour}
        strokeWidth={2.5}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="withCover"
        stroke={withColour}
        strokeWidth={2.5}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <WeeklyHoursLabels model={model} atLineEnds={labelled} colours={[withColour, withoutColour]} />
      <Tooltip
        isAnimationActive={false}
        content={({ payload }) => {
          const point = payload[0]?.payload as WeeklyHoursPoint | undefined;
          return point === undefined ? null : <WeekTip point={point} />;
        }}
      />
    </ComposedChart>
  );
}

function WeekTip({ point }: { readonly point: WeeklyHoursPoint }): ReactElement {
  const { withCover, withoutCover, standing } = point;
  const lines = [
    ...(withCover === null ? [] : [`With cover ${formatNumber(withCover, 1)} hours`]),
    ...(withoutCover === null ? [] : [`Without cover ${formatNumber(withoutCover, 1)} hours`]),
    standing === null ? 'Standing not known' : standingInWords[standing],
  ];
  return <Tip title={`Week of ${longDate(point.monday)}`} lines={lines} />;
}
