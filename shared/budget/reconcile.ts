import type { Month } from '../calendar/month.ts';
import { groupLines, sumOf } from './line.ts';

/** One line of the trust's ledger, pence; a credit is negative. */
export type LedgerLine = {
  readonly period: Month;
  readonly costCentre: string;
  readonly subjectiveCode: string;
  readonly analysisCode: string | null;
  readonly description: string;
  readonly pence: number;
  readonly journalReference: string;
};

/** Bank shifts of a cost centre in a month, whatever their reason: a ledger has one bank line a ward. */
export type BankMonth = {
  /** `null`: shifts of units that are no team's. */
  readonly costCentre: string | null;
  readonly month: Month;
  readonly pence: number;
  /** Of it, for study. */
  readonly studyPence: number;
};

export const reconcileStates = ['matched', 'differs', 'only-ours', 'only-theirs'] as const;

export type ReconcileState = (typeof reconcileStates)[number];

export type ReconcileRow = {
  readonly costCentre: string | null;
  readonly month: Month;
  readonly state: ReconcileState;
  /** Bank shifts worked. */
  readonly ours: number;
  /** The ledger's. */
  readonly theirs: number;
  /** Theirs less ours: never hidden and never spread. */
  readonly unexplained: number;
};

function stateOf(ours: number | undefined, theirs: number | undefined): ReconcileState {
  if (theirs === undefined) return 'only-ours';
  if (ours === undefined) return 'only-theirs';
  return ours === theirs ? 'matched' : 'differs';
}

function key(costCentre: string | null, month: Month): string {
  return JSON.stringify([month, costCentre]);
}

function monthsOf(ledger: readonly LedgerLine[]): ReadonlySet<Month> {
  return new Set(ledger.map(({ period }) => period));
}

/** What the bank worked in a month of which nothing of the ledger was imported: nobody knows whether it is in it. */
export type MonthWithoutLedger = { readonly month: Month; readonly pence: number };

export function withoutLedger(
  bank: readonly BankMonth[],
  ledger: readonly LedgerLine[],
): MonthWithoutLedger[] {
  const known = monthsOf(ledger);
  const rest = groupLines(
    bank.filter(({ month }) => !known.has(month)),
    ({ month }) => month,
  );
  return [...rest]
    .map(([month, own]) => ({ month, pence: sumOf(own, ({ pence }) => pence) }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * Our shifts against the ledger, one row a cost centre and month, for months of which some of the ledger was imported;
 * every pound of both in these months is in exactly one row.
 */
export function reconcile(bank: readonly BankMonth[], ledger: readonly LedgerLine[]): ReconcileRow[] {
  const known = monthsOf(ledger);
  const worked = bank.filter(({ month }) => known.has(month));
  const ours = groupLines(worked, ({ costCentre, month }) => key(costCentre, month));
  const theirs = groupLines(ledger, ({ costCentre, period }) => key(costCentre, period));
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().map((at) => {
    const [month, costCentre] = JSON.parse(at) as [Month, string | null];
    const [own, other] = [ours.get(at), theirs.get(at)];
    const bankPence = sumOf(own ?? [], ({ pence }) => pence);
    const booked = sumOf(other ?? [], ({ pence }) => pence);
    const state = stateOf(own && bankPence, other && booked);
    return { costCentre, month, state, ours: bankPence, theirs: booked, unexplained: booked - bankPence };
  });
}

/** Study cover of a month and centre that the ledger does not hold yet. */
export type Unbilled = { readonly costCentre: string; readonly month: Month; readonly pence: number };

/**
 * Study cover worked and not in the ledger: as much of what the ledger lacks as was for study. Only for months of which
 * some of the ledger was imported; of the others nobody knows.
 */
export function notInLedger(bank: readonly BankMonth[], ledger: readonly LedgerLine[]): Unbilled[] {
  const study = new Map(bank.map((one) => [key(one.costCentre, one.month), one.studyPence]));
  return reconcile(bank, ledger).flatMap(({ costCentre, month, unexplained }): Unbilled[] => {
    if (costCentre === null || unexplained >= 0) return [];
    const pence = Math.min(-unexplained, study.get(key(costCentre, month)) ?? 0);
    return pence > 0 ? [{ costCentre, month, pence }] : [];
  });
}
