import type { Figure } from '../../shared/evidence/figure.ts';
import { publishedFrameworks } from '../../shared/evidence/frameworks.ts';
import { factSentence, isOutOfDate } from '../../shared/evidence/pack-document.ts';
import type { Fact, Gap, StatementFields } from '../../shared/evidence/statement.ts';
import type { Outputs } from '../app/trpc.ts';
import { plural } from '../format/numbers.ts';

export type ShownEvidence = Outputs['evidence']['show'];
export type HeldFramework = ShownEvidence['frameworks'][number];
export type HeldStatement = ShownEvidence['statements'][number];
export type ShownPack = Outputs['evidence']['pack'];

/** The framework of the address; the one begun last where it names none that is there. */
export function openFramework({ frameworks }: ShownEvidence, id: string): HeldFramework | null {
  return frameworks.find((framework) => framework.id === id) ?? frameworks.at(-1) ?? null;
}

export function statementsOf({ statements }: ShownEvidence, frameworkId: string): readonly HeldStatement[] {
  return statements.filter((one) => one.frameworkId === frameworkId);
}

export function figureOf({ figures }: Pick<ShownEvidence, 'figures'>, metric: string): Figure | null {
  return figures.find((figure) => figure.metric === metric) ?? null;
}

/** A fact as the pack would print it now. */
export type ShownFact = {
  readonly fact: Fact;
  readonly figure: Figure;
  readonly sentence: string;
  /** The numbers changed since somebody wrote the sentence: what it would be drafted as now. */
  readonly outOfDate: string | null;
};

export function shownFacts(shown: ShownEvidence, { facts }: StatementFields): readonly ShownFact[] {
  return facts.flatMap((fact) => {
    const figure = figureOf(shown, fact.metric);
    if (figure === null) return [];
    const outOfDate = isOutOfDate(fact, figure) ? figure.sentence : null;
    return [{ fact, figure, sentence: factSentence(fact, figure), outOfDate }];
  });
}

/** "5 questions: 11 of 14 facts are known, 2 gaps are said and 1 decision is recorded." */
export function headline(shown: ShownEvidence, statements: readonly HeldStatement[]): string {
  const facts = statements.flatMap((one) => shownFacts(shown, one));
  const known = facts.filter(({ figure }) => figure.known).length;
  const gaps = statements.reduce((sum, one) => sum + one.gaps.length, 0);
  const decisions = statements.reduce((sum, one) => sum + one.decisions.length, 0);
  return `${plural(statements.length, 'question')}: ${known} of ${plural(facts.length, 'fact')} known, ${plural(gaps, 'gap')} said, ${plural(decisions, 'decision')} recorded.`;
}

/** A gap with the question it stands under. */
export type ListedGap = Gap & { readonly key: string; readonly code: string };

/** Every gap said, the soonest first. */
export function gapsOf(statements: readonly HeldStatement[]): readonly ListedGap[] {
  const gaps = statements.flatMap(({ id, code, gaps: own }) =>
    own.map((gap, index) => ({ ...gap, code, key: `${id} ${index}` })),
  );
  return gaps.toSorted((a, b) => (a.by < b.by ? -1 : 1));
}

/** A version that can be compared: the trust's own, or as published. */
export type Version = {
  readonly key: string;
  readonly name: string;
  readonly questions: readonly Pick<StatementFields, 'code' | 'theme' | 'text'>[];
};

export function versionsOf(shown: ShownEvidence): readonly Version[] {
  const own = shown.frameworks.map(({ id, name }) => ({
    key: id,
    name: `Ours: ${name}`,
    questions: statementsOf(shown, id),
  }));
  const published = publishedFrameworks.map(({ key, name, statements }) => ({
    key,
    name: `Published: ${name}`,
    questions: statements,
  }));
  return [...own, ...published];
}
