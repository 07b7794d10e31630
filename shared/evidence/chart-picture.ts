import type { FigureChart } from './figure.ts';

type Anchor = 'start' | 'middle' | 'end';

/** What a picture is made of, in pixels; the same on the page and in the files. */
export type Shape =
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** `range` is the span of an 80% range. */
      readonly tone: 'bar' | 'range';
    }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly tone: 'axis' | 'data';
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly anchor: Anchor;
      readonly words: string;
    };

export type ChartPicture = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

type Row = FigureChart['rows'][number];

/** Size of every text of a picture, in pixels. */
export const chartTextSize = 14;

const lineHeight = 17;
/** Room a letter takes on average, on the safe side. */
const letterWidth = 7.4;
/** Under this width labels stand above their bars. */
const narrow = 480;

const rounded = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, anchor: Anchor, words: string): Shape => ({
  ...{ kind: 'text', x: rounded(x), y: rounded(y), anchor, words },
});

/** Words in lines of a width; a word that is longer than a line has one of its own. */
export function linesOf(words: string, width: number): readonly string[] {
  const most = Math.max(1, Math.floor(width / letterWidth));
  return words.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined) return [word];
    const longer = `${last} ${word}`;
    return longer.length <= most ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

function most(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)));
}

/** A value with the ends of its range is a dot on a span; without, a bar; a hidden one is nothing but its words. */
function marksOf(
  { value, text: words, low, high }: Row,
  x: (value: number) => number,
  middle: number,
): Shape[] {
  const top = rounded(middle - 9);
  const bar = (from: number, to: number, tone: 'bar' | 'range'): Shape => ({
    ...{ kind: 'bar', x: rounded(from), y: top, width: rounded(Math.max(1, to - from)), height: 18, tone },
  });
  if (value === null) return [text(x(0) + 2, middle + 5, 'start', words)];
  const end = text(x(Math.max(value, high ?? 0)) + 8, middle + 5, 'start', words);
  if (low === undefined || high === undefined) return value === 0 ? [end] : [bar(x(0), x(value), 'bar'), end];
  return [bar(x(low), x(high), 'range'), { kind: 'dot', x: rounded(x(value)), y: rounded(middle) }, end];
}

function barsPicture({ rows }: FigureChart, width: number): ChartPicture {
  const isNarrow = width < narrow;
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map(({ length }) => length)) * letterWidth;
  const room = isNarrow ? 0 : Math.min(width * 0.42, longest(rows.map(({ label }) => label)) + 14);
  const left = isNarrow ? 2 : room;
  const full = Math.max(60, width - left - longest(rows.map((row) => row.text)) - 16);
  const x = (value: number): number => left + (value / most(rows)) * full;
  const picture = rows.reduce<{ readonly y: number; readonly shapes: readonly Shape[] }>(
    ({ y, shapes }, row) => {
      const lines = linesOf(row.label, isNarrow ? width : room - 12);
      const above = isNarrow ? lines.length * lineHeight + 4 : 0;
      const height = isNarrow ? above + 30 : Math.max(28, lines.length * lineHeight + 8);
      const middle = isNarrow ? y + above + 11 : y + height / 2;
      const first = isNarrow ? y + 13 : middle + 5 - ((lines.length - 1) * lineHeight) / 2;
      const labels = lines.map((line, index) =>
        isNarrow
          ? text(2, first + index * lineHeight, 'start', line)
          : text(left - 10, first + index * lineHeight, 'end', line),
      );
      return { y: y + height, shapes: [...shapes, ...labels, ...marksOf(row, x, middle)] };
    },
    { y: 4, shapes: [] },
  );
  return { width, height: rounded(picture.y + 4), shapes: picture.shapes };
}

/** Runs of values that follow each other: a hidden one breaks the line. */
function runsOf<T>(points: readonly (T | null)[]): readonly (readonly T[])[] {
  return points.reduce<readonly (readonly T[])[]>((runs, point) => {
    if (point === null) return [...runs, []];
    return [...runs.slice(0, -1), [...(runs.at(-1) ?? []), point]];
  }, []);
}

function linePicture({ rows }: FigureChart, width: number): ChartPicture {
  const [top, base] = [34, 150];
  const edge = Math.min(64, width / (rows.length + 1));
  const apart = rows.length < 2 ? 0 : (width - 2 * edge) / (rows.length - 1);
  const at = rows.map(({ value }, index) => ({
    x: rounded(edge + index * apart),
    y: value === null ? null : rounded(base - (value / most(rows)) * (base - top)),
  }));
  const points = at.map(({ x, y }) => (y === null ? null : ([x, y] as const)));
  const marks = rows.flatMap((row, index): Shape[] => {
    const { x = 0, y = null } = at[index] ?? {};
    const words = text(x, (y ?? base) - 12, 'middle', row.text);
    return y === null ? [words] : [{ kind: 'dot', x, y }, words];
  });
  const days = rows.flatMap(({ label }, index) =>
    linesOf(label, Math.max(apart - 6, 40)).map((line, number) =>
      text(at[index]?.x ?? 0, base + 20 + number * lineHeight, 'middle', line),
    ),
  );
  const lines = runsOf(points).filter((run) => run.length > 1);
  return {
    ...{ width, height: base + 20 + 2 * lineHeight },
    shapes: [
      {
        kind: 'line',
        points: [
          [8, base],
          [rounded(width - 8), base],
        ],
        tone: 'axis',
      },
      ...lines.map((run): Shape => ({ kind: 'line', points: run, tone: 'data' })),
      ...marks,
      ...days,
    ],
  };
}

/** A chart drawn at a width: every value stands in words beside its mark. */
export function chartPicture(chart: FigureChart, width: number): ChartPicture {
  return chart.kind === 'line' ? linePicture(chart, width) : barsPicture(chart, width);
}

/** Colours by what they mark, on white. */
export const chartColours = { ink: '#212b32', bar: '#12436D', range: '#A9CDEE' } as const;
