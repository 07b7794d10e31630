import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, lastDayOfFinancialYear } from '../calendar/years.ts';
import type { TrustSource } from './source.ts';
import { allows, type Stack, type StackLine, type StackSource } from './stack-types.ts';

/** How far ahead of the last day a source is named, and how far after it a cost may be brought forward from. */
export const daysAhead = 90;

/** Money of one source that lapses, or may lapse, at the end of the year. Pence. */
export type LapsingSource = {
  readonly key: string;
  readonly name: string;
  readonly lastDay: PlainDate;
  /** `null`: whether it may be carried forward is not known, and it is taken not to be. */
  readonly carriesForward: boolean | null;
  readonly amountPence: number;
  readonly plannedPence: number;
  readonly unspentPence: number;
  /** Fees that fall within 90 days after its last day: they could be invoiced before it. */
  readonly couldBringForwardPence: number;
  readonly couldBringForward: readonly string[];
};

export type UseOrLose = {
  /** 31 March of the year. */
  readonly yearEnd: PlainDate;
  /** Whether the day is within 90 days of it. */
  readonly near: boolean;
  readonly lapsing: readonly LapsingSource[];
  /** Sources whose amount for the year nobody entered, that pay something: not in the sum. */
  readonly amountNotKnown: readonly string[];
  readonly unspentPence: number;
};

/** The last day money of a year may be spent: carried forward only where that is known to be allowed. */
export function lapsesOn({ spendBy, carriesForward, financialYear }: TrustSource): PlainDate | null {
  if (spendBy !== null) return spendBy;
  return carriesForward === true ? null : lastDayOfFinancialYear(financialYear);
}

/** Money of one year as the stacker takes it; `null` without an amount, or where it pays nothing it is known to pay. */
export function stackSourceOf(terms: TrustSource, from: PlainDate | null): StackSource | null {
  const pays = (['fees', 'cover'] as const).filter((kind) => terms[kind] === 'pays');
  if (terms.amountPence === null || pays.length === 0) return null;
  return {
    id: `${terms.key} ${terms.financialYear}`,
    pays,
    pence: terms.amountPence,
    from,
    to: lapsesOn(terms),
    onlyLines: null,
  };
}

/**
 * What could be brought forward onto a source: fees it would pay but for their day, which is soon after its last. Cover
 * is worked on its day and cannot be.
 */
function broughtForward(source: StackSource, lastDay: PlainDate, lines: readonly StackLine[]): StackLine[] {
  const until = addDays(lastDay, daysAhead);
  return lines.filter(
    (line) =>
      line.kind === 'fees' && line.on > lastDay && line.on <= until && allows({ ...source, to: null }, line),
  );
}

type Asked = {
  readonly sources: readonly TrustSource[];
  readonly stack: Stack;
  readonly lines: readonly StackLine[];
  readonly today: PlainDate;
};

function lapsingOf(terms: TrustSource, { stack, lines, today }: Asked): LapsingSource | null {
  const source = stackSourceOf(terms, null);
  const lastDay = lapsesOn(terms);
  const yearEnd = lastDayOfFinancialYear(financialYearOf(today));
  if (source === null || lastDay === null || lastDay < today || lastDay > yearEnd) return null;
  const { funded, unspent } = stack.bySource.get(source.id) ?? { funded: 0, unspent: source.pence };
  const could = broughtForward(source, lastDay, lines);
  return {
    key: terms.key,
    name: terms.name,
    lastDay,
    carriesForward: terms.carriesForward,
    amountPence: source.pence,
    plannedPence: funded,
    unspentPence: unspent,
    couldBringForwardPence: Math.min(
      unspent,
      could.reduce((sum, { pence }) => sum + pence, 0),
    ),
    couldBringForward: could.map(({ id }) => id),
  };
}

/** "Use it or lose it by 31 March": what each source of the year still holds, and what could go on it in time. */
export function useOrLose(asked: Asked): UseOrLose {
  const { sources, today } = asked;
  const year = financialYearOf(today);
  const yearEnd = lastDayOfFinancialYear(year);
  const ofYear = sources.filter(({ financialYear }) => financialYear === year);
  const lapsing = ofYear.flatMap((terms) => lapsingOf(terms, asked) ?? []);
  return {
    yearEnd,
    near: yearEnd <= addDays(today, daysAhead),
    lapsing,
    amountNotKnown: ofYear
      .filter(
        ({ amountPence, fees, cover, key }) =>
          key !== 'nihr-bursary' &&
          amountPence === null &&
          [fees, cover].some((covers) => covers !== 'does-not-pay'),
      )
      .map(({ name }) => name),
    unspentPence: lapsing.reduce((sum, { unspentPence }) => sum + unspentPence, 0),
  };
}
