import type { ReactElement } from 'react';
import {
  chartColours,
  chartPicture,
  chartTextSize,
  type Shape,
} from '../../shared/evidence/chart-picture.ts';
import type { FigureChart } from '../../shared/evidence/figure.ts';
import { useWidth } from '../components/use-width.ts';

/** The picture of a figure, of the same shapes as in the files, drawn anew at the width of the screen. */
export function ChartView({ chart }: { readonly chart: FigureChart }): ReactElement {
  const [element, width] = useWidth();
  const picture = width === 0 ? null : chartPicture(chart, Math.min(width, 760));
  return (
    <figure className="pt-evidence-chart">
      <figcaption>{chart.title}</figcaption>
      <div ref={element} role="img" aria-label={chart.alternative}>
        {picture === null ? null : (
          <svg width={picture.width} height={picture.height} aria-hidden="true" focusable="false">
            {picture.shapes.map((shape, index) => (
              <Drawn key={index} shape={shape} />
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

function Drawn({ shape }: { readonly shape: Shape }): ReactElement {
  switch (shape.kind) {
    case 'bar': {
      const { x, y, width, height, tone } = shape;
      return <rect x={x} y={y} width={width} height={height} fill={chartColours[tone]} />;
    }
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={5} fill={chartColours.bar} />;
    case 'line': {
      const isAxis = shape.tone === 'axis';
      return (
        <polyline
          points={shape.points.map((point) => point.join(',')).join(' ')}
          fill="none"
          stroke={isAxis ? chartColours.ink : chartColours.bar}
          strokeWidth={isAxis ? 1 : 2}
        />
      );
    }
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          fontSize={chartTextSize}
          fill={chartColours.ink}
        >
          {shape.words}
        </text>
      );
  }
}
