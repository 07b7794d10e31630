import type { Account, JournalKind } from '../../shared/budget/journal.ts';
import type { LineKind, LineStage } from '../../shared/budget/line.ts';
import type { ReconcileState } from '../../shared/budget/reconcile.ts';
import type { Unmapped } from '../../shared/budget/unmapped.ts';
import { parseFundingSource } from '../../shared/programmes/funding-sources.ts';

export const kindNames: Readonly<Record<LineKind, string>> = {
  cover: 'Cover',
  fees: 'Course fees',
  income: 'Income',
};

export const stageNames: Readonly<Record<LineStage, string>> = {
  actual: 'actual',
  'not-known': 'as planned: no bank shift of the month was imported',
  ahead: 'still to come',
};

export const journalNames: Readonly<Record<JournalKind, string>> = {
  'cover-accrual': 'Accrual: cover worked, not in the ledger',
  'fees-accrual': 'Accrual: fees used, not invoiced',
  prepayment: 'Prepayment: fees paid ahead',
  'deferred-income': 'Deferred income',
  'accrued-income': 'Accrued income',
  recharge: 'Recharge to who pays',
};

export const accountNames: Readonly<Record<Account, string>> = {
  cover: 'Cover',
  fees: 'Course fees',
  income: 'Income',
  recharge: 'Recharge',
  accruals: 'Accruals',
  prepayments: 'Prepayments',
  'deferred-income': 'Deferred income',
  'accrued-income': 'Accrued income',
};

export const reconcileNames: Readonly<Record<ReconcileState, string>> = {
  matched: 'Matched',
  differs: 'Differs',
  'only-ours': 'Only bank shifts',
  'only-theirs': 'Only the ledger',
};

export const lackNames: Readonly<Record<Unmapped['lacks'], string>> = {
  'cost-centre': 'Cost centre',
  'funding-code': 'Funding code',
};

/** A source by its name; the trust's own as it was written. */
export function sourceName(source: string | null): string {
  if (source === null) return 'Source not entered';
  return parseFundingSource(source)?.name ?? source;
}

export function centreName(code: string | null): string {
  return code ?? 'Cost centre not known';
}

export function teamName(names: Readonly<Record<string, string>>, teamId: string | null): string {
  return teamId === null ? 'Units that are no team’s' : (names[teamId] ?? 'Team that has ended');
}
