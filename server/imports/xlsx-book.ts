import type { BookParts } from './xlsx-guard.ts';

/** A sheet of a workbook; `at` is its place among all of them, by which the reader finds it. */
export type BookSheet = {
  readonly at: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Path of its part in the workbook. */
  readonly part: string;
};

/** How a number is shown where that changes what a person reads: `21.5%`, or `00012345` with its leading zeros. */
export type ShownAs = { readonly percent: true } | { readonly percent: false; readonly digits: number };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** Attributes of one tag; prefixes of names are left out (`r:id` is `id`). */
export function attributesOf(tag: string): Readonly<Record<string, string>> {
  const found = [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    found.map(([, name = '', double, single]) => [name.replace(/^.*:/, ''), decoded(double ?? single ?? '')]),
  );
}

function tagsOf(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)>`, 'g'))].map(([, inner = '']) =>
    attributesOf(inner),
  );
}

/** The sheets of a workbook that hold cells, in their order. Charts on sheets of their own are left out. */
export function sheetsOf({ book, relations }: BookParts): readonly BookSheet[] {
  const parts = new Map(
    tagsOf(relations, 'Relationship')
      .filter(({ Type = '' }) => Type.endsWith('/worksheet'))
      .map(({ Id = '', Target = '' }) => [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`]),
  );
  return tagsOf(book, 'sheet')
    .filter(({ name = '', id = '' }) => name !== '' && id !== '')
    .map(({ name = '', id = '', state = 'visible' }, at) => ({
      at,
      name,
      hidden: state !== 'visible',
      part: parts.get(id) ?? '',
    }))
    .filter(({ part }) => part !== '');
}

function shownAs(format: string): ShownAs | null {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\./g, '');
  if (bare.includes('%')) return { percent: true };
  return /^0{2,}$/.test(bare) ? { percent: false, digits: bare.length } : null;
}

/** By number of style: those that show a number as something else than its plain digits. */
export function stylesThatMatter({ styles }: BookParts): ReadonlyMap<number, ShownAs> {
  const formats = new Map([
    ['9', '0%'],
    ['10', '0.00%'],
  ]);
  for (const { numFmtId = '', formatCode = '' } of tagsOf(styles, 'numFmt'))
    formats.set(numFmtId, formatCode);
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return new Map(
    tagsOf(cells, 'xf').flatMap(({ numFmtId = '' }, style) => {
      const shown = shownAs(formats.get(numFmtId) ?? '');
      return shown === null ? [] : [[style, shown] as const];
    }),
  );
}
