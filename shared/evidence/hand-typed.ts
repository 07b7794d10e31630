import type { Figure } from './figure.ts';
import { metricOf } from './metric-list.ts';
import type { Measure, StatementFields } from './statement.ts';
import { mayLeave } from './use-label.ts';
import { hidden, whole } from './words.ts';

/** Why a text typed by hand is held back from a file until somebody has looked at it. */
export const holdReasons = ['small-number', 'hidden-figure', 'kept-inside', 'person'] as const;

export type HoldReason = (typeof holdReasons)[number];

export const holdReasonNames: Readonly<Record<HoldReason, string>> = {
  'small-number': 'Typed by hand, not suppressed: a number under five',
  'hidden-figure': 'Typed by hand, not suppressed: a number that its own figure does not show',
  'kept-inside': 'Typed by hand: a value that its source keeps inside the trust',
  person: 'Typed by hand: the name or number of somebody on the staff file',
};

export type Hold = {
  /** "W8.R2, fact 1". */
  readonly where: string;
  readonly text: string;
  readonly reason: HoldReason;
  /** The words that hold it. */
  readonly found: string;
  /** No confirmation lets it through: the text has to be changed and the pack frozen anew. */
  readonly mustChange: boolean;
};

/** A text that somebody typed. `figure` is what it speaks of; `counts` whether its numbers may be counts of people. */
export type TypedText = {
  readonly where: string;
  readonly text: string;
  readonly figure: Figure | null;
  readonly counts: boolean;
};

/** What a pack says, as far as hands typed it. */
export type SaidByHand = {
  readonly title: string;
  readonly statements: readonly StatementFields[];
  readonly figures: readonly Figure[];
  readonly measures: readonly Measure[];
};

function textsOf(statement: StatementFields, figures: readonly Figure[]): TypedText[] {
  const { code, standing, text, facts, decisions, gaps } = statement;
  const typed = (where: string, own: string, counts = true): TypedText => ({
    ...{ where: `${code}, ${where}`, text: own, figure: null, counts },
  });
  return [
    ...(standing === 'typed' ? [typed('question', text)] : []),
    ...facts.flatMap(({ metric, sentence, owner }, index): TypedText[] => {
      const figure = figures.find((one) => one.metric === metric) ?? null;
      const where = `fact ${index + 1}`;
      const own = sentence === null || (figure !== null && !mayLeave(figure.useLabel));
      return [
        ...(own ? [] : [{ ...typed(where, sentence), figure }]),
        typed(`owner of ${where}`, owner, false),
      ];
    }),
    ...decisions.flatMap(({ what, reference }, index) => [
      typed(`decision ${index + 1}`, what),
      typed(`minute of decision ${index + 1}`, reference, false),
    ]),
    ...gaps.flatMap(({ gap, action, owner }, index) => [
      typed(`gap ${index + 1}`, gap),
      typed(`action of gap ${index + 1}`, action),
      typed(`owner of gap ${index + 1}`, owner, false),
    ]),
  ];
}

/** Every text of a pack that a hand typed. */
export function typedTexts({ title, statements, figures }: SaidByHand): readonly TypedText[] {
  return [
    { where: 'Title of the pack', text: title, figure: null, counts: true },
    ...statements.flatMap((statement) => textsOf(statement, figures)),
  ];
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** What has digits and counts nobody: days, money, shares, decimals, spans of time, and what is numbered in a list. */
const countsNobody = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]*(?: \\d{4})?\\b`, 'gi'),
  new RegExp(`\\b(?:${months})[a-z]* \\d{4}\\b`, 'gi'),
  /\b\d{4}-\d{2}(?:-\d{2})?\b/g,
  /\b\d{1,4}\/\d{2,4}(?:\/\d{2,4})?\b/g,
  /£\s?\d[\d,.]*/g,
  /\b\d+(?:\.\d+)?(?: ?%| per ?cent\b)/gi,
  /\b\d+\.\d+\b/g,
  /\b(?:\d+|one|two|three|four)(?:[- ](?:working|calendar|full|half))?[- ](?:minute|hour|day|week|month|year|term|session|meeting|time)s?\b/gi,
  /\b(?:phase|band|year|stage|level|part|appendix|annex|minute|item|paper|section|objective|quarter|week|version|ward|table|figure|page|question|goal|tier|grade|step|action|theme|recommendation|pack|draft|issue|volume|no\.?|number)s? \d+\b/gi,
  /\b(?:no|any|every|some) one\b/gi,
  /\bone (?:another|day)\b/gi,
];

function withoutDays(text: string): string {
  return countsNobody.reduce((left, pattern) => left.replace(pattern, ' '), text);
}

/** Numbers of one to four, in digits or words, that may be a count of people. */
export function smallNumbersIn(text: string): readonly string[] {
  const found = withoutDays(text).match(
    /(?<![\w.,-])[1-4](?![\w%]|[.,]\d)|\b(?:one|two|three|four|single(?= (?:pi|coi|nurse|doctor|midwife|consultant|person|learner|investigator|supervisor)))\b/gi,
  );
  return [...new Set(found ?? [])];
}

function numbersIn(text: string): readonly string[] {
  return [...new Set(withoutDays(text).match(/(?<![\w.])\d+(?:,\d{3})*(?![\w%])/g) ?? [])];
}

function hold(
  { where, text }: TypedText,
  reason: HoldReason,
  found: readonly string[],
  mustChange = false,
): Hold[] {
  return found.length === 0 ? [] : [{ where, text, reason, found: found.join(', '), mustChange }];
}

/** Numbers of a sentence that its figure, which hides some, does not show itself. */
function besideHidden({ text, figure }: TypedText): readonly string[] {
  if (figure === null) return [];
  const own = JSON.stringify([figure.headline, figure.sentence, figure.table?.rows ?? []]);
  if (!own.includes(hidden)) return [];
  const shown = new Set(own.match(/\d+(?:,\d{3})*/g) ?? []);
  return numbersIn(text).filter((number) => !shown.has(number) && Number(number.replaceAll(',', '')) >= 5);
}

/** Values for internal management only, as they may be written; a value that may also leave is none. */
function keptInside(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  const free = new Set(measures.filter(({ useLabel }) => mayLeave(useLabel)).map(({ value }) => value));
  const inside = measures.filter(
    ({ useLabel, value }) => !mayLeave(useLabel) && value >= 5 && !free.has(value),
  );
  return new Map(
    inside.flatMap((measure) => [String(measure.value), whole(measure.value)].map((text) => [text, measure])),
  );
}

function insideHolds(typed: TypedText, inside: ReadonlyMap<string, Measure>): Hold[] {
  const found = numbersIn(typed.text).flatMap((number) => {
    const measure = inside.get(number);
    return measure === undefined ? [] : [{ number, measure }];
  });
  // A number of two digits is often another one: somebody may say so. A longer one is the value.
  const mustChange = found.some(({ measure }) => measure.value >= 100);
  const words = found.map(({ number, measure }) => `${number} (${metricOf(measure.metric).name})`);
  return hold(typed, 'kept-inside', words, mustChange);
}

/** Whatever could name somebody: two words beside each other, and runs of digits as staff numbers are. */
export function namesIn(text: string): readonly string[] {
  const words = text.match(/[\p{L}’'-]+/gu) ?? [];
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`.toLowerCase());
  return [...pairs, ...(text.match(/\b\d{6,12}\b/g) ?? [])];
}

/**
 * What of the texts typed by hand somebody must look at before the pack leaves the trust: nobody suppresses them.
 *
 * @param people names ("ann example") and staff numbers on the staff file, of those that `namesIn` gives.
 */
export function holdsOf(said: SaidByHand, people: ReadonlySet<string>): readonly Hold[] {
  const inside = keptInside(said.measures);
  return typedTexts(said).flatMap((typed) => [
    ...(typed.counts ? hold(typed, 'small-number', smallNumbersIn(typed.text)) : []),
    ...hold(typed, 'hidden-figure', besideHidden(typed)),
    ...insideHolds(typed, inside),
    ...hold(
      typed,
      'person',
      namesIn(typed.text).filter((name) => people.has(name)),
    ),
  ]);
}
