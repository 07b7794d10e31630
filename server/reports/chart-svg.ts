import {
  chartColours,
  chartPicture,
  chartTextSize,
  type Shape,
} from '../../shared/evidence/chart-picture.ts';
import type { FigureChart } from '../../shared/evidence/figure.ts';

/** Drawn at this size; the files scale it to the width of the text. */
export const chartWidth = 640;

/** First of those the machine has; the last is in the PDF writer itself. */
const fonts = 'Arial, Liberation Sans, DejaVu Sans, Libertinus Serif, sans-serif';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function drawn(shape: Shape): string {
  const { ink, bar } = chartColours;
  switch (shape.kind) {
    case 'bar':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${chartColours[shape.tone]}"/>`;
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="5" fill="${bar}"/>`;
    case 'line':
      return `<polyline points="${shape.points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${shape.tone === 'axis' ? ink : bar}" stroke-width="${shape.tone === 'axis' ? 1 : 2}"/>`;
    case 'text':
      return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}" font-family="${fonts}" font-size="${chartTextSize}" fill="${ink}">${escaped(shape.words)}</text>`;
  }
}

/** Height of the picture, in the units of its width. */
export function chartHeight(chart: FigureChart): number {
  return chartPicture(chart, chartWidth).height;
}

/** A chart as vector: the same shapes as on the page, with every value in words. */
export function chartSvg(chart: FigureChart): string {
  const { width, height, shapes } = chartPicture(chart, chartWidth);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#ffffff"/>${shapes.map(drawn).join('')}</svg>`;
}
