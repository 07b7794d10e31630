import { z } from 'zod';
import { value, type Columns } from './columns.ts';
import esrStaffInPost from './data/esr-staff-in-post.json' with { type: 'json' };
import { importKinds, type ImportKind } from './kind.ts';
import { foldName } from './read-text.ts';
import { columnsByKind } from './templates.ts';

const text = z.string().max(200);

/** A layout as a person saves it; `headings` and `values` are by the keys of our columns. */
export const mappingSchema = z.strictObject({
  kind: z.enum(importKinds),
  name: z.string().trim().min(1).max(100),
  headings: z.record(z.string().max(60), text),
  values: z.record(z.string().max(60), z.record(text.min(1), text)),
});

export type Mapping = z.infer<typeof mappingSchema>;

const profileSchema = mappingSchema.extend({ id: z.string().min(1) });

/**
 * How a file with another layout than our template is read: the heading it has for a column (by the column's key; a
 * column that is not named keeps its own heading, one with an empty heading is not in the file), and for some columns
 * what its texts mean in ours (an empty text: nothing).
 */
export type Profile = z.infer<typeof profileSchema>;

/** The profiles that come with the program: each is a data file and a line here. A trust saves its own beside them. */
export const shippedProfiles: readonly Profile[] = [profileSchema.parse(esrStaffInPost)];

/** The shipped profile of a kind of file with an id; `null` when there is none. */
export function findShipped(kind: ImportKind, id: string): Profile | null {
  return shippedProfiles.find((profile) => profile.id === id && profile.kind === kind) ?? null;
}

/** Gives a text of a file as our column has it, where the layout says what it means; else as it stands. */
export function textsInOurs(profile: Profile | null): (key: string, text: string) => string {
  const byKey = new Map(
    Object.entries(profile?.values ?? {}).map(([key, texts]) => [key, foldedTexts(texts)] as const),
  );
  return (key, text) => byKey.get(key)?.get(foldName(text)) ?? text;
}

function foldedTexts(texts: Profile['values'][string]): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).map(([theirs, ours]) => [foldName(theirs), ours]));
}

type AnyColumn = Columns[string];

function profiled(
  column: AnyColumn,
  heading: string | undefined,
  values: Profile['values'][string] = {},
): AnyColumn {
  const ours = foldedTexts(values);
  return {
    ...column,
    heading: heading ?? column.heading,
    read: (text, context) => {
      const mapped = ours.get(foldName(text)) ?? text;
      return mapped === '' && !column.required ? value(null) : column.read(mapped, context);
    },
  };
}

/** Columns as a profile has them: found under its headings, their texts read as ours. */
export function withProfile<C extends Columns>(columns: C, profile: Profile | null): C {
  if (profile === null) return columns;
  const { headings, values } = profile;
  const entries = Object.entries(columns).map(([key, column]) => [
    key,
    profiled(column, headings[key], values[key]),
  ]);
  // The same keys with the same types of value: only headings and texts differ.
  return Object.fromEntries(entries) as C;
}

/** One column that was read, and the heading it was read from. */
export type ColumnRead = { readonly column: string; readonly heading: string };

/** Which column was read from which heading, for the columns that a file had. */
export function columnsRead(
  kind: ImportKind,
  profile: Profile | null,
  keys: readonly string[],
): ColumnRead[] {
  const columns = withProfile(columnsByKind[kind], profile);
  return keys.flatMap((key) => {
    const [ours, theirs] = [columnsByKind[kind][key], columns[key]];
    return ours === undefined || theirs === undefined
      ? []
      : [{ column: ours.heading, heading: theirs.heading }];
  });
}
