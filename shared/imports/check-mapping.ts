import { visible } from './issues.ts';
import { shippedProfiles, type Mapping } from './profile.ts';
import { foldName } from './read-text.ts';
import { columnsByKind } from './templates.ts';

/** What is wrong with a layout: a sentence that says what to do, and the column it is about. */
export type MappingFault = { readonly column: string | null; readonly message: string };

const mostTexts = 200;

function headingFaults({ kind, headings }: Mapping): MappingFault[] {
  const entries = Object.entries(columnsByKind[kind]);
  const taken = new Map<string, string>();
  return entries.flatMap(([key, { heading: ours, required }]) => {
    const theirs = headings[key] ?? ours;
    if (theirs === '') {
      const message = `Choose the heading of “${ours}”: a file without it cannot be read.`;
      return required ? [{ column: key, message }] : [];
    }
    const first = taken.get(foldName(theirs));
    if (first === undefined) {
      taken.set(foldName(theirs), ours);
      return [];
    }
    const message = `“${first}” and “${ours}” are both read from “${visible(theirs, 60)}”. Choose another heading for one of them.`;
    return [{ column: key, message }];
  });
}

function valueFaults({ kind, values }: Mapping): MappingFault[] {
  return Object.entries(values).flatMap(([key, texts]) => {
    const column = columnsByKind[kind][key];
    if (column === undefined) return [];
    const known = new Set(column.choices?.map(foldName));
    const wrong = Object.entries(texts).find(([, ours]) =>
      ours === '' ? column.required : column.choices !== null && !known.has(foldName(ours)),
    );
    if (Object.keys(texts).length > mostTexts) {
      return [{ column: key, message: `“${column.heading}” has more than ${mostTexts} texts. Keep fewer.` }];
    }
    if (wrong === undefined) return [];
    const message = `Say what “${visible(wrong[0], 60)}” means in “${column.heading}”: choose one of its own texts.`;
    return [{ column: key, message }];
  });
}

/** Everything because of which a file could not be read with a layout, all at once; empty when it is sound. */
export function faultsOfMapping(mapping: Mapping): readonly MappingFault[] {
  const { kind, name, headings, values } = mapping;
  const unknown = [...Object.keys(headings), ...Object.keys(values)].some(
    (key) => !Object.hasOwn(columnsByKind[kind], key),
  );
  if (unknown) return [{ column: null, message: 'This kind of file has no such column. Reload the page.' }];
  const shipped = shippedProfiles.some((one) => one.kind === kind && foldName(one.name) === foldName(name));
  const named = {
    column: null,
    message: 'A layout that comes with the program has this name. Choose another.',
  };
  return [...(shipped ? [named] : []), ...headingFaults(mapping), ...valueFaults(mapping)];
}
