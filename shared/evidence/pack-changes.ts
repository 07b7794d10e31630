import type { Figure } from './figure.ts';
import { metricOf } from './metric-list.ts';
import type { StatementFields } from './statement.ts';
import { mayLeave } from './use-label.ts';

/** What a pack says, for comparison. */
export type Said = { readonly statements: readonly StatementFields[]; readonly figures: readonly Figure[] };

/** One difference between two packs; `null` on a side where there was nothing. */
export type PackChange = {
  readonly what: 'figure' | 'question' | 'decision' | 'gap';
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

const leftOut = 'left out: unpublished, internal management only';

/** The rows of a figure's table that the other one does not have. */
function ownRows(figure: Figure, other: Figure): string {
  const known = new Set((other.table?.rows ?? []).map((row) => row.join('|')));
  const own = (figure.table?.rows ?? []).filter((row) => !known.has(row.join('|')));
  return own.map(([label = '', ...values]) => `${label} ${values.join(', ')}`).join('; ');
}

/** A figure as a list of differences may show it: whatever may not leave the trust is not in it. */
function headlineOf(figure: Figure | undefined): string | null {
  if (figure === undefined) return null;
  return mayLeave(figure.useLabel) ? figure.headline : leftOut;
}

type Sides = { readonly before: string | null; readonly after: string | null };

/** What differs between two states of a figure: its headline, or else rows of its table; `null` where nothing does. */
function sidesOf(then: Figure | undefined, now: Figure | undefined): Sides | null {
  const heads = { before: headlineOf(then), after: headlineOf(now) };
  if (heads.before !== heads.after) return heads;
  if (then === undefined || now === undefined || !mayLeave(now.useLabel)) return null;
  const rows = { before: ownRows(then, now), after: ownRows(now, then) };
  return rows.before === rows.after ? null : rows;
}

function figureChanges(before: Said, after: Said): PackChange[] {
  const used = ({ statements }: Said) =>
    new Set(statements.flatMap(({ facts }) => facts.map(({ metric }) => metric)));
  const [was, is] = [used(before), used(after)];
  return [...new Set([...was, ...is])].flatMap((metric): PackChange[] => {
    const find = ({ figures }: Said): Figure | undefined =>
      figures.find((figure) => figure.metric === metric);
    const then = was.has(metric) ? find(before) : undefined;
    const sides = sidesOf(then, is.has(metric) ? find(after) : undefined);
    return sides === null ? [] : [{ what: 'figure', name: metricOf(metric).name, ...sides }];
  });
}

type Listed = { readonly key: string; readonly name: string; readonly text: string };

function listChanges(
  what: PackChange['what'],
  before: readonly Listed[],
  after: readonly Listed[],
): PackChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  return keys.flatMap((key): PackChange[] => {
    const [then, now] = [before, after].map((all) => all.find((one) => one.key === key));
    if (then?.text === now?.text) return [];
    const name = now?.name ?? then?.name ?? key;
    return [{ what, name, before: then?.text ?? null, after: now?.text ?? null }];
  });
}

const questionsOf = ({ statements }: Said): Listed[] =>
  statements.map(({ code, text }) => ({ key: code, name: code, text }));

const decisionsOf = ({ statements }: Said): Listed[] =>
  statements.flatMap(({ code, decisions }) =>
    decisions.map(({ what, on, reference }) => ({
      key: `${code} ${reference} ${on} ${what}`,
      name: code,
      text: `${what} (${reference})`,
    })),
  );

const gapsOf = ({ statements }: Said): Listed[] =>
  statements.flatMap(({ code, gaps }) =>
    gaps.map(({ gap, action, by }) => ({
      key: `${code} ${gap}`,
      name: code,
      text: `${gap}: ${action} by ${by}`,
    })),
  );

/** What changed from one pack to the next: figures used, questions, decisions, gaps; empty when nothing did. */
export function packChanges(before: Said, after: Said): readonly PackChange[] {
  return [
    ...figureChanges(before, after),
    ...listChanges('question', questionsOf(before), questionsOf(after)),
    ...listChanges('decision', decisionsOf(before), decisionsOf(after)),
    ...listChanges('gap', gapsOf(before), gapsOf(after)),
  ];
}
