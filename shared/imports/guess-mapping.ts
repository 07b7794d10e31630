import synonyms from './data/heading-synonyms.json' with { type: 'json' };
import { matchHeadings } from './headings.ts';
import type { ImportKind } from './kind.ts';
import { withProfile, type Profile } from './profile.ts';
import { columnsByKind } from './templates.ts';

/** Letters and digits alone: `Employee No.` and `EMPLOYEE_NO` are the same. */
export function squash(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** Other names that a column is known to have, by kind of file and key of column. */
export const headingSynonyms: Readonly<
  Partial<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>
> = synonyms;

/**
 * The heading of a file for each of our columns, by key, as far as its name tells; empty where it does not. Every
 * heading is given once: to the column of its own name before one that only knows it by another name.
 */
export function guessHeadings(kind: ImportKind, headings: readonly string[]): Record<string, string> {
  const free = new Map(headings.map((heading) => [squash(heading), heading]));
  const found: Record<string, string> = {};
  const take = (key: string, names: readonly string[]): void => {
    const name = names.map(squash).find((squashed) => free.has(squashed));
    if ((found[key] ?? '') !== '' || name === undefined) return;
    found[key] = free.get(name) ?? '';
    free.delete(name);
  };
  const entries = Object.entries(columnsByKind[kind]);
  for (const [key] of entries) found[key] = '';
  for (const [key, { heading }] of entries) take(key, [heading]);
  for (const [key] of entries) take(key, headingSynonyms[kind]?.[key] ?? []);
  return found;
}

/** Our text for one of a file: the choice that differs in nothing but case, spaces and signs; `null` when none does. */
export function guessText(choices: readonly string[], text: string): string | null {
  return choices.find((choice) => squash(choice) === squash(text)) ?? null;
}

/** How many columns of a layout a file has; 0 when it lacks one that is required, so that it cannot be read. */
function columnsFound(kind: ImportKind, headings: readonly string[], profile: Profile | null): number {
  const matching = matchHeadings(withProfile(columnsByKind[kind], profile), headings);
  return matching.ok ? matching.match.positions.size : 0;
}

/**
 * The layout that a file's headings match: `'template'` for our own, a profile, or `null` when none can read it. Where
 * several can, the one under which most columns are found, and of those our own, then the first given.
 */
export function proposeLayout<P extends Profile>(
  kind: ImportKind,
  headings: readonly string[],
  profiles: readonly P[],
): 'template' | P | null {
  const layouts = [null, ...profiles.filter((profile) => profile.kind === kind)];
  const counts = layouts.map((layout) => columnsFound(kind, headings, layout));
  const most = Math.max(...counts);
  if (most === 0) return null;
  return layouts[counts.indexOf(most)] ?? 'template';
}

/** Why a file with these headings cannot be read with a layout, in words; `null` when it can. */
export function whyNotRead(
  kind: ImportKind,
  headings: readonly string[],
  profile: Profile | null,
): string | null {
  const matching = matchHeadings(withProfile(columnsByKind[kind], profile), headings);
  return matching.ok ? null : matching.refusal.reason;
}
