import type { PlainDate } from '../calendar/plain-date.ts';
import type { Figure, FigureChart, FigureTable } from './figure.ts';
import { dayOf } from './words.ts';

/** A part of a document; every text is final, so that screen, Word and PDF show the same to the digit. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      /** Begins a page of its own in the files. */
      readonly onNewPage?: boolean;
    }
  /** `fact` is what is claimed; `meta` the small print beside it. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly look: 'plain' | 'fact' | 'meta' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: FigureTable }
  | { readonly kind: 'chart'; readonly chart: FigureChart }
  /** A line to sign for each. */
  | { readonly kind: 'signatures'; readonly of: readonly string[] };

/** What is printed: the one source of the page, the Word file and the PDF. */
export type PackDocument = {
  readonly title: string;
  /** Under the title, and at the foot of every page: whose, of which day. */
  readonly line: string;
  readonly blocks: readonly Block[];
};

export const plain = (text: string): Block => ({ kind: 'paragraph', text, look: 'plain' });
export const meta = (text: string): Block => ({ kind: 'paragraph', text, look: 'meta' });
export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

export type Figures = ReadonlyMap<string, Figure>;

/** "1 January 2026, passed": a day that lay behind when the pack was frozen is said to. */
export function dueOf(by: PlainDate, madeOn: PlainDate): string {
  return by < madeOn ? `${dayOf(by)} (this day has passed)` : dayOf(by);
}
