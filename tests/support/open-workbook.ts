import { fromBufferPromise } from 'yauzl';

/** A cell as the file has it, read without the library that wrote it. */
export type OpenCell = {
  readonly text: string | null;
  readonly number: number | null;
  /** Without its equals sign; `number` is then the value the file keeps of it. */
  readonly formula: string | null;
  /** The format of number of its style. */
  readonly format: string;
};

export type OpenSheet = { readonly name: string; readonly cells: ReadonlyMap<string, OpenCell> };

export type OpenBook = {
  /** Every part of the file, unpacked. */
  readonly parts: ReadonlyMap<string, string>;
  readonly sheets: readonly OpenSheet[];
};

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text as text, and then characters that a workbook writes by their number. */
function plain(xml: string): string {
  return xml
    .replace(/&(#?\w+);/g, (_, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? ''),
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = '']) => plain(text))
    .join('');
}

function formatsOf(styles: string): string[] {
  const byId = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id = '', code = '']) => [
      id,
      plain(code),
    ]),
  );
  const [, cellXfs = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles) ?? [];
  return [...cellXfs.matchAll(/<xf\b[^>]*?numFmtId="(\d+)"/g)].map(([, id = '']) => byId.get(id) ?? id);
}

function cellsOf(xml: string, strings: readonly string[], formats: readonly string[]): Map<string, OpenCell> {
  const cells = new Map<string, OpenCell>();
  for (const [, attributes = '', inner = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const attribute = (name: string): string | undefined =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const value = /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1];
    const formula = /<f\b[^>]*>([\s\S]*?)<\/f>/.exec(inner)?.[1];
    const type = attribute('t') ?? 'n';
    const text =
      type === 's'
        ? (strings[Number(value)] ?? null)
        : type === 'n'
          ? null
          : type === 'inlineStr'
            ? textIn(inner)
            : plain(value ?? '');
    cells.set(attribute('r') ?? '', {
      text,
      number: type === 'n' && value !== undefined ? Number(value) : null,
      formula: formula === undefined ? null : plain(formula),
      format: formats[Number(attribute('s') ?? 0)] ?? '0',
    });
  }
  return cells;
}

/** Opens a workbook as any program would: by its parts, knowing nothing of how it was made. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenBook> {
  const parts = await partsOf(bytes);
  const part = (name: string): string => parts.get(name) ?? '';
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, si = '']) =>
    textIn(si),
  );
  const formats = formatsOf(part('xl/styles.xml'));
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) =>
    plain(name),
  );
  const sheets = names.map((name, index) => ({
    name,
    cells: cellsOf(part(`xl/worksheets/sheet${index + 1}.xml`), strings, formats),
  }));
  return { parts, sheets };
}

export function sheetNamed({ sheets }: OpenBook, name: string): OpenSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** The values of a column by its heading in row 4, from row 5 down to its last cell, a total under it among them. */
export function columnOf({ cells }: OpenSheet, heading: string): readonly (OpenCell | undefined)[] {
  const at = [...cells].find(([place, { text }]) => /^[A-Z]+4$/.test(place) && text === heading)?.[0];
  if (at === undefined) throw new Error(`no column ${heading}`);
  const letters = at.replace(/\d+$/, '');
  const last = Math.max(...[...cells.keys()].map((place) => Number(place.replace(/^[A-Z]+/, ''))));
  return Array.from({ length: last - 4 }, (_, index) => cells.get(`${letters}${index + 5}`));
}
