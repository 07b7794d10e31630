import { faultsOfRow, rowSchemas, type SaveRow } from '../../shared/programmes/catalogue-rows.ts';
import type { Stage } from '../../shared/programmes/stages.ts';
import type { University } from '../../shared/programmes/universities.ts';
import type { RowDraft } from '../components/RowForm.tsx';
import { daysText, typedDays, typedItems, typedNames, typedNumber, typedText } from '../format/typed.ts';
import { rowFields, type PageKind } from './row-fields.ts';

/** What a row holds that no field of its form shows, which goes with it as it is. */
export type Unseen = Readonly<Record<string, unknown>>;

export type Course = { readonly university: University; readonly stage: Stage };

const lists: Readonly<Record<string, (text: string | undefined) => unknown>> = {
  breakWeeks: typedDays,
  blockWeeks: typedDays,
  handInWeeks: (text) => typedItems(text).map(Number),
  historicNames: typedNames,
};

/** Steps of a number as typed: hours of 60 minutes, pounds of 100 pence. */
const steps: Readonly<Record<string, number>> = {
  weeks: 1,
  credits: 1,
  firstWeek: 1,
  lastWeek: 1,
  minutes: 60,
  blockMinutes: 60,
  feePence: 100,
};

function valueOf(kind: PageKind, key: string, text: string | undefined): unknown {
  const list = lists[key];
  if (list !== undefined) return list(text);
  const step = steps[key];
  const isDay = kind === 'programme-terms' && key === 'firstWeek';
  return step === undefined || isDay ? typedText(text) : typedNumber(text, step);
}

export type ReadRow =
  | { readonly ok: true; readonly row: Pick<SaveRow, 'kind' | 'fields'> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a form says, as the server takes it, or what stops it, each with what to do. */
export function readRow(kind: PageKind, draft: RowDraft, course: Course, unseen: Unseen = {}): ReadRow {
  const specs = rowFields[kind];
  const typed = Object.fromEntries(specs.map(({ key }) => [key, valueOf(kind, key, draft[key])]));
  const ofCourse = kind.startsWith('programme-') ? course : {};
  const read = rowSchemas[kind].safeParse({ ...typed, ...ofCourse, ...unseen });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const problems = specs
      .filter(({ key }) => wrong.has(key))
      .map(({ label }) => `Type or correct: ${label}`);
    return { ok: false, problems };
  }
  const row = { kind, fields: read.data } as Pick<SaveRow, 'kind' | 'fields'>;
  const problems = faultsOfRow(row);
  return problems.length === 0 ? { ok: true, row } : { ok: false, problems };
}

function textOf(key: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (key === 'breakWeeks' || key === 'blockWeeks') return daysText(value as Parameters<typeof daysText>[0]);
  if (Array.isArray(value)) return value.join(key === 'historicNames' ? '; ' : ', ');
  const step = steps[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value / (step ?? 1)) : '';
}

/** A row as the form shows it. */
export function draftOfRow(kind: PageKind, held: Readonly<Record<string, unknown>>): RowDraft {
  return Object.fromEntries(rowFields[kind].map(({ key }) => [key, textOf(key, held[key])]));
}

/** An empty form; a list shows its first. */
export function emptyDraft(kind: PageKind): RowDraft {
  return Object.fromEntries(rowFields[kind].map(({ key, options }) => [key, options?.[0]?.value ?? '']));
}
