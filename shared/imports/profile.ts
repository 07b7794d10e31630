import { z } from 'zod';
import type { Columns } from './columns.ts';
import esrStaffInPost from './data/esr-staff-in-post.json' with { type: 'json' };
import { importKinds, type ImportKind } from './kind.ts';
import { foldName } from './read-text.ts';
import { columnsByKind } from './templates.ts';

const profileSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(importKinds),
  headings: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.record(z.string(), z.string())),
});

/**
 * How a file with another layout than our template is read: the heading it has for a column (by the column's key; a
 * column that is not named keeps its own heading), and for some columns what its texts mean in ours.
 */
export type Profile = z.infer<typeof profileSchema>;

/** Every profile. Another layout is another data file and a line here, not another program. */
export const profiles: readonly Profile[] = [profileSchema.parse(esrStaffInPost)];

/** The profile of a kind of file with an id; `null` when there is none. */
export function findProfile(kind: ImportKind, id: string): Profile | null {
  return profiles.find((profile) => profile.id === id && profile.kind === kind) ?? null;
}

type AnyColumn = Columns[string];

function profiled(
  column: AnyColumn,
  heading: string | undefined,
  values: Profile['values'][string] = {},
): AnyColumn {
  const ours = new Map(Object.entries(values).map(([theirs, text]) => [foldName(theirs), text]));
  return {
    ...column,
    heading: heading ?? column.heading,
    read: (text, context) => column.read(ours.get(foldName(text)) ?? text, context),
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
