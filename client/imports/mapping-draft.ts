import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { faultsOfMapping } from '../../shared/imports/check-mapping.ts';
import type { Columns } from '../../shared/imports/columns.ts';
import type { FileHead } from '../../shared/imports/file-head.ts';
import { guessHeadings, guessText } from '../../shared/imports/guess-mapping.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { Mapping, Profile } from '../../shared/imports/profile.ts';
import { foldName } from '../../shared/imports/read-text.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';
import type { Problem } from '../components/ErrorSummary.tsx';

/** A layout while it is being made; `headings` and `values` by the keys of our columns. */
export type MappingDraft = Pick<Mapping, 'name' | 'headings' | 'values'>;

export const nameFieldId = 'layout-name';

/** Id of the field of a column, for links from a list of errors. */
export function columnFieldId(key: string): string {
  return `layout-${key}`;
}

/** What to start from: the headings of a layout where the file has them, else what their names tell. */
export function firstDraft(kind: ImportKind, head: FileHead, from: Profile | null): MappingDraft {
  const headings = head.headings.map(({ heading }) => heading);
  const inFile = new Map(headings.map((heading) => [foldName(heading), heading]));
  const known = Object.entries(from?.headings ?? {}).flatMap(([key, theirs]) => {
    const heading = inFile.get(foldName(theirs));
    return heading === undefined ? [] : [[key, heading] as const];
  });
  const taken = new Set(known.map(([, heading]) => heading));
  const guessed = guessHeadings(
    kind,
    headings.filter((heading) => !taken.has(heading)),
  );
  return {
    name: from?.name ?? '',
    headings: { ...guessed, ...Object.fromEntries(known) },
    values: from?.values ?? {},
  };
}

/** A text of a file, and what it is to mean: `null` leaves it as it stands, empty is nothing. */
export type TextMeaning = { readonly text: string; readonly ours: string | null };

export type TextsToSay = {
  readonly meanings: readonly TextMeaning[];
  /** Other texts below the heading that need nothing said. */
  readonly readAsTheyStand: number;
};

type Asked = {
  readonly column: Columns[string];
  readonly texts: readonly string[] | null;
  readonly values: MappingDraft['values'][string] | undefined;
  readonly today: PlainDate;
};

function isOurs({ column, today }: Asked, text: string): boolean {
  const read = column.read(text, { today });
  return read.ok && read.notes.length === 0;
}

/** The texts below a heading of which somebody must say what they mean, for a column that takes only a few. */
export function textsToSay(asked: Asked): TextsToSay {
  const { column, texts, values = {} } = asked;
  const { choices } = column;
  if (choices === null || texts === null) return { meanings: [], readAsTheyStand: 0 };
  const said = new Map(Object.entries(values).map(([text, ours]) => [foldName(text), ours]));
  const meanings = texts.flatMap((text) => {
    const ours = said.get(foldName(text));
    if (ours === undefined && isOurs(asked, text)) return [];
    return [{ text, ours: ours ?? guessText(choices, text) }];
  });
  return { meanings, readAsTheyStand: texts.length - meanings.length };
}

/** The layout as it is saved: every text that has a meaning, also those that were only guessed and left so. */
export function mappingOf(kind: ImportKind, draft: MappingDraft, head: FileHead, today: PlainDate): Mapping {
  const values: Record<string, Record<string, string>> = {};
  for (const [key, column] of Object.entries(columnsByKind[kind])) {
    const texts = head.headings.find(({ heading }) => heading === draft.headings[key])?.texts ?? null;
    const { meanings } = textsToSay({ column, texts, values: draft.values[key], today });
    const said = meanings.flatMap(({ text, ours }) => (ours === null ? [] : [[text, ours] as const]));
    const all = { ...draft.values[key], ...Object.fromEntries(said) };
    if (Object.keys(all).length > 0) values[key] = all;
  }
  return { kind, name: draft.name.trim(), headings: { ...draft.headings }, values };
}

/** Everything that keeps a layout from being saved, each with the field it is about. */
export function problemsOf(mapping: Mapping): readonly (Problem & { readonly column: string | null })[] {
  const unnamed =
    mapping.name === '' ? [{ text: 'Give the layout a name', fieldId: nameFieldId, column: null }] : [];
  const faults = faultsOfMapping(mapping).map(({ column, message }) => ({
    text: message,
    fieldId: column === null ? nameFieldId : columnFieldId(column),
    column,
  }));
  return [...unnamed, ...faults];
}
