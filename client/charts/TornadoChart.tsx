import type { ReactElement } from 'react';
import { TextBlock } from './axis.tsx';
import { ChartFrame, type ChartWords } from './ChartFrame.tsx';
import { gridLine, ink, metaInk, seriesColours } from './palette.ts';
import { inLines, type TornadoModel } from './tornado.ts';

type TornadoChartProps = { readonly words: ChartWords; readonly model: TornadoModel };

const rowHeight = 62;
/** Of a 14px letter, on average. */
const letterWidth = 7;
const axisHeight = 28;
const topRoom = 24;
const [moreColour, fewerColour] = seriesColours.two;

/** Which rate moves a count most: a bar a rate, from the count at one end of it to the count at the other. */
export function TornadoChart({ words, model }: TornadoChartProps): ReactElement {
  const height = topRoom + model.rows.length * rowHeight + axisHeight;
  return (
    <ChartFrame
      words={words}
      alternative={model.alternative}
      table={model.table}
      keyItems={[
        { mark: 'fill', colour: fewerColour, label: 'Fewer' },
        { mark: 'fill', colour: moreColour, label: 'More' },
      ]}
      height={height}
    >
      {(width) => <Picture model={model} width={width} height={height} />}
    </ChartFrame>
  );
}

type PictureProps = { readonly model: TornadoModel; readonly width: number; readonly height: number };

function Picture({ model, width, height }: PictureProps): ReactElement {
  const left = Math.min(width * 0.46, 240);
  const ticks = model.ticks;
  const [from, to] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  const xOf = (value: number): number => left + 44 + ((value - from) / (to - from)) * (width - left - 96);
  const bottom = height - axisHeight;
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={xOf(tick)} x2={xOf(tick)} y1={topRoom} y2={bottom} stroke={gridLine} />
          <TextBlock x={xOf(tick)} y={bottom + 18} anchor="middle" lines={[String(tick)]} fill={metaInk} />
        </g>
      ))}
      {model.rows.map((row, index) => (
        <Row
          key={row.label}
          row={row}
          y={topRoom + index * rowHeight}
          left={left}
          base={model.base}
          xOf={xOf}
        />
      ))}
      <line x1={xOf(model.base)} x2={xOf(model.base)} y1={topRoom} y2={bottom} stroke={ink} strokeWidth={2} />
      <TextBlock
        x={xOf(model.base)}
        y={topRoom - 8}
        anchor="middle"
        lines={[`Middle ${model.base.toFixed(1)}`]}
        bold="all"
      />
    </svg>
  );
}

type RowProps = {
  readonly row: TornadoModel['rows'][number];
  readonly y: number;
  readonly left: number;
  readonly base: number;
  readonly xOf: (value: number) => number;
};

function Row({ row, y, left, base, xOf }: RowProps): ReactElement {
  const label = inLines(row.label, Math.floor(left / letterWidth));
  return (
    <g>
      <TextBlock x={left} y={y + 16} anchor="end" lines={label} />
      <TextBlock x={left} y={y + 16 + 18 * label.length} anchor="end" lines={[row.note]} fill={metaInk} />
      {row.bars.map(({ value, text, fewer }, side) => (
        <g key={side === 0 ? 'low' : 'high'}>
          <rect
            x={Math.min(xOf(value), xOf(base))}
            y={y + 8}
            width={Math.abs(xOf(value) - xOf(base))}
            height={22}
            fill={fewer ? fewerColour : moreColour}
          />
          <TextBlock
            x={xOf(side === 0 ? Math.min(value, base) : Math.max(value, base)) + (side === 0 ? -6 : 6)}
            y={y + 24}
            anchor={side === 0 ? 'end' : 'start'}
            lines={[text]}
          />
        </g>
      ))}
    </g>
  );
}
