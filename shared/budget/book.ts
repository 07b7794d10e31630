import { monthOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { centreOfShifts, shiftLines, type BankShift } from './bank-shift.ts';
import { codeFinder, type CodeFinder, type CodeRow } from './codes.ts';
import { coverLines } from './cover-lines.ts';
import { feeLedgers, feeLines } from './fee-lines.ts';
import { fundedMonths, type FundedMonth } from './in-kind.ts';
import type { BudgetLine } from './line.ts';
import type { CentreBudget, Ledger } from './month-table.ts';
import type { BankMonth, LedgerLine } from './reconcile.ts';
import type { TeamMoney } from './team-money.ts';

/** Shifts of a unit in a month, whatever their reason, worked before the plan begins. */
export type UnitMonth = {
  readonly unit: string;
  readonly teamId: string | null;
  readonly month: Month;
  readonly pence: number;
  readonly studyPence: number;
};

export type BookInputs = {
  /** First Monday of the plan: what is before it is over. */
  readonly planFrom: PlainDate;
  readonly years: readonly FinancialYear[];
  readonly teams: readonly TeamMoney[];
  readonly codes: readonly CodeRow[];
  readonly budgets: readonly CentreBudget[];
  /** Shifts for study, worked or booked. */
  readonly shifts: readonly BankShift[];
  readonly units: readonly UnitMonth[];
  readonly ledgerLines: readonly LedgerLine[];
};

/** Every line of the trust's money with what the lines were made from. */
export type Book = BookInputs &
  Ledger & {
    readonly codesOf: CodeFinder;
    readonly bank: readonly BankMonth[];
    /** What funds fees and is paid to the university, or to whom nobody recorded. */
    readonly funded: readonly FundedMonth[];
    /** Months of which some bank shift was imported: in the others nobody knows what was worked. */
    readonly monthsKnown: ReadonlySet<Month>;
  };

type TeamsById = ReadonlyMap<string, TeamMoney>;

function bankOf({ units }: BookInputs, teams: TeamsById, codesOf: CodeFinder): BankMonth[] {
  return units.map(({ teamId, month, pence, studyPence }) => ({
    costCentre: centreOfShifts(teamId, month, teams, codesOf),
    month,
    pence,
    studyPence,
  }));
}

function linesOf(
  inputs: BookInputs,
  teams: TeamsById,
  codesOf: CodeFinder,
  known: ReadonlySet<Month>,
  ledgerOfFee: ReturnType<typeof feeLedgers>,
): BudgetLine[] {
  const planMonth = monthOf(inputs.planFrom);
  return [
    ...shiftLines(inputs.shifts, inputs.planFrom, teams, codesOf),
    ...inputs.teams.flatMap((team) => [
      ...coverLines(team, codesOf, (month) => known.has(month)),
      ...feeLines(team, codesOf, planMonth, ledgerOfFee),
    ]),
  ];
}

/**
 * The trust's money as lines: actual to date (bank shifts worked, fees and income accrued), shifts booked ahead, what
 * remains of the plan beside them (`teams` are of a plan with what is booked taken off),
 * fees not yet accrued less income not yet earned. A month that is over and of which no shift was imported keeps its
 * plan, marked as not known. Every line has its codes; one without keeps its pounds.
 */
export function openBook(inputs: BookInputs): Book {
  const codesOf = codeFinder(inputs.codes);
  const teams = new Map(inputs.teams.map((team) => [team.teamId, team]));
  const monthsKnown = new Set(inputs.units.map(({ month }) => month));
  const ledgerOfFee = feeLedgers();
  return {
    ...inputs,
    codesOf,
    monthsKnown,
    bank: bankOf(inputs, teams, codesOf),
    lines: linesOf(inputs, teams, codesOf, monthsKnown, ledgerOfFee),
    funded: inputs.teams.flatMap((team) => fundedMonths(team, ledgerOfFee)),
  };
}
