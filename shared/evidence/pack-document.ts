import { dueOf, heading, meta, plain, type Block, type Figures, type PackDocument } from './blocks.ts';
import type { Figure } from './figure.ts';
import { metricOf } from './metric-list.ts';
import { mayLeave, useLabelNames } from './use-label.ts';
import type { Snapshot } from './snapshot.ts';
import type { Fact, StatementFields } from './statement.ts';
import { atAGlance } from './pack-summary.ts';
import { closingBlocks } from './pack-closing.ts';
import { dayOf } from './words.ts';

/** The sentence of a fact, or that its source forbids it, without a value. */
export function factSentence(fact: Fact, figure: Figure): string {
  if (mayLeave(figure.useLabel)) return fact.sentence ?? figure.sentence;
  return `${metricOf(fact.metric).name}: left out. The use its source allows is “${useLabelNames[figure.useLabel].toLowerCase()}”.`;
}

/** Whether the numbers changed since somebody wrote a sentence of their own. */
export function isOutOfDate({ sentence, draftedAs }: Fact, figure: Figure): boolean {
  return sentence !== null && draftedAs !== figure.sentence;
}

/** Where each metric is first a fact: its picture and table stand there, once. */
type Places = ReadonlyMap<string, string>;

/** "W8.R1, fact 2". */
function placeOf(code: string, index: number): string {
  return `${code}, fact ${index + 1}`;
}

function placesOf(statements: readonly StatementFields[]): Places {
  const places = new Map<string, string>();
  for (const { code, facts } of statements)
    facts.forEach(({ metric }, index) => {
      if (!places.has(metric)) places.set(metric, placeOf(code, index));
    });
  return places;
}

function pictureAndTable({ chart, table, metric }: Figure, here: string, places: Places): Block[] {
  if (chart === null && table === null) return [];
  const first = places.get(metric);
  if (first !== undefined && first !== here) return [meta(`Its table stands under ${first}.`)];
  return [
    ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
    ...(table === null ? [] : [{ kind: 'table' as const, table }]),
  ];
}

type Place = { readonly here: string; readonly number: number };

/** What every question of a pack is drawn with. */
type Pack = { readonly figures: Figures; readonly places: Places; readonly madeOn: Snapshot['madeOn'] };

function factBlocks(fact: Fact, figure: Figure, { here, number }: Place, { places }: Pack): Block[] {
  const { caveat } = metricOf(fact.metric);
  const use = useLabelNames[figure.useLabel];
  const own = mayLeave(figure.useLabel) && fact.sentence !== null ? ' Sentence written by hand.' : '';
  const lines: Block[] = [
    { kind: 'paragraph', text: `${number}. ${factSentence(fact, figure)}`, look: 'fact' },
    meta(
      `Data to ${dayOf(figure.on)}. Source: ${figure.source}. Owner: ${fact.owner}. Use: ${use}. ${caveat}${own}`,
    ),
  ];
  if (!mayLeave(figure.useLabel)) return lines;
  const old = isOutOfDate(fact, figure)
    ? [meta(`Written by hand before the numbers changed. They now say: ${figure.sentence}`)]
    : [];
  return [...lines, ...old, ...pictureAndTable(figure, here, places)];
}

function listOr(items: readonly string[], none: string): Block {
  return items.length === 0 ? plain(none) : { kind: 'list', items };
}

function factsBlocks({ code, facts }: StatementFields, pack: Pack): Block[] {
  if (facts.length === 0) return [plain('No fact has been chosen for this question.')];
  return facts.flatMap((fact, index) => {
    const figure = pack.figures.get(fact.metric);
    return figure === undefined
      ? []
      : factBlocks(fact, figure, { here: placeOf(code, index), number: index + 1 }, pack);
  });
}

/** What is missing: the gaps that were said, and facts that nobody can state yet, written down or not. */
function gapsBlocks({ gaps, facts }: StatementFields, { figures, madeOn }: Pack): Block[] {
  const said = gaps.map(
    ({ gap, action, by, owner }) => `${gap} Action: ${action} by ${dueOf(by, madeOn)}. Owner: ${owner}.`,
  );
  const unknown = facts.flatMap(({ metric }) =>
    figures.get(metric)?.known === false ? [`${metricOf(metric).name}: not known.`] : [],
  );
  const silent = unknown.length > 0 && said.length === 0;
  return [
    listOr([...said, ...unknown], 'None recorded.'),
    ...(silent ? [plain('No action on what is not known is recorded.')] : []),
  ];
}

function statementBlocks(statement: StatementFields, pack: Pack): Block[] {
  const { code, text, decisions } = statement;
  const decided = decisions.map(({ what, on, reference }) => `${dayOf(on)}: ${what} (${reference})`);
  return [
    heading(2, `${code}. ${text}`),
    heading(3, 'Facts'),
    ...factsBlocks(statement, pack),
    heading(3, 'Decisions taken'),
    listOr(decided, 'None recorded.'),
    heading(3, 'Gaps'),
    ...gapsBlocks(statement, pack),
  ];
}

/** A frozen pack as a document. @param hash SHA-256 of the snapshot's canonical text, hexadecimal. */
export function packDocument(snapshot: Snapshot, hash: string): PackDocument {
  const { title, trust, madeOn, inputs, statements } = snapshot;
  const figures = new Map(snapshot.figures.map((figure) => [figure.metric, figure]));
  const pack = { figures, places: placesOf(statements), madeOn };
  return {
    title,
    line: `${trust.name} (${trust.odsCode}), data to ${dayOf(inputs.dataCut)}`,
    blocks: [
      ...atAGlance(snapshot, figures),
      ...statements.flatMap((statement) => statementBlocks(statement, pack)),
      ...closingBlocks(snapshot, hash),
    ],
  };
}
