import { dueOf, heading, plain, type Block, type Figures } from './blocks.ts';
import type { FigureColumn, FigureTable } from './figure.ts';
import { frameworkStatusNames, themeNames } from './frameworks.ts';
import { metricOf } from './metric-list.ts';
import type { Snapshot } from './snapshot.ts';
import type { StatementFields } from './statement.ts';
import { mayLeave } from './use-label.ts';
import { dayOf, whole } from './words.ts';

/** A column of words with its room beside others. */
export function words(label: string, share = 1): FigureColumn {
  return { label, numeric: false, share };
}

const number = (label: string): FigureColumn => ({ label, numeric: true });

function plural(count: number, one: string): string {
  return `${whole(count)} ${one}${count === 1 ? '' : 's'}`;
}

function knownOf({ facts }: StatementFields, figures: Figures): number {
  return facts.filter(({ metric }) => figures.get(metric)?.known === true).length;
}

function questionsTable(statements: readonly StatementFields[], figures: Figures): FigureTable {
  return {
    caption: 'Questions at a glance',
    columns: [
      words('Question'),
      words('About', 3),
      number('Facts known'),
      number('Decisions'),
      number('Gaps'),
    ],
    rows: statements.map((one) => [
      one.code,
      themeNames[one.theme],
      `${whole(knownOf(one, figures))} of ${whole(one.facts.length)}`,
      whole(one.decisions.length),
      whole(one.gaps.length),
    ]),
  };
}

function factsTable(statements: readonly StatementFields[], figures: Figures): FigureTable {
  const rows = statements.flatMap(({ code, facts }) =>
    facts.flatMap(({ metric, owner }) => {
      const figure = figures.get(metric);
      if (figure === undefined) return [];
      const value = mayLeave(figure.useLabel) ? figure.headline : 'left out';
      return [[code, metricOf(metric).name, value, dayOf(figure.on), owner]];
    }),
  );
  const columns = [
    words('Question', 2),
    words('Fact', 4),
    words('Number', 5),
    words('Data to', 4),
    words('Owner', 4),
  ];
  return { caption: 'Facts in numbers', columns, rows };
}

function gapsTable({ statements, madeOn }: Snapshot): FigureTable {
  const gaps = statements.flatMap(({ code, gaps: own }) => own.map((gap) => ({ code, ...gap })));
  return {
    caption: 'Gaps and what is done about them, the soonest first',
    columns: [words('Question', 2), words('Gap', 4), words('Action', 4), words('By', 3), words('Owner', 3)],
    rows: gaps
      .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
      .map(({ code, gap, action, by, owner }) => [code, gap, action, dueOf(by, madeOn), owner]),
  };
}

/** "5 questions. 8 of 13 facts are known. 1 decision is recorded. 2 gaps are said." */
function counts(statements: readonly StatementFields[], figures: Figures): string {
  const sum = (of: (one: StatementFields) => number): number =>
    statements.reduce((all, one) => all + of(one), 0);
  const [facts, decisions, gaps] = [
    sum((one) => one.facts.length),
    sum((one) => one.decisions.length),
    sum((one) => one.gaps.length),
  ];
  const known = sum((one) => knownOf(one, figures));
  return `${plural(statements.length, 'question')}; ${whole(known)} of ${plural(facts, 'fact')} known; ${plural(decisions, 'decision')} recorded; ${plural(gaps, 'gap')} said.`;
}

/** The first page: what it answers, of which day, and every number, gap and action in short. */
export function atAGlance(snapshot: Snapshot, figures: Figures): readonly Block[] {
  const { framework, madeOn, trust, statements } = snapshot;
  const { name, status, source, note } = framework;
  const synthetic = trust.synthetic ? ' Synthetic data: not a real trust.' : '';
  const gaps = gapsTable(snapshot);
  return [
    plain(`${name}. ${frameworkStatusNames[status]}. Source: ${source}${note === '' ? '' : ` ${note}`}`),
    plain(`${counts(statements, figures)} Frozen on ${dayOf(madeOn)}.${synthetic}`),
    heading(2, 'At a glance'),
    { kind: 'table', table: questionsTable(statements, figures) },
    { kind: 'table', table: factsTable(statements, figures) },
    ...(gaps.rows.length === 0 ? [plain('No gap was said.')] : [{ kind: 'table' as const, table: gaps }]),
  ];
}
