import { addMonthsTo, type Month } from '../calendar/month.ts';
import { journalOf, reversalOf, type Account, type Journal, type JournalKind } from './journal.ts';
import { groupLines, sumOf, type BudgetLine } from './line.ts';
import type { Unbilled } from './reconcile.ts';
import { recharges } from './recharge.ts';

/** What journals are made from. `deMinimis`: no journal below so many pence. */
export type MonthEndInputs = {
  readonly lines: readonly BudgetLine[];
  readonly unbilled: readonly Unbilled[];
  readonly deMinimis: number;
};

export type MonthEnd = {
  readonly month: Month;
  /** To book at the end of the month, those of the month before booked back first. */
  readonly journals: readonly Journal[];
  /** Below the de minimis: shown, not booked. */
  readonly below: readonly Journal[];
};

const sides: Readonly<
  Record<
    'fees' | 'income',
    { readonly ahead: [JournalKind, Account]; readonly behind: [JournalKind, Account] }
  >
> = {
  fees: { ahead: ['prepayment', 'prepayments'], behind: ['fees-accrual', 'accruals'] },
  income: { ahead: ['deferred-income', 'deferred-income'], behind: ['accrued-income', 'accrued-income'] },
};

/** What one team or source has paid less used, with the codes that hold at the end of the month. */
type Balance = Pick<BudgetLine, 'project' | 'analysis' | 'source'> & {
  readonly kind: 'fees' | 'income';
  readonly code: string | null;
  readonly pence: number;
};

/** Codes may change while a course runs: what stands is booked on those of its latest line. */
function balanceOf(kind: 'fees' | 'income', own: readonly BudgetLine[]): Balance[] {
  const [first, ...rest] = own;
  if (first === undefined) return [];
  const last = rest.reduce((latest, line) => (line.month >= latest.month ? line : latest), first);
  const { project, analysis, source, costCentre, fundingCode } = last;
  const pence = sumOf(own, ({ cashPence, accruedPence }) => cashPence - accruedPence);
  return [
    {
      kind,
      project,
      analysis,
      source,
      code: kind === 'fees' ? costCentre : (fundingCode ?? costCentre),
      pence,
    },
  ];
}

/** Prepaid or accrued, deferred or still to be received, by code and source. */
function balanceJournal(own: readonly Balance[], month: Month): Journal[] {
  const [first] = own;
  const balance = sumOf(own, ({ pence }) => pence);
  if (first === undefined || balance === 0) return [];
  const { kind, project, analysis, source, code } = first;
  const isAhead = kind === 'fees' ? balance > 0 : balance < 0;
  const [journalKind, held] = sides[kind][isAhead ? 'ahead' : 'behind'];
  const [spent, kept] = [
    { code, project, analysis, account: kind },
    { code, project, analysis, account: held },
  ];
  const [debit, credit] = balance > 0 ? [kept, spent] : [spent, kept];
  return [journalOf({ kind: journalKind, month, source, pence: Math.abs(balance), debit, credit })];
}

function balancesOf(lines: readonly BudgetLine[], month: Month): Journal[] {
  const balances = (['fees', 'income'] as const).flatMap((kind) => {
    const until = lines.filter((line) => line.kind === kind && line.month <= month);
    const groups = groupLines(until, ({ teamId, source }) => `${teamId}\n${source}`);
    return [...groups.values()].flatMap((own) => balanceOf(kind, own));
  });
  const groups = groupLines(balances, ({ kind, code, project, analysis, source }) =>
    JSON.stringify([kind, code, project, analysis, source]),
  );
  return [...groups.values()].flatMap((own) => balanceJournal(own, month));
}

function coverAccruals(unbilled: readonly Unbilled[], month: Month): Journal[] {
  return unbilled
    .filter((one) => one.month === month)
    .map(({ costCentre: code, pence }) => {
      const own = { code, project: null, analysis: null };
      const [debit, credit] = [
        { ...own, account: 'cover' as const },
        { ...own, account: 'accruals' as const },
      ];
      return journalOf({ kind: 'cover-accrual', month, source: null, pence, debit, credit });
    });
}

/** What stands in the balance sheet at the end of a month: cover and fees used and not billed, fees and income ahead. */
export function standing({ lines, unbilled }: MonthEndInputs, month: Month): Journal[] {
  return [...coverAccruals(unbilled, month), ...balancesOf(lines, month)];
}

/**
 * The journals of a month's end, each with both sides: last month's booked back, what stands now, and the recharge from
 * where a cost was incurred to whose money pays it. Those below the de minimis are listed apart; one that was never
 * booked is never booked back.
 */
export function monthEnd(inputs: MonthEndInputs, month: Month): MonthEnd {
  const isBooked = ({ pence }: Journal): boolean => pence >= inputs.deMinimis;
  const before = standing(inputs, addMonthsTo(month, -1)).filter(isBooked);
  const now = [...standing(inputs, month), ...recharges(inputs.lines, month)];
  return {
    month,
    journals: [...before.map((journal) => reversalOf(journal, month)), ...now.filter(isBooked)],
    below: now.filter((journal) => !isBooked(journal)),
  };
}
