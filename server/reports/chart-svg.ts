import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { FigureChart } from '../../shared/evidence/figure.ts';

/** Drawn at this size; the files scale it to the width of the text. */
export const chartWidth = 640;

const rowHeight = 30;
const margin = { top: 12, right: 120, bottom: 12, left: 250 };
const lineHeight = 220;
const ink = '#212b32';
const dark = '#12436D';
const light = '#A9CDEE';

/** First of those the machine has; the last is in the PDF writer itself. */
const fonts = 'Arial, Liberation Sans, DejaVu Sans, Libertinus Serif, sans-serif';

type Row = FigureChart['rows'][number];

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

type Anchor = 'start' | 'middle' | 'end';

function text(x: number, y: number, anchor: Anchor, words: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${fonts}" font-size="14" fill="${ink}">${escaped(words)}</text>`;
}

/** A label cut to what the room to its left holds; the table under the chart has it in full. */
function labelOf(label: string): string {
  return label.length > 34 ? `${label.slice(0, 33)}…` : label;
}

function most(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)));
}

/** Height of the picture, in the units of its width. */
export function chartHeight({ kind, rows }: FigureChart): number {
  return kind === 'line' ? lineHeight : rows.length * rowHeight + margin.top + margin.bottom;
}

/** A value with the ends of its range is a dot on a line; without, a bar. */
function barsBody({ rows }: FigureChart, height: number): string {
  const x = scaleLinear([0, most(rows)], [margin.left, chartWidth - margin.right]);
  const y = scaleBand(
    rows.map((_, index) => String(index)),
    [margin.top, height - margin.bottom],
  ).padding(0.3);
  return rows
    .map(({ label, value, text: words, low, high }, index) => {
      const [top, thick] = [y(String(index)) ?? 0, y.bandwidth()];
      const middle = top + thick / 2;
      const mark =
        value === null
          ? ''
          : low === undefined || high === undefined
            ? `<rect x="${margin.left}" y="${top}" width="${x(value) - margin.left}" height="${thick}" fill="${dark}"/>`
            : `<rect x="${x(low)}" y="${top}" width="${Math.max(1, x(high) - x(low))}" height="${thick}" fill="${light}"/><circle cx="${x(value)}" cy="${middle}" r="5" fill="${dark}"/>`;
      const end = x(Math.max(value ?? 0, high ?? 0)) + 8;
      return `${text(margin.left - 10, middle + 5, 'end', labelOf(label))}${mark}${text(value === null ? margin.left : end, middle + 5, 'start', words)}`;
    })
    .join('');
}

/** A hidden value breaks the line. */
function lineBody({ rows }: FigureChart, height: number): string {
  const x = scalePoint(
    rows.map(({ label }) => label),
    [80, chartWidth - 80],
  );
  const y = scaleLinear([0, most(rows)], [height - 44, 34]);
  const at = (row: Row): number => x(row.label) ?? 0;
  const path = line<Row>()
    .defined(({ value }) => value !== null)
    .x(at)
    .y(({ value }) => y(value ?? 0))(rows);
  const marks = rows.map((row) => {
    const day = text(at(row), height - 14, 'middle', row.label);
    if (row.value === null) return `${day}${text(at(row), height - 60, 'middle', 'hidden')}`;
    const dot = `<circle cx="${at(row)}" cy="${y(row.value)}" r="4" fill="${dark}"/>`;
    return `${day}${dot}${text(at(row), y(row.value) - 12, 'middle', row.text)}`;
  });
  const base = `<line x1="40" x2="${chartWidth - 40}" y1="${height - 44}" y2="${height - 44}" stroke="${ink}"/>`;
  return `${base}<path d="${path ?? ''}" fill="none" stroke="${dark}" stroke-width="2"/>${marks.join('')}`;
}

/** A chart as vector: the same model as on the page, with every value in words. */
export function chartSvg(chart: FigureChart): string {
  const height = chartHeight(chart);
  const body = chart.kind === 'line' ? lineBody(chart, height) : barsBody(chart, height);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${chartWidth}" height="${height}" viewBox="0 0 ${chartWidth} ${height}"><rect width="${chartWidth}" height="${height}" fill="#ffffff"/>${body}</svg>`;
}
