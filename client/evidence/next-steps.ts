import { holdsOf } from '../../shared/evidence/hand-typed.ts';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import { isTypedMetric } from '../../shared/evidence/metrics.ts';
import { plural } from '../format/numbers.ts';
import {
  gapsOf,
  shownFacts,
  type HeldFramework,
  type HeldStatement,
  type ShownEvidence,
  type ShownFact,
} from './evidence-model.ts';
import type { EvidenceSearch } from './search.ts';

/** Something to do before the pack is frozen, and the part of the page where it is done. */
export type NextStep = {
  readonly text: string;
  readonly view: EvidenceSearch['view'];
  /** What the link says. */
  readonly link: string;
  /** Code of the question it begins with. */
  readonly code?: string;
  /** The page of the register where it is done, where it is not done here. */
  readonly page?: string;
};

type Asked = {
  readonly shown: ShownEvidence;
  readonly framework: HeldFramework;
  readonly statements: readonly HeldStatement[];
  readonly today: string;
};

const codes = (statements: readonly { readonly code: string }[]): string =>
  statements.map(({ code }) => code).join(', ');

const first = ([one]: readonly HeldStatement[]): Pick<NextStep, 'code'> =>
  one === undefined ? {} : { code: one.code };

const listed = (steps: readonly (NextStep | null)[]): NextStep[] => steps.filter((step) => step !== null);

function overdue({ statements, today }: Asked): NextStep | null {
  const late = gapsOf(statements).filter(({ by }) => by < today);
  if (late.length === 0) return null;
  const text = `${plural(late.length, 'gap')} past its day: ${codes(late)}. Say what was done, or a new day.`;
  return { text, view: 'gaps', link: 'See the gaps' };
}

function outOfDate({ shown, statements }: Asked): NextStep | null {
  const isOld = ({ outOfDate: now }: ShownFact): boolean => now !== null;
  const asked = statements.filter((one) => shownFacts(shown, one).some(isOld));
  const old = asked.flatMap((one) => shownFacts(shown, one).filter(isOld)).length;
  if (old === 0) return null;
  const text = `${plural(old, 'sentence')} written by hand before the numbers changed. Write anew, or go back to the draft.`;
  return { text, view: 'questions', link: 'See the sentences', ...first(asked) };
}

function missingTyped(facts: readonly ShownFact[]): NextStep | null {
  const names = facts.flatMap(({ figure: { metric, known } }) =>
    !known && isTypedMetric(metric) ? [metricOf(metric).name] : [],
  );
  if (names.length === 0) return null;
  const text = `${plural(names.length, 'value')} that only you can type: ${names.join(', ')}.`;
  return { text, view: 'figures', link: 'Type the values' };
}

function missingRecorded(facts: readonly ShownFact[]): NextStep[] {
  return facts.flatMap(({ figure: { metric, known, sentence } }) => {
    const { name, page } = metricOf(metric);
    if (known || isTypedMetric(metric) || page === null) return [];
    return [
      { text: `${name} is not known. ${sentence}`, view: 'figures' as const, link: 'See its page', page },
    ];
  });
}

function withoutFact({ statements }: Asked): NextStep | null {
  const bare = statements.filter(({ facts }) => facts.length === 0);
  if (bare.length === 0) return null;
  const text = `${plural(bare.length, 'question')} without a fact: ${codes(bare)}.`;
  return { text, view: 'questions', link: 'Choose facts', ...first(bare) };
}

function silent({ shown, statements }: Asked): NextStep | null {
  const unsaid = statements.filter(
    (one) => one.gaps.length === 0 && shownFacts(shown, one).some(({ figure }) => !figure.known),
  );
  if (unsaid.length === 0) return null;
  const text = `A fact is not known and no gap says so: ${codes(unsaid)}. Say the gap with its action, day and owner.`;
  return { text, view: 'questions', link: 'Say the gaps', ...first(unsaid) };
}

function undecided({ statements }: Asked): NextStep | null {
  const without = statements.filter(({ decisions }) => decisions.length === 0);
  if (without.length === 0) return null;
  const text = `No decision is recorded under ${codes(without)}. An inspector asks what was done with the numbers.`;
  return { text, view: 'questions', link: 'Record decisions', ...first(without) };
}

function held({ shown, framework, statements }: Asked): NextStep | null {
  const said = { title: framework.name, statements, figures: shown.figures, measures: shown.measures };
  const texts = holdsOf(said, new Set()).filter(({ reason }) => reason !== 'person');
  if (texts.length === 0) return null;
  const text = `${plural(texts.length, 'text')} typed by hand will hold the files back: ${texts.map(({ where, found }) => `${where} (${found})`).join(', ')}.`;
  const own = statements.filter(({ code }) => texts[0]?.where.startsWith(`${code},`));
  return { text, view: 'questions', link: 'Read them again', ...first(own) };
}

/** What to do before the next pack, the most telling first; empty when it can be frozen. */
export function nextSteps(asked: Asked): readonly NextStep[] {
  const { shown, statements } = asked;
  if (statements.length === 0)
    return [{ text: 'This framework has no question yet.', view: 'questions', link: 'Add its questions' }];
  const facts = statements.flatMap((one) => shownFacts(shown, one));
  const once = facts.filter(
    ({ figure }, index) => facts.findIndex((one) => one.figure.metric === figure.metric) === index,
  );
  return [
    ...listed([overdue(asked), outOfDate(asked), missingTyped(once)]),
    ...missingRecorded(once),
    ...listed([withoutFact(asked), silent(asked), undecided(asked), held(asked)]),
  ];
}

/** "Next: …", or that the pack can be frozen, with how old the last one is. */
export function nextInWords(steps: readonly NextStep[], packs: number): string {
  if (steps.length === 0)
    return packs === 0
      ? 'Nothing is missing: freeze the first pack'
      : 'Nothing is missing: freeze the next pack';
  return `${plural(steps.length, 'thing')} to do before the next pack`;
}
