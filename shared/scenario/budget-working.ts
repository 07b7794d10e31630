import { costByMonth } from '../backfill/cost-by.ts';
import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { centreOfShifts, type BankShift } from '../budget/bank-shift.ts';
import type { Book } from '../budget/book.ts';
import { feeLines } from '../budget/fee-lines.ts';
import { groupLines, sumOf, yearOf, type BudgetLine, type LineKind, type LineStage } from '../budget/line.ts';
import type { LedgerLine } from '../budget/reconcile.ts';
import type { WorkingOf } from '../budget/working-of.ts';
import type { Payee } from '../funding/source.ts';
import { monthOf, type Month } from '../calendar/month.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { TeamAnswer } from './scenario-answer.ts';
import type { TeamPlan } from './scenario-inputs.ts';
import type { RateUsed } from './rate-used.ts';

/** One part of a pound: lines added up, or what a line was made from. Pence. */
export type BudgetPart =
  | {
      readonly kind: 'lines';
      readonly of: LineKind;
      readonly stage: LineStage;
      readonly teamId: string | null;
      readonly team: string | null;
      /** `null` where it is of several months. */
      readonly month: Month | null;
      readonly pence: number;
      readonly next: WorkingOf;
    }
  | { readonly kind: 'shift'; readonly stage: LineStage; readonly shift: BankShift; readonly pence: number }
  | {
      readonly kind: 'planned';
      readonly stage: LineStage;
      readonly monday: PlainDate;
      readonly needMinutes: number;
      readonly fillBp: number;
      readonly ratePence: number;
      /** Of the week, which may lie in two months. */
      readonly weekPence: number;
      readonly pence: number;
    }
  | {
      readonly kind: 'fee';
      readonly of: 'fees' | 'income';
      readonly source: string | null;
      /** `university`: what funds the fee is paid there, and ours is the rest. */
      readonly payee: Payee | null;
      readonly line: CourseFeeLine;
      readonly pence: number;
    }
  | { readonly kind: 'unit'; readonly unit: string; readonly studyPence: number; readonly pence: number }
  | { readonly kind: 'ledger'; readonly line: LedgerLine; readonly pence: number };

/** A part that leads on to nothing: a shift, a planned week or a fee. */
export type LeafPart = Extract<BudgetPart, { readonly kind: 'shift' | 'planned' | 'fee' }>;

export type BudgetWorking = {
  readonly of: WorkingOf;
  readonly team: string | null;
  readonly pence: number;
  readonly parts: readonly BudgetPart[];
  /** Rates behind planned weeks. */
  readonly rates: readonly RateUsed[];
};

/** What a working is made from. */
export type WorkingInputs = {
  readonly book: Book;
  readonly teams: readonly { readonly plan: TeamPlan; readonly answer: TeamAnswer }[];
};

/** Lines added up by team, kind and stage (and month), the most pounds first. */
function added(
  inputs: WorkingInputs,
  lines: readonly BudgetLine[],
  withMonth: boolean,
  next: (line: BudgetLine) => WorkingOf,
): BudgetPart[] {
  const names = new Map(inputs.teams.map(({ plan }) => [plan.team.id, plan.team.name]));
  const groups = groupLines(lines, ({ teamId, kind, stage, month }) =>
    JSON.stringify([withMonth ? month : '', teamId, kind, stage]),
  );
  return [...groups.values()].flatMap((own): BudgetPart[] => {
    const [first] = own;
    const pence = sumOf(own, ({ accruedPence }) => accruedPence);
    if (first === undefined || pence === 0) return [];
    const { teamId, kind, stage } = first;
    const team = teamId === null ? null : (names.get(teamId) ?? null);
    const month = withMonth ? first.month : null;
    return [{ kind: 'lines', of: kind, stage, teamId, team, month, pence, next: next(first) }];
  });
}

function plannedParts({ book, teams }: WorkingInputs, teamId: string | null, month: Month): LeafPart[] {
  const { ward = null, wardInputs = null } = teams.find(({ plan }) => plan.team.id === teamId)?.answer ?? {};
  if (ward === null || wardInputs === null) return [];
  return ward.costLines.flatMap((line): LeafPart[] => {
    const isOver = line.monday < book.planFrom;
    const near = monthOf(line.monday) === month || monthOf(addDays(line.monday, 6)) === month;
    if (!near || (isOver && book.monthsKnown.has(month))) return [];
    const own = costByMonth(wardInputs, [line]).find((one) => one.month === month);
    if (own === undefined || own.costPence === 0) return [];
    const { monday, needMinutes, fillBp, ratePence, costPence: weekPence } = line;
    const stage = isOver ? 'not-known' : 'ahead';
    return [
      { kind: 'planned', stage, monday, needMinutes, fillBp, ratePence, weekPence, pence: own.costPence },
    ];
  });
}

function feeParts({ book }: WorkingInputs, teamId: string | null, month: Month): LeafPart[] {
  const team = book.teams.find((one) => one.teamId === teamId);
  if (team === undefined) return [];
  return team.fees.flatMap((fee) =>
    feeLines({ ...team, fees: [fee] }, book.codesOf, month)
      .filter((line) => line.month === month && line.accruedPence !== 0)
      .map(({ kind, accruedPence }): LeafPart => {
        const of = kind === 'income' ? 'income' : 'fees';
        const { source, line, payee = null } = fee;
        return { kind: 'fee', of, source, payee, line, pence: accruedPence };
      }),
  );
}

/** Every shift, planned week and fee of one team's month; `null` is units that are no team's. */
export function teamMonthParts(inputs: WorkingInputs, teamId: string | null, month: Month): LeafPart[] {
  const { shifts, planFrom } = inputs.book;
  const worked = shifts.filter((shift) => shift.teamId === teamId && monthOf(shift.date) === month);
  return [
    ...worked.map((shift): LeafPart => {
      const stage = shift.date < planFrom ? 'actual' : 'ahead';
      return { kind: 'shift', stage, shift, pence: shift.costPence };
    }),
    ...plannedParts(inputs, teamId, month),
    ...feeParts(inputs, teamId, month),
  ];
}

function reconcileParts({ book }: WorkingInputs, code: string | null, month: Month): BudgetPart[] {
  const teams = new Map(book.teams.map((team) => [team.teamId, team]));
  const units = book.units.filter(
    (unit) => unit.month === month && centreOfShifts(unit.teamId, month, teams, book.codesOf) === code,
  );
  const lines = book.ledgerLines.filter(({ period, costCentre }) => period === month && costCentre === code);
  return [
    ...lines.map((line): BudgetPart => ({ kind: 'ledger', line, pence: line.pence })),
    ...units.map(({ unit, pence, studyPence }): BudgetPart => ({
      kind: 'unit',
      unit,
      studyPence,
      pence: 0 - pence,
    })),
  ];
}

function partsOf(inputs: WorkingInputs, of: WorkingOf): BudgetPart[] {
  const { lines } = inputs.book;
  const toTeam = (line: BudgetLine): WorkingOf => ({ kind: 'team', teamId: line.teamId, year: yearOf(line) });
  const toMonth = ({ teamId, month }: BudgetLine): WorkingOf => ({ kind: 'team-month', teamId, month });
  const ofYear = 'year' in of ? lines.filter((line) => yearOf(line) === of.year) : [];
  switch (of.kind) {
    case 'year':
      return added(inputs, ofYear, false, toTeam);
    case 'month':
      return added(
        inputs,
        lines.filter(({ month }) => month === of.month),
        false,
        toMonth,
      );
    case 'centre':
      return added(
        inputs,
        ofYear.filter(({ costCentre }) => costCentre === of.code),
        false,
        toTeam,
      );
    case 'source': {
      const income = ofYear.filter(({ kind, source }) => kind === 'income' && source === of.source);
      return added(inputs, income, false, toTeam);
    }
    case 'team':
      return added(
        inputs,
        ofYear.filter(({ teamId }) => teamId === of.teamId),
        true,
        toMonth,
      );
    case 'team-month':
      return teamMonthParts(inputs, of.teamId, of.month);
    case 'reconcile':
      return reconcileParts(inputs, of.code, of.month);
  }
}

/** How a pound of the budget was made: its parts, which add up to it, each leading on to its own until single shifts,
 * weeks, fees and ledger lines. A reconciling difference is the ledger's lines less the shifts of its units. */
export function budgetWorking(inputs: WorkingInputs, of: WorkingOf): BudgetWorking {
  const parts = [...partsOf(inputs, of)];
  const isLeaf = of.kind === 'team-month' || of.kind === 'reconcile';
  if (!isLeaf && of.kind !== 'team') parts.sort((a, b) => Math.abs(b.pence) - Math.abs(a.pence));
  const teamId = of.kind === 'team' || of.kind === 'team-month' ? of.teamId : null;
  const planned = inputs.teams.find(({ plan }) => plan.team.id === teamId);
  const rates = parts.some(({ kind }) => kind === 'planned') ? (planned?.answer.rates ?? []) : [];
  return {
    of,
    team: planned?.plan.team.name ?? null,
    pence: sumOf(parts, ({ pence }) => pence),
    parts,
    rates,
  };
}
