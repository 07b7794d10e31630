import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as an independent reader sees it. */
export type ReadPdf = {
  readonly pages: readonly string[];
  readonly title: string | null;
  readonly language: string | null;
  readonly marked: boolean;
  /** Every tag, in order: H1, H2, P, Table, TH … */
  readonly tags: readonly string[];
  /** The words of each picture. */
  readonly alternatives: readonly string[];
};

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

function walk(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}

/** Line breaks of the page are not breaks of the text. */
function joined(items: readonly { readonly str?: string; readonly hasEOL?: boolean }[]): string {
  return items
    .map(({ str = '', hasEOL = false }) => (hasEOL ? `${str} ` : str))
    .join('')
    .replace(/\s+/g, ' ');
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const [pages, nodes]: [string[], Node[]] = [[], []];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(joined((await page.getTextContent()).items as { str: string; hasEOL: boolean }[]));
    const tree = (await page.getStructTree()) as Node | null;
    if (tree !== null) nodes.push(...walk(tree));
  }
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title?: string; Language?: string } };
  const mark = await pdf.getMarkInfo();
  await pdf.destroy();
  return {
    pages,
    title: info.Title ?? null,
    language: info.Language ?? null,
    marked: mark?.Marked === true,
    tags: nodes.flatMap(({ role }) => (role === undefined ? [] : [role])),
    alternatives: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
  };
}
