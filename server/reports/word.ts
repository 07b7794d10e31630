import { Resvg } from '@resvg/resvg-js';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { FigureChart, FigureTable } from '../../shared/evidence/figure.ts';
import type { Block, PackDocument } from '../../shared/evidence/pack-document.ts';
import { chartHeight, chartSvg, chartWidth } from './chart-svg.ts';

const meta = '4C6272';

/** Width of the text on A4 with these margins, in pixels of the picture. */
const drawnWidth = 600;

const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function cellOf(text: string, numeric: boolean, isHeader: boolean): TableCell {
  const alignment = numeric ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    children: [new Paragraph({ alignment, children: [new TextRun({ text, bold: isHeader })] })],
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
  });
}

function tableOf({ caption, columns, rows }: FigureTable): (Paragraph | Table)[] {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label, numeric }) => cellOf(label, numeric, true)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, index) => cellOf(text, columns[index]?.numeric === true, false)),
      }),
  );
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 160, after: 80 },
      children: [new TextRun({ text: caption, bold: true })],
    }),
    new Table({ rows: [header, ...body], width: { size: 100, type: WidthType.PERCENTAGE } }),
    new Paragraph({ children: [] }),
  ];
}

/** The vector, with a picture of it for a Word that cannot draw vectors. */
function chartParagraph(chart: FigureChart): Paragraph {
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
  return new Paragraph({ children: [image] });
}

function partsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], text: block.text })];
    case 'paragraph': {
      const look = block.small === true ? { size: 18, color: meta } : {};
      return [
        new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: block.text, ...look })] }),
      ];
    }
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'table':
      return tableOf(block.table);
    case 'chart':
      return [chartParagraph(block.chart)];
  }
}

function footerOf(line: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${line}. Page `, size: 18 }),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  });
}

/** A document as a Word file: headings as headings, header rows that repeat, pictures with their words. */
export async function wordOf({ title, line, blocks }: PackDocument): Promise<Uint8Array> {
  const file = new Document({
    title,
    description: line,
    creator: 'Protected Time',
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: footerOf(line) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
          new Paragraph({ children: [new TextRun({ text: line, color: meta })] }),
          ...blocks.flatMap(partsOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
