import type { PlainDate } from '../calendar/plain-date.ts';
import type { MetricId } from './metrics.ts';
import type { UseLabel } from './use-label.ts';
import type { WorkingStep } from './working.ts';

export type FigureColumn = {
  readonly label: string;
  readonly numeric: boolean;
  /** Room beside the other columns of words; 1 where it is left out. */
  readonly share?: number;
};

/** A table as it is printed: every cell is text, so that screen, Word and PDF cannot differ. */
export type FigureTable = {
  readonly caption: string;
  readonly columns: readonly FigureColumn[];
  /** The first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
};

/** What a picture of a figure is drawn from: bars lying down, or a line over days. `value` is `null` where it is hidden. */
export type FigureChart = {
  readonly kind: 'bars' | 'line';
  readonly title: string;
  /** What the picture says, for those who cannot see it. */
  readonly alternative: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly text: string;
    /** The ends of an 80% range. */
    readonly low?: number;
    readonly high?: number;
  }[];
};

/** One metric on one day, as it may be shown: small counts of people are hidden already. */
export type Figure = {
  readonly metric: MetricId;
  /** `false`: nobody has recorded it; the sentence says so. */
  readonly known: boolean;
  readonly headline: string;
  /** Drafted from the numbers by a template. */
  readonly sentence: string;
  readonly on: PlainDate;
  readonly source: string;
  readonly useLabel: UseLabel;
  readonly table: FigureTable | null;
  readonly chart: FigureChart | null;
};

/** What a metric's own function says of it; the rest stands in the list of metrics. */
export type FigureBody = Pick<Figure, 'headline' | 'sentence'> &
  Partial<Pick<Figure, 'known' | 'on' | 'source' | 'useLabel' | 'table' | 'chart'>> & {
    /** Step by step, with every count as it is: kept in a pack, and never sent to a page or a file. */
    readonly working?: readonly WorkingStep[];
  };

export function notKnown(sentence: string): FigureBody {
  return { known: false, headline: 'not known', sentence };
}

/** Everything that a figure says, one text after the other. */
export function textsOfFigure({ headline, sentence, table, chart }: Figure): readonly string[] {
  const cells = (table?.rows ?? []).flat();
  return [headline, sentence, ...cells, ...(chart?.rows ?? []).map(({ text }) => text)];
}

/** A table of two columns: what, and how many. */
export function countTable(
  caption: string,
  labels: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): FigureTable {
  return {
    caption,
    columns: [
      { label: labels[0], numeric: false },
      { label: labels[1], numeric: true },
    ],
    rows,
  };
}

type ChartRow = FigureChart['rows'][number];

/** A picture with its words; every value is read out, so that the picture holds nothing that the words do not. */
export function chartOf(kind: FigureChart['kind'], title: string, rows: readonly ChartRow[]): FigureChart {
  const said = rows.map(({ label, text }) => `${label}: ${text}`).join('; ');
  const name = kind === 'bars' ? 'Bar chart' : 'Line chart';
  return { kind, title, alternative: `${name}. ${title}. ${said}.`, rows };
}
