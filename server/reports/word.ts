import { Resvg } from '@resvg/resvg-js';
import {
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type Table,
} from 'docx';
import type { Block, PackDocument } from '../../shared/evidence/blocks.ts';
import type { FigureChart } from '../../shared/evidence/figure.ts';
import { chartHeight, chartSvg, chartWidth } from './chart-svg.ts';
import { signatureColumns } from './signatures.ts';
import { captioned, rowsOf, textWidth } from './word-table.ts';
import { meta, wordStyles } from './word-styles.ts';

/** Width of the text on A4 with these margins, in pixels of the picture. */
const drawnWidth = 640;

const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The vector under its title, with a picture of it for a Word that cannot draw vectors. */
function chartParagraphs(chart: FigureChart): Paragraph[] {
  const svg = chartSvg(chart);
  const png = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
  const height = Math.round((chartHeight(chart) * drawnWidth) / chartWidth);
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: png },
    transformation: { width: drawnWidth, height },
    altText: { name: chart.title, title: chart.title, description: chart.alternative },
  });
  return [
    new Paragraph({ style: 'Caption', keepNext: true, text: chart.title }),
    new Paragraph({ children: [image] }),
  ];
}

function paragraphOf({ text, look }: Extract<Block, { kind: 'paragraph' }>, keepNext: boolean): Paragraph {
  if (look === 'plain') return new Paragraph({ spacing: { after: 120 }, text });
  return new Paragraph({ style: look === 'fact' ? 'Fact' : 'SmallPrint', keepNext, text });
}

/** @param next the block after it, which a fact and small print must not be parted from. */
function partsOf(block: Block, next: Block | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level],
          pageBreakBefore: block.onNewPage === true,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [paragraphOf(block, block.look === 'fact' || next?.kind === 'table' || next?.kind === 'chart')];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'table':
      return captioned(block.table);
    case 'chart':
      return chartParagraphs(block.chart);
    case 'signatures': {
      const rows = block.of.map((who) => [who, '', '', '']);
      return [rowsOf({ columns: signatureColumns, rows }, 740)];
    }
  }
}

function footerOf(line: string): Footer {
  const look = { size: 18, color: meta };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ text: `${line}\t`, ...look }),
          new TextRun({
            children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            ...look,
          }),
        ],
      }),
    ],
  });
}

/** A document as a Word file: headings as headings, header rows that repeat, pictures with their words. */
export async function wordOf({ title, line, blocks }: PackDocument): Promise<Uint8Array> {
  const margin = { top: 1134, bottom: 1134, left: 1134, right: 1134 };
  const file = new Document({
    title,
    description: line,
    creator: 'Protected Time',
    styles: wordStyles,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin } },
        footers: { default: footerOf(line) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
          new Paragraph({ style: 'Line', text: line }),
          ...blocks.flatMap((block, index) => partsOf(block, blocks[index + 1])),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
