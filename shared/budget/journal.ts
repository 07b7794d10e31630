import type { Month } from '../calendar/month.ts';
import type { Codes } from './codes.ts';

export const accounts = [
  'cover',
  'fees',
  'income',
  'recharge',
  'accruals',
  'prepayments',
  'deferred-income',
  'accrued-income',
] as const;

/** What a line is booked to; the first four are spending and income, the rest stand in the balance sheet. */
export type Account = (typeof accounts)[number];

export const journalKinds = [
  'cover-accrual',
  'fees-accrual',
  'prepayment',
  'deferred-income',
  'accrued-income',
  'recharge',
] as const;

export type JournalKind = (typeof journalKinds)[number];

export type JournalLine = Pick<Codes, 'project' | 'analysis'> & {
  /** Cost centre or funding code; `null` is not entered yet, and whoever books it has to know. */
  readonly code: string | null;
  readonly account: Account;
  /** One of the two is zero. */
  readonly debit: number;
  readonly credit: number;
};

/** Two sides of one sum in one month; whole pence. */
export type Journal = {
  readonly kind: JournalKind;
  readonly month: Month;
  /** Books back what was booked at the end of the month before. */
  readonly isReversal: boolean;
  readonly source: string | null;
  readonly pence: number;
  readonly lines: readonly [JournalLine, JournalLine];
};

type Side = Omit<JournalLine, 'debit' | 'credit'>;

type JournalOf = Pick<Journal, 'kind' | 'month' | 'source'> & {
  readonly pence: number;
  readonly debit: Side;
  readonly credit: Side;
};

/** A journal of a sum above zero. */
export function journalOf({ kind, month, source, pence, debit, credit }: JournalOf): Journal {
  const lines = [
    { ...debit, debit: pence, credit: 0 },
    { ...credit, debit: 0, credit: pence },
  ] as const;
  return { kind, month, source, isReversal: false, pence, lines };
}

/** The same the other way round, a month later. A recharge stands: it moves a cost for good. */
export function reversalOf(journal: Journal, month: Month): Journal {
  const [first, second] = journal.lines;
  const turned = (line: JournalLine): JournalLine => ({ ...line, debit: line.credit, credit: line.debit });
  return { ...journal, month, isReversal: true, lines: [turned(second), turned(first)] };
}
