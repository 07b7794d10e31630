import type { ReactElement } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { formatNumber } from '../format/numbers.ts';
import { labelLayer, TextBlock } from './axis.tsx';
import { below, ink, textColour } from './palette.ts';
import { spreadLabels } from './ticks.ts';
import type { WeeklyHoursModel } from './weekly-hours.ts';

type WeeklyHoursLabelsProps = {
  readonly model: WeeklyHoursModel;
  /** Names at the right ends of the lines, where there is room. */
  readonly atLineEnds: boolean;
  /** With cover, without cover. */
  readonly colours: readonly [string, string];
};

type EndLabel = { readonly y: number; readonly lines: readonly string[]; readonly fill: string };

/** Pixels that the dates over a short span need to either side. */
const spanLabelRoom = 92;

/** Triangles on short weeks, their dates above, and the names of the lines at their ends. */
export function WeeklyHoursLabels({
  model,
  atLineEnds,
  colours,
}: WeeklyHoursLabelsProps): ReactElement | null {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (plot === undefined || xScale === undefined || yScale === undefined) return null;
  const xOf = (index: number): number => xScale(index) ?? plot.x;
  const yOf = (hours: number): number => yScale(hours) ?? plot.y;
  const right = plot.x + plot.width;
  return (
    <ZIndexLayer zIndex={labelLayer}>
      {model.points
        .filter((point) => point.standing === 'short-after-cover' && point.withCover !== null)
        .map((point) => (
          <path key={point.index} d={triangleAt(xOf(point.index), yOf(point.withCover ?? 0))} fill={below} />
        ))}
      <SpanLabels model={model} xOf={xOf} right={right} />
      {atLineEnds ? (
        <EndLabels
          labels={endLabels(model, yOf, colours)}
          x={right + 8}
          top={plot.y}
          bottom={plot.y + plot.height}
        />
      ) : null}
    </ZIndexLayer>
  );
}

function triangleAt(x: number, y: number): string {
  return `M${x - 6} ${y - 5}H${x + 6}L${x} ${y + 6}Z`;
}

type SpanLabelsProps = {
  readonly model: WeeklyHoursModel;
  readonly xOf: (index: number) => number;
  readonly right: number;
};

/** Dates over short spans, as long as they do not run into one another: the rest are named in the page's words. */
function SpanLabels({ model, xOf, right }: SpanLabelsProps): ReactElement {
  let free = -Infinity;
  const labels = model.shortSpans.flatMap((span) => {
    const middle = (xOf(span.from) + xOf(span.to)) / 2;
    if (middle - spanLabelRoom / 2 < free) return [];
    free = middle + spanLabelRoom / 2;
    const atEdge = middle + spanLabelRoom / 2 > right;
    return [{ span, x: atEdge ? right : middle, anchor: atEdge ? ('end' as const) : ('middle' as const) }];
  });
  return (
    <g>
      {labels.map(({ span, x, anchor }) => (
        <TextBlock
          key={span.from}
          x={x}
          y={16}
          anchor={anchor}
          fill={below}
          lines={twoLines(span.label)}
          bold="all"
        />
      ))}
    </g>
  );
}

/** "6 and 13 December" over two lines, broken before the month or after "and". */
function twoLines(label: string): readonly string[] {
  const words = label.split(' ');
  const half = Math.ceil(words.length / 2);
  return words.length < 3 ? [label] : [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}

function endLabels(
  model: WeeklyHoursModel,
  yOf: (hours: number) => number,
  colours: readonly [string, string],
): readonly EndLabel[] {
  const last = (pick: (point: WeeklyHoursModel['points'][number]) => number | null): number | null =>
    model.points.reduce<number | null>((found, point) => pick(point) ?? found, null);
  const ends = [
    { value: last((point) => point.withCover), lines: ['With cover'], fill: textColour(colours[0]) },
    { value: last((point) => point.withoutCover), lines: ['Without cover'], fill: textColour(colours[1]) },
    { value: model.minimum, lines: ['Planned', `minimum ${formatNumber(model.minimum ?? 0, 1)}`], fill: ink },
  ];
  return ends.flatMap(({ value, lines, fill }) => (value === null ? [] : [{ y: yOf(value), lines, fill }]));
}

type EndLabelsProps = {
  readonly labels: readonly EndLabel[];
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
};

function EndLabels({ labels, x, top, bottom }: EndLabelsProps): ReactElement {
  const places = spreadLabels(
    labels.map((label) => label.y),
    38,
    top + 8,
    bottom,
  );
  return (
    <g>
      {labels.map((label, index) => (
        <TextBlock
          key={label.lines[0]}
          x={x}
          y={(places[index] ?? label.y) + 5}
          fill={label.fill}
          lines={label.lines}
          bold="first"
        />
      ))}
    </g>
  );
}
