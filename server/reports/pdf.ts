import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Block, PackDocument } from '../../shared/evidence/pack-document.ts';
import { chartSvg } from './chart-svg.ts';

/**
 * Draws a document that comes as data: nothing of it is ever read as Typst. Header rows repeat; each picture has its
 * words; `ua-1` refuses a file that lacks title, alternative text or a level of heading.
 */
const template = `
#let doc = json(bytes(sys.inputs.document))
#set document(title: doc.title, date: none)
#set text(lang: "en", region: "GB", size: 10.5pt, font: ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif"))
#set par(leading: 0.7em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  footer: context text(size: 9pt)[#doc.line #h(1fr) Page #counter(page).display("1 of 1", both: true)],
)
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#4c6272")), inset: (x: 4pt, y: 5pt))
#show table.cell.where(y: 0): strong
#show figure.caption: it => align(left, strong(it.body))
#set figure(gap: 6pt)
#set figure.caption(position: top)
#show figure: set block(breakable: true)
#show heading: set block(above: 1.6em, below: 0.8em)
#heading(level: 1, doc.title)
#par(text(fill: rgb("#4c6272"), doc.line))
#for b in doc.blocks {
  if b.kind == "heading" { heading(level: b.level, b.text) }
  else if b.kind == "paragraph" {
    if b.small { par(text(size: 9pt, fill: rgb("#4c6272"), b.text)) } else { par(b.text) }
  }
  else if b.kind == "list" { list(..b.items.map(item => [#item])) }
  else if b.kind == "table" {
    figure(kind: table, supplement: none, numbering: none, caption: [#b.caption], align(left, table(
      columns: b.columns.map(c => if c.numeric { auto } else { 1fr }),
      align: b.columns.map(c => if c.numeric { right } else { left }),
      table.header(..b.columns.map(c => [#c.label])),
      ..b.rows.flatten().map(cell => [#cell]),
    )))
  }
  else { image(bytes(b.svg), format: "svg", alt: b.alternative, width: 100%) }
}
`;

function partOf(block: Block): Readonly<Record<string, unknown>> {
  if (block.kind === 'table') return { kind: 'table', ...block.table };
  if (block.kind === 'paragraph') return { ...block, small: block.small === true };
  if (block.kind !== 'chart') return block;
  return { kind: 'chart', svg: chartSvg(block.chart), alternative: block.chart.alternative };
}

/**
 * A document as a tagged PDF (PDF/UA-1).
 *
 * @throws Error when the writer refuses it.
 */
export function pdfOf({ title, line, blocks }: PackDocument): Uint8Array {
  const compiler = NodeCompiler.create();
  const document = JSON.stringify({ title, line, blocks: blocks.map(partOf) });
  const compiled = compiler.compile({ mainFileContent: template, inputs: { document } });
  if (compiled.result === null || compiled.hasError()) throw new Error('the PDF could not be drawn');
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}
