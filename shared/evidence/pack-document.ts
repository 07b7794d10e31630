import type { Figure, FigureChart, FigureTable } from './figure.ts';
import { frameworkStatusNames } from './frameworks.ts';
import { metricOf } from './metric-list.ts';
import type { Snapshot } from './snapshot.ts';
import type { Fact, StatementFields } from './statement.ts';
import { mayLeave, useLabelNames } from './use-label.ts';
import { dayOf, whole } from './words.ts';

/** A part of a document; every text is final, so that screen, Word and PDF show the same to the digit. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly small?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: FigureTable }
  | { readonly kind: 'chart'; readonly chart: FigureChart };

/** What is printed: the one source of the page, the Word file and the PDF. */
export type PackDocument = {
  readonly title: string;
  /** Under the title, and at the foot of every page: whose, of which day. */
  readonly line: string;
  readonly blocks: readonly Block[];
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const small = (text: string): Block => ({ kind: 'paragraph', text, small: true });
const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

type Figures = ReadonlyMap<string, Figure>;

/** The sentence of a fact, or that its source forbids it, without a value. */
export function factSentence(fact: Fact, figure: Figure): string {
  if (mayLeave(figure.useLabel)) return fact.sentence ?? figure.sentence;
  return `${metricOf(fact.metric).name}: left out. The use its source allows is “${useLabelNames[figure.useLabel].toLowerCase()}”.`;
}

/** Whether the numbers changed since somebody wrote a sentence of their own. */
export function isOutOfDate({ sentence, draftedAs }: Fact, figure: Figure): boolean {
  return sentence !== null && draftedAs !== figure.sentence;
}

function factBlocks(fact: Fact, number: number, figures: Figures): Block[] {
  const figure = figures.get(fact.metric);
  if (figure === undefined) return [];
  const { caveat } = metricOf(fact.metric);
  const use = useLabelNames[figure.useLabel];
  const lines = [
    paragraph(`${number}. ${factSentence(fact, figure)}`),
    small(`${dayOf(figure.on)}. Source: ${figure.source}. Owner: ${fact.owner}. Use: ${use}. ${caveat}`),
  ];
  if (!mayLeave(figure.useLabel)) return lines;
  const old = isOutOfDate(fact, figure)
    ? [small(`Written by hand before the numbers changed. They now say: ${figure.sentence}`)]
    : [];
  return [
    ...lines,
    ...old,
    ...(figure.chart === null ? [] : [{ kind: 'chart' as const, chart: figure.chart }]),
    ...(figure.table === null ? [] : [{ kind: 'table' as const, table: figure.table }]),
  ];
}

function statementBlocks({ code, text, facts, decisions, gaps }: StatementFields, figures: Figures): Block[] {
  const decided = decisions.map(({ what, on, reference }) => `${dayOf(on)}: ${what} (${reference})`);
  const missing = gaps.map(
    ({ gap, action, by, owner }) => `${gap} Action: ${action} by ${dayOf(by)}. Owner: ${owner}.`,
  );
  return [
    heading(2, `${code}. ${text}`),
    heading(3, 'Facts'),
    ...(facts.length === 0 ? [paragraph('No fact has been chosen for this question.')] : []),
    ...facts.flatMap((fact, index) => factBlocks(fact, index + 1, figures)),
    heading(3, 'Decisions taken'),
    ...(decided.length === 0 ? [paragraph('None recorded.')] : [{ kind: 'list' as const, items: decided }]),
    heading(3, 'Gaps'),
    ...(missing.length === 0 ? [paragraph('None recorded.')] : [{ kind: 'list' as const, items: missing }]),
  ];
}

function usedMetrics(statements: readonly StatementFields[]): Block {
  const used = [...new Set(statements.flatMap(({ facts }) => facts.map(({ metric }) => metric)))];
  const rows = used.map((metric) => {
    const { name, definition, numerator, denominator, source } = metricOf(metric);
    return [name, definition, numerator, denominator, source];
  });
  const labels = ['Metric', 'Definition', 'Numerator', 'Denominator', 'Source'];
  const columns = labels.map((label) => ({ label, numeric: false }));
  return { kind: 'table', table: { caption: 'Metrics used, with their definitions', columns, rows } };
}

/** How the figures can be had again, and what stands for the whole. */
function provenance({ engine, parameterHash, inputs }: Snapshot, hash: string): Block[] {
  return [
    heading(2, 'How these figures were made'),
    paragraph(
      `Worked out by model ${engine} with parameter set ${parameterHash} from the register of ${dayOf(inputs.dataCut)}. Both are kept in the snapshot, and whoever has the right can work each figure out again.`,
    ),
    paragraph(
      'Counts under five are hidden in headcount, hours, money and percentages together, with as many others as it takes for nobody to work them out.',
    ),
    paragraph(`SHA-256 of the snapshot: ${hash}`),
  ];
}

/** A frozen pack as a document. @param hash SHA-256 of the snapshot's canonical text, hexadecimal. */
export function packDocument(snapshot: Snapshot, hash: string): PackDocument {
  const { title, trust, framework, madeOn, inputs, statements } = snapshot;
  const figures = new Map(snapshot.figures.map((figure) => [figure.metric, figure]));
  const made = trust.synthetic ? ' Synthetic data: not a real trust.' : '';
  const gaps = statements.reduce((sum, one) => sum + one.gaps.length, 0);
  return {
    title,
    line: `${trust.name} (${trust.odsCode}), data to ${dayOf(inputs.dataCut)}`,
    blocks: [
      paragraph(
        `${framework.name}. ${frameworkStatusNames[framework.status]}. Source: ${framework.source}${framework.note === '' ? '' : ` ${framework.note}`}`,
      ),
      paragraph(
        `${whole(statements.length)} ${statements.length === 1 ? 'question' : 'questions'}, ${whole(gaps)} ${gaps === 1 ? 'gap' : 'gaps'} said. Frozen on ${dayOf(madeOn)}.${made}`,
      ),
      ...statements.flatMap((statement) => statementBlocks(statement, figures)),
      heading(2, 'Definitions'),
      usedMetrics(statements),
      ...provenance(snapshot, hash),
    ],
  };
}
