import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Block, PackDocument } from '../../shared/evidence/blocks.ts';
import { chartSvg } from './chart-svg.ts';
import { signatureColumns } from './signatures.ts';

/**
 * Draws a document that comes as data: nothing of it is ever read as Typst. Header rows repeat; each picture has its
 * words; a fact stays with its source, a picture with its title, a table of a few rows on one page; `ua-1` refuses a
 * file that lacks title, alternative text or a level of heading.
 */
const template = `
#let doc = json(bytes(sys.inputs.document))
#let quiet = rgb("#4c6272")
#let blue = rgb("#003087")
#set document(title: doc.title, date: none)
#set text(lang: "en", region: "GB", size: 10.5pt, font: ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif"))
#set par(leading: 0.65em, spacing: 0.9em)
#set list(indent: 4pt, spacing: 0.8em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  footer: context block(width: 100%, stroke: (top: 0.5pt + quiet), inset: (top: 5pt), text(size: 9pt, fill: quiet)[
    #doc.line #h(1fr) Page #counter(page).display("1 of 1", both: true)
  ]),
)
#set table(
  stroke: (x, y) => (bottom: 0.5pt + rgb("#aeb7bd")),
  fill: (x, y) => if y == 0 { rgb("#e8edee") },
  inset: (x: 5pt, y: 5pt),
)
#show table: set text(size: 9.5pt)
#show table: set par(leading: 0.5em)
#show table.cell.where(y: 0): strong
#show figure.caption: it => align(left, strong(text(size: 9.5pt, it.body)))
#set figure(gap: 6pt)
#set figure.caption(position: top)
#show figure: set block(above: 1.2em, below: 1.4em)
#show heading: set text(fill: blue)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 1): set block(below: 0.6em)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.9em)
#show heading.where(level: 3): set block(above: 1.3em, below: 0.7em)
#let grid-of(columns, rows, height) = table(
  columns: columns.map(c => if c.numeric { auto } else { c.share * 1fr }),
  rows: (auto, height),
  align: columns.map(c => if c.numeric { right } else { left }),
  table.header(..columns.map(c => [#c.label])),
  ..rows.flatten().map(cell => [#cell]),
)
#heading(level: 1, doc.title)
#par(text(size: 11pt, fill: quiet, doc.line))
#line(length: 100%, stroke: 1.5pt + blue)
#for b in doc.blocks {
  if b.kind == "heading" {
    if b.newPage { pagebreak(weak: true) }
    heading(level: b.level, b.text)
  }
  else if b.kind == "paragraph" {
    if b.look == "plain" { par(b.text) }
    else if b.look == "fact" { block(sticky: true, above: 1.2em, below: 0.5em, text(size: 11pt, weight: "bold", b.text)) }
    else { block(sticky: b.sticky, above: 0.7em, below: 0.9em, text(size: 9pt, fill: quiet, b.text)) }
  }
  else if b.kind == "list" { list(..b.items.map(item => [#item])) }
  else if b.kind == "table" {
    show figure: set block(breakable: b.rows.len() > 14)
    figure(kind: table, supplement: none, numbering: none, caption: [#b.caption], align(left, grid-of(b.columns, b.rows, auto)))
  }
  else if b.kind == "signatures" { block(breakable: false, grid-of(b.columns, b.rows, 13mm)) }
  else {
    block(breakable: false, above: 1.2em, {
      text(size: 9.5pt, strong(b.title))
      v(2pt, weak: true)
      image(bytes(b.svg), format: "svg", alt: b.alternative, width: 100%)
    })
  }
}
`;

const shareOf = <T extends { readonly share?: number }>(columns: readonly T[]) =>
  columns.map((column) => ({ ...column, share: column.share ?? 1 }));

/** A block as the template reads it. @param next the block after it, which small print must not be parted from. */
function partOf(block: Block, next: Block | undefined): Readonly<Record<string, unknown>> {
  switch (block.kind) {
    case 'table':
      return { ...block.table, kind: 'table', columns: shareOf(block.table.columns) };
    case 'signatures':
      return { ...block, columns: shareOf(signatureColumns), rows: block.of.map((who) => [who, '', '', '']) };
    case 'heading':
      return { ...block, newPage: block.onNewPage === true };
    case 'paragraph':
      return { ...block, sticky: next?.kind === 'table' || next?.kind === 'chart' };
    case 'list':
      return block;
    case 'chart': {
      const { title, alternative } = block.chart;
      return { kind: 'chart', title, svg: chartSvg(block.chart), alternative };
    }
  }
}

/**
 * A document as a tagged PDF (PDF/UA-1).
 *
 * @throws Error when the writer refuses it.
 */
export function pdfOf({ title, line, blocks }: PackDocument): Uint8Array {
  const compiler = NodeCompiler.create();
  const parts = blocks.map((block, index) => partOf(block, blocks[index + 1]));
  const document = JSON.stringify({ title, line, blocks: parts });
  const compiled = compiler.compile({ mainFileContent: template, inputs: { document } });
  if (compiled.result === null || compiled.hasError()) throw new Error('the PDF could not be drawn');
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}
