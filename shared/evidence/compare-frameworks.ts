import { canonicalJson } from './canonical.ts';
import type { PublishedStatement, Theme } from './frameworks.ts';
import { metricOf } from './metric-list.ts';
import type { StatementFields } from './statement.ts';

type Question = Pick<StatementFields, 'code' | 'theme' | 'text'>;

/** What two versions ask about one theme; an empty side asks nothing about it. */
export type ComparedTheme<Q extends Question = Question> = {
  readonly theme: Theme;
  readonly before: readonly Q[];
  readonly after: readonly Q[];
  readonly change: 'same' | 'reworded' | 'new' | 'dropped';
};

function changeOf(before: readonly Question[], after: readonly Question[]): ComparedTheme['change'] {
  if (before.length === 0) return 'new';
  if (after.length === 0) return 'dropped';
  const texts = (questions: readonly Question[]): string =>
    questions
      .map(({ text }) => text)
      .sort()
      .join('\n');
  return texts(before) === texts(after) ? 'same' : 'reworded';
}

/** Two versions side by side, theme by theme: what is asked alike, in other words, anew, or no more. */
export function compareFrameworks<Q extends Question>(
  before: readonly Q[],
  after: readonly Q[],
): readonly ComparedTheme<Q>[] {
  const asked = [...new Set([...before, ...after].map(({ theme }) => theme))];
  return asked.map((theme) => {
    const [was, is] = [before, after].map((all) => all.filter((question) => question.theme === theme));
    return { theme, before: was ?? [], after: is ?? [], change: changeOf(was ?? [], is ?? []) };
  });
}

/** A question of a published version as a trust begins with it: the metrics that answer it best are its facts. */
export function startOf({ metrics, ...question }: PublishedStatement): StatementFields {
  const facts = metrics
    .slice(0, 3)
    .map((metric) => ({ metric, owner: metricOf(metric).owner, sentence: null, draftedAs: null }));
  return { ...question, facts, decisions: [], gaps: [] };
}

/**
 * The evidence of an older version under the questions of a newer one: a question takes the facts, decisions and gaps
 * of the old questions on its theme, at most three facts, the old ones first. What has no place is given back.
 */
export function carryOver(
  from: readonly StatementFields[],
  to: readonly StatementFields[],
): { readonly statements: readonly StatementFields[]; readonly leftBehind: readonly StatementFields[] } {
  const asked = new Set(to.map(({ theme }) => theme));
  const statements = to.map((question) => {
    const old = from.filter(({ theme }) => theme === question.theme);
    const facts = [...old.flatMap((one) => one.facts), ...question.facts];
    const once = facts.filter(
      ({ metric }, index) => facts.findIndex((fact) => fact.metric === metric) === index,
    );
    return {
      ...question,
      facts: once.slice(0, 3),
      decisions: old.flatMap(({ decisions }) => decisions).slice(0, 10),
      gaps: old.flatMap(({ gaps }) => gaps).slice(0, 10),
    };
  });
  return { statements, leftBehind: from.filter(({ theme }) => !asked.has(theme)) };
}

/** Evidence of one version that stands nowhere in another. */
export type NotCarried = {
  readonly code: string;
  readonly what: 'fact' | 'decision' | 'gap';
  readonly text: string;
};

/** Facts, decisions and gaps of `from` that stand under no question of `to`, in the order of the questions. */
export function notCarried(
  from: readonly StatementFields[],
  to: readonly StatementFields[],
): readonly NotCarried[] {
  const metrics = new Set(to.flatMap(({ facts }) => facts.map(({ metric }) => metric)));
  const decided = new Set(to.flatMap(({ decisions }) => decisions.map((one) => canonicalJson(one))));
  const gaps = new Set(to.flatMap((one) => one.gaps.map(({ gap }) => gap)));
  return from.flatMap(({ code, facts, decisions, gaps: own }): NotCarried[] => [
    ...facts.flatMap(({ metric }): NotCarried[] =>
      metrics.has(metric) ? [] : [{ code, what: 'fact', text: metricOf(metric).name }],
    ),
    ...decisions.flatMap((one): NotCarried[] =>
      decided.has(canonicalJson(one))
        ? []
        : [{ code, what: 'decision', text: `${one.what} (${one.reference})` }],
    ),
    ...own.flatMap(({ gap }): NotCarried[] => (gaps.has(gap) ? [] : [{ code, what: 'gap', text: gap }])),
  ]);
}
