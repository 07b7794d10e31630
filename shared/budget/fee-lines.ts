import type { Month } from '../calendar/month.ts';
import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { accruedByMonth, invoicedByMonth } from '../funding/fees-ledger.ts';
import type { Payee } from '../funding/source.ts';
import type { CodeFinder } from './codes.ts';
import type { BudgetLine } from './line.ts';
import { mainCentre, type LearnerFee, type TeamMoney } from './team-money.ts';

type Sums = { accruedPence: number; cashPence: number };

/** Accrued and invoiced by month. */
function ledgerOf(line: CourseFeeLine): Map<Month, Sums> {
  const sums = new Map<Month, Sums>();
  const at = (month: Month): Sums => {
    const found = sums.get(month) ?? { accruedPence: 0, cashPence: 0 };
    sums.set(month, found);
    return found;
  };
  for (const [month, pence] of accruedByMonth(line)) at(month).accruedPence += pence;
  for (const [month, pence] of invoicedByMonth(line)) at(month).cashPence += pence;
  return sums;
}

/**
 * A fee in full, and what funds it: the difference of the two is the fees ledger, to the penny, in every month. What a
 * funder pays straight to the university never passes our books: they hold our own part of the fee, and no income.
 */
function grossAndIncome(
  line: CourseFeeLine,
  payee: Payee | null,
): {
  readonly fees: Map<Month, Sums>;
  readonly income: Map<Month, Sums>;
} {
  if (payee === 'university') return { fees: ledgerOf(line), income: new Map() };
  const fees = ledgerOf({ ...line, bursaryPence: 0, bursaryCount: 0 });
  const net = ledgerOf(line);
  const income = [...fees].map(([month, gross]): [Month, Sums] => {
    const { accruedPence = 0, cashPence = 0 } = net.get(month) ?? {};
    return [
      month,
      { accruedPence: accruedPence - gross.accruedPence, cashPence: cashPence - gross.cashPence },
    ];
  });
  return { fees, income: new Map(income) };
}

type FeeLedger = ReturnType<typeof grossAndIncome>;

/** Finds the ledger of a fee; fees that are alike, of which a trust has many, are worked out once. */
export function feeLedgers(): (line: CourseFeeLine, payee: Payee | null) => FeeLedger {
  const known = new Map<string, FeeLedger>();
  return (line, payee) => {
    const key = JSON.stringify([line, payee === 'university']);
    const found = known.get(key) ?? grossAndIncome(line, payee);
    known.set(key, found);
    return found;
  };
}

type LedgerFinder = ReturnType<typeof feeLedgers>;

type Place = Pick<TeamMoney, 'teamId' | 'centres'>;

function linesOfFee(
  place: Place,
  fee: LearnerFee,
  codesOf: CodeFinder,
  planMonth: Month,
  ledgerOfFee: LedgerFinder,
): BudgetLine[] {
  const { source, line, payee = null } = fee;
  // The part of a fee that a later team bears is bound since the course began: when the whole was first invoiced.
  const began = line.invoices?.[0]?.month ?? line.firstMonth;
  const committed = began <= planMonth || line.firstMonth <= planMonth;
  const main = mainCentre(place);
  const of = (kind: 'fees' | 'income', sums: Map<Month, Sums>): BudgetLine[] =>
    [...sums].flatMap(([month, { accruedPence, cashPence }]): BudgetLine[] => {
      if (accruedPence === 0 && cashPence === 0) return [];
      const team = codesOf({ kind: 'team', teamId: place.teamId }, month);
      const own = kind === 'fees' || source === null ? team : codesOf({ kind: 'source', source }, month);
      return [
        {
          kind,
          stage: month < planMonth ? 'actual' : 'ahead',
          teamId: place.teamId,
          costCentre: team.costCentre ?? main,
          fundingCode: kind === 'income' && source === null ? null : own.fundingCode,
          project: own.project,
          analysis: own.analysis,
          source,
          month,
          accruedPence,
          cashPence,
          committed,
        },
      ];
    });
  const { fees, income } = ledgerOfFee(line, payee);
  return [...of('fees', fees), ...of('income', income)];
}

/**
 * Fees and the income that pays them, by month over every year of the courses, at the team's own centre: a fee is not
 * split over centres. On accruals straight line over the months of the course; in cash when invoiced.
 */
export function feeLines(
  team: TeamMoney,
  codesOf: CodeFinder,
  planMonth: Month,
  ledgerOfFee: LedgerFinder = feeLedgers(),
): BudgetLine[] {
  return team.fees.flatMap((fee) => linesOfFee(team, fee, codesOf, planMonth, ledgerOfFee));
}
