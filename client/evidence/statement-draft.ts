import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import type { Figure } from '../../shared/evidence/figure.ts';
import type { Standing, Theme } from '../../shared/evidence/frameworks.ts';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import type { MetricId } from '../../shared/evidence/metrics.ts';
import type { Decision, Gap, StatementFields } from '../../shared/evidence/statement.ts';

/** A fact as typed; `metric` is '' where there is none, `sentence` '' for the drafted one. */
export type FactDraft = { readonly metric: MetricId | ''; readonly owner: string; readonly sentence: string };

export type DecisionDraft = Readonly<Record<keyof Decision, string>>;
export type GapDraft = Readonly<Record<keyof Gap, string>>;

/** A question as typed. */
export type StatementDraft = {
  readonly code: string;
  readonly theme: Theme;
  readonly standing: Standing;
  readonly text: string;
  /** Always three. */
  readonly facts: readonly FactDraft[];
  readonly decisions: readonly DecisionDraft[];
  readonly gaps: readonly GapDraft[];
};

const noFact: FactDraft = { metric: '', owner: '', sentence: '' };
export const noDecision: DecisionDraft = { what: '', on: '', reference: '' };
export const noGap: GapDraft = { gap: '', action: '', by: '', owner: '' };

export const emptyStatement: StatementDraft = {
  code: '',
  theme: 'other',
  standing: 'typed',
  text: '',
  facts: [noFact, noFact, noFact],
  decisions: [],
  gaps: [],
};

export function draftOf({ facts, decisions, gaps, ...own }: StatementFields): StatementDraft {
  const typed = facts.map(({ metric, owner, sentence }) => ({ metric, owner, sentence: sentence ?? '' }));
  return { ...own, facts: [...typed, noFact, noFact, noFact].slice(0, 3), decisions, gaps };
}

/** Those of `more` that are not among `own`, after them. */
function together<T>(own: readonly T[], more: readonly T[]): readonly T[] {
  const known = new Set(own.map((one) => JSON.stringify(one)));
  return [...own, ...more.filter((one) => !known.has(JSON.stringify(one)))];
}

/** A question with the evidence of another version on its theme beside its own: at most three facts and ten of the rest. */
export function bringOver(draft: StatementDraft, from: readonly StatementFields[]): StatementDraft {
  const old = from.filter(({ theme }) => theme === draft.theme).map(draftOf);
  const facts = [draft, ...old].flatMap((one) => one.facts).filter(({ metric }) => metric !== '');
  const once = facts.filter(
    ({ metric }, index) => facts.findIndex((fact) => fact.metric === metric) === index,
  );
  return {
    ...draft,
    facts: [...once, noFact, noFact, noFact].slice(0, 3),
    decisions: together(
      draft.decisions,
      old.flatMap(({ decisions }) => decisions),
    ).slice(0, 10),
    gaps: together(
      draft.gaps,
      old.flatMap(({ gaps }) => gaps),
    ).slice(0, 10),
  };
}

type Read =
  | { readonly ok: true; readonly statement: StatementFields }
  | { readonly ok: false; readonly problems: readonly string[] };

function readFacts(draft: StatementDraft, figures: readonly Figure[]): StatementFields['facts'] {
  return draft.facts.flatMap(({ metric, owner, sentence }) => {
    if (metric === '') return [];
    const drafted = figures.find((figure) => figure.metric === metric)?.sentence ?? null;
    const own = sentence.trim();
    const written = own !== '' && own !== drafted;
    return [
      {
        metric,
        owner: owner.trim() === '' ? metricOf(metric).owner : owner.trim(),
        sentence: written ? own : null,
        draftedAs: written ? drafted : null,
      },
    ];
  });
}

function isBlank(row: Readonly<Record<string, string>>): boolean {
  return Object.values(row).every((text) => text.trim() === '');
}

/** Every field filled, and the day a day; `null` for a row that is not whole. */
function readDecision({ what, on, reference }: DecisionDraft): Decision | null {
  const day = parsePlainDate(on);
  if (day === null || what.trim() === '' || reference.trim() === '') return null;
  return { what: what.trim(), on: day, reference: reference.trim() };
}

function readGap({ gap, action, by, owner }: GapDraft): Gap | null {
  const day = parsePlainDate(by);
  if (day === null || [gap, action, owner].some((text) => text.trim() === '')) return null;
  return { gap: gap.trim(), action: action.trim(), by: day, owner: owner.trim() };
}

/** What was typed as a question; every problem at once. Rows left blank are left out. */
export function readStatement(draft: StatementDraft, figures: readonly Figure[]): Read {
  const decisions = draft.decisions.filter((row) => !isBlank(row)).map(readDecision);
  const gaps = draft.gaps.filter((row) => !isBlank(row)).map(readGap);
  const problems = [
    ...(draft.code.trim() === '' ? ['Type the code of the question.'] : []),
    ...(draft.text.trim() === '' ? ['Type the question.'] : []),
    ...(decisions.includes(null)
      ? ['A decision needs what was decided, the day, and where it is minuted.']
      : []),
    ...(gaps.includes(null) ? ['A gap needs what is missing, the action, its day, and an owner.'] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    statement: {
      code: draft.code.trim(),
      theme: draft.theme,
      standing: draft.standing,
      text: draft.text.trim(),
      facts: readFacts(draft, figures),
      decisions: decisions.filter((row) => row !== null),
      gaps: gaps.filter((row) => row !== null),
    },
  };
}
