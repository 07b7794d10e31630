import { describe, expect, it } from 'vitest';
import { chartPicture, linesOf, type Shape } from '../../shared/evidence/chart-picture.ts';
import { chartOf } from '../../shared/evidence/figure.ts';
import { chartSvg } from '../../server/reports/chart-svg.ts';

const long = 'Anaesthesia, Perioperative Medicine and Pain Management';
const bars = chartOf('bars', 'Open studies', [
  { label: 'Cancer', value: 12, text: '12' },
  { label: long, value: 3, text: '3 (2 to 5)', low: 2, high: 5 },
  { label: 'Stroke & “<heart>”', value: null, text: 'hidden' },
]);
const line = chartOf(
  'line',
  'People by year',
  [24, null, 35, 45, 50, 1_054].map((value, index) => ({
    ...{ label: `Nov ${2021 + index}`, value, text: value === null ? 'hidden' : String(value) },
  })),
);

const wordsOf = (shapes: readonly Shape[]): string =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.words] : [])).join(' ');

/** How far a shape reaches to the left and right, with letters as wide as the picture takes them to be. */
function reachOf(shape: Shape): readonly [number, number] {
  if (shape.kind === 'bar') return [shape.x, shape.x + shape.width];
  if (shape.kind === 'line')
    return [Math.min(...shape.points.map(([x]) => x)), Math.max(...shape.points.map(([x]) => x))];
  if (shape.kind === 'dot') return [shape.x - 5, shape.x + 5];
  const length = shape.words.length * 7.4;
  const left = { start: 0, middle: length / 2, end: length }[shape.anchor];
  return [shape.x - left, shape.x - left + length];
}

describe('a picture of a figure', () => {
  it.each([320, 358, 480, 640, 760])(
    'stands whole at %i pixels, with every label and value in words',
    (width) => {
      for (const chart of [bars, line]) {
        const { shapes, height } = chartPicture(chart, width);
        for (const { label, text } of chart.rows) {
          expect(wordsOf(shapes).replaceAll(' ', '')).toContain(label.replaceAll(' ', ''));
          expect(wordsOf(shapes)).toContain(text);
        }
        for (const shape of shapes) {
          const [left, right] = reachOf(shape);
          expect([shape, left >= -1, right <= width + 1]).toEqual([shape, true, true]);
          if (shape.kind === 'text') expect(shape.y).toBeLessThanOrEqual(height);
        }
      }
    },
  );

  it('gives a hidden value no mark, and breaks the line at it', () => {
    expect(chartPicture(bars, 640).shapes.filter(({ kind }) => kind === 'bar')).toHaveLength(2);
    const lines = chartPicture(line, 640).shapes.flatMap((shape) =>
      shape.kind === 'line' && shape.tone === 'data' ? [shape.points.length] : [],
    );
    expect(lines).toEqual([4]);
  });

  it('draws bars in proportion from nought', () => {
    const [first, second] = chartPicture(
      chartOf('bars', 'Two', [
        { label: 'A', value: 10, text: '10' },
        { label: 'B', value: 5, text: '5' },
      ]),
      640,
    ).shapes.flatMap((shape) => (shape.kind === 'bar' ? [shape] : []));
    expect(first?.x).toBe(second?.x);
    expect(Math.abs((first?.width ?? 0) / 2 - (second?.width ?? 0))).toBeLessThan(0.2);
  });

  it('is the same in the files, with nothing of a label read as markup', () => {
    const svg = chartSvg(bars);
    expect(svg).toContain('Stroke &amp; “&lt;heart&gt;”');
    expect([...svg.matchAll(/<rect /g)]).toHaveLength(3);
  });

  it('breaks words into lines of a width, and a word that is too long stands alone', () => {
    expect(linesOf('one two three', 60)).toEqual(['one two', 'three']);
    expect(linesOf('extraordinarily long', 50)).toEqual(['extraordinarily', 'long']);
  });
});
