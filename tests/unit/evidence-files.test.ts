import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { PackDocument } from '../../shared/evidence/blocks.ts';
import { packDocument } from '../../shared/evidence/pack-document.ts';
import { snapshotOf } from '../../shared/evidence/snapshot.ts';
import type { StatementFields } from '../../shared/evidence/statement.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { pdfOf } from '../../server/reports/pdf.ts';
import { columnWidths, textWidth } from '../../server/reports/word-table.ts';
import { wordOf } from '../../server/reports/word.ts';
import { evidenceCaseOfAll } from '../support/evidence.ts';
import { readPdf } from '../support/pdf-text.ts';

const long = 'What the board asked and what was done about it, word for word. '.repeat(4).trim();
const squeezed = (text: string): string => text.replace(/\s+/g, '').replace(/[\u00AD\u2010-]/g, '');

function question(number: number): StatementFields {
  const owner = 'Research director';
  return {
    ...{ code: `Q${number}`, theme: 'other', standing: 'typed', text: long },
    facts: (['research-active-headcount', 'studies-by-specialty', 'projection'] as const).map((metric) => ({
      ...{ metric, owner, sentence: null, draftedAs: null },
    })),
    decisions: [1, 2, 3, 4].map((minute) => ({
      ...{ what: long, on: asPlainDate('2026-09-07'), reference: `Minute ${minute}` },
    })),
    gaps: [{ gap: long, action: long, by: asPlainDate('2027-03-31'), owner }],
  };
}

function documentOf(questions: number): PackDocument {
  const snapshot = snapshotOf({
    inputs: evidenceCaseOfAll(),
    parameters: publishedParameters,
    title: 'Long pack',
    trust: { name: 'Trust A', odsCode: 'ZZA', synthetic: true },
    madeOn: asPlainDate('2026-11-20'),
    framework: { base: null, name: 'Ours', status: 'own', source: 'Board', note: '' },
    statements: Array.from({ length: questions }, (_, index) => question(index + 1)),
  });
  return packDocument(snapshot, 'a'.repeat(64));
}

describe('a pack of forty questions with long texts and tables', () => {
  const document = documentOf(40);
  const codes = document.blocks.flatMap((block) =>
    block.kind === 'heading' && /^Q\d+\./.test(block.text) ? [block.text] : [],
  );

  it('is whole as a PDF: every question, every page numbered, header rows on every page of a long table', async () => {
    const pdf = await readPdf(pdfOf(document));
    const all = squeezed(pdf.pages.join(' ').replaceAll(document.line, ''));
    expect(codes).toHaveLength(40);
    expect(codes.filter((text) => !all.includes(squeezed(text)))).toEqual([]);
    expect(pdf.pages.length).toBeGreaterThan(30);
    pdf.pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`));
    // 120 facts in numbers do not stand on one page.
    const headed = pdf.pages.filter((page) => /Question ?Fact ?Number ?Data to ?Owner/.test(page));
    expect(headed.length).toBeGreaterThan(2);
    expect(pdf.pages.at(-1)).toContain('Approved for the board by');
    expect(pdf.tags.filter((tag) => tag === 'H2')).toHaveLength(44);
    expect(pdf.alternatives).toHaveLength(3);
  });

  it('is whole in Word: every question, fact, decision and gap, with header rows that repeat', async () => {
    const bytes = Buffer.from(await wordOf(document));
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(codes.filter((text) => !squeezed(value).includes(squeezed(text)))).toEqual([]);
    expect([...value.matchAll(/Minute 4\)/g)]).toHaveLength(40);
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
    expect([...html.matchAll(/<thead>/g)]).toHaveLength([...html.matchAll(/<table>/g)].length);
  });
});

describe('a table in Word', () => {
  it('is as wide as the text: numbers have what they need and words share the rest', () => {
    const columns = [
      { label: 'Metric', numeric: false, share: 3 },
      { label: 'Definition', numeric: false, share: 6 },
      { label: 'People', numeric: true },
    ];
    const widths = columnWidths({ columns, rows: [['Headcount', long, '1,054']] });
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(textWidth - 3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(textWidth);
    expect(Math.round((widths[1] ?? 0) / (widths[0] ?? 1))).toBe(2);
    expect(widths[2]).toBeLessThan(1_000);
  });
});
