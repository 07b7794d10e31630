import { hoursOfShifts } from '../../shared/budget/band.ts';
import { bookedByTeam } from '../../shared/budget/booked.ts';
import { openBook, type Book, type BookInputs } from '../../shared/budget/book.ts';
import type { CodeRow } from '../../shared/budget/codes.ts';
import { deMinimisOn } from '../../shared/budget/de-minimis.ts';
import { varianceByCause, type VarianceByCause } from '../../shared/budget/variance.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import { addDays, mondayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  firstDayOfFinancialYear,
  lastDayOfFinancialYear,
  type FinancialYear,
} from '../../shared/calendar/years.ts';
import type { Award } from '../../shared/funding/award.ts';
import { payeeFinder } from '../../shared/funding/payee.ts';
import type { HeldSource } from '../../shared/funding/source.ts';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import {
  budgetYears,
  moneyOfTeam,
  overBothYears,
  plannedSoFar,
} from '../../shared/scenario/budget-of-plan.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { TeamAnswer } from '../../shared/scenario/scenario-answer.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readAwards, readSources } from '../funding/read.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readBudgets, readCodes, readLedgerLines, readStudyShifts, readUnitMonths } from './read.ts';
import { unitFinder } from './read-units.ts';

export type PlannedTeam = { readonly plan: TeamPlan; readonly answer: TeamAnswer };

/** A trust's money at its data cut, with everything a figure of it was made from. */
export type OpenBudget = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly basis: CostBasis;
  readonly book: Book;
  /** Codes that the trust entered; the book has those of the sources' terms too. */
  readonly ownCodes: readonly CodeRow[];
  readonly teams: readonly PlannedTeam[];
  readonly variance: VarianceByCause | null;
  readonly deMinimis: { readonly pence: number; readonly use: ParameterUse };
  /** Teams whose cover could not be worked out, with why. */
  readonly refused: readonly { readonly team: string; readonly message: string }[];
  readonly feesNotKnown: number;
  readonly hoursNotKnown: number;
};

type Rows = Omit<BookInputs, 'teams' | 'planFrom' | 'years'> & {
  readonly ownCodes: readonly CodeRow[];
  readonly sources: readonly HeldSource[];
  readonly awards: readonly Award[];
};

/** A source's code on the page of bursaries counts from the first day of its year, below the trust's own rows here. */
function codesOfSources(sources: readonly HeldSource[]): CodeRow[] {
  return sources.flatMap(({ id, key, financialYear, fundingCode, version }): CodeRow[] => {
    if (fundingCode === null) return [];
    const from = firstDayOfFinancialYear(financialYear);
    const codes = { costCentre: null, fundingCode, project: null, analysis: null };
    return [{ id, version, subject: { kind: 'source', source: key }, from, ...codes }];
  });
}

async function readRows(
  tx: TrustReader,
  trustId: string,
  plan: Plan,
  [first, last]: readonly [FinancialYear, FinancialYear],
  planFrom: PlainDate,
): Promise<Rows> {
  const teamOf = await unitFinder(tx, trustId, plan.teams);
  const from = firstDayOfFinancialYear(first);
  const [to, worked] = [lastDayOfFinancialYear(last), addDays(planFrom, -1)];
  const ownCodes = await readCodes(tx, trustId);
  const sources = await readSources(tx, trustId);
  return {
    ownCodes,
    sources,
    awards: await readAwards(tx, trustId),
    codes: [...ownCodes, ...codesOfSources(sources)],
    budgets: await readBudgets(tx, trustId),
    shifts: await readStudyShifts(tx, trustId, { from, to }, teamOf),
    units: await readUnitMonths(tx, trustId, { from, to: worked }, teamOf),
    ledgerLines: await readLedgerLines(tx, trustId, { from: monthOf(from), to: monthOf(worked) }),
  };
}

function varianceOf(book: Book, teams: readonly PlannedTeam[]): VarianceByCause | null {
  if (book.monthsKnown.size === 0) return null;
  const worked = book.shifts.filter(({ date }) => date < book.planFrom);
  const planned = plannedSoFar(teams, book.planFrom, (month) => book.monthsKnown.has(month));
  return varianceByCause(planned, hoursOfShifts(worked));
}

/** What is needed to work a budget out; `null` when there is no such trust. */
export async function readBudgetRows(
  tx: TrustReader,
  trustId: string,
  basis: CostBasis,
): Promise<{ readonly plan: Plan; readonly rows: Rows } | null> {
  const plan = await readPlan(tx, trustId, basis);
  if (plan === null) return null;
  const { dataCut } = plan.trust;
  return { plan, rows: await readRows(tx, trustId, plan, budgetYears(dataCut), mondayOf(dataCut)) };
}

/** The whole plan over both financial years beside what was worked, booked and paid. */
export function openBudget({ plan, rows }: { readonly plan: Plan; readonly rows: Rows }): OpenBudget {
  const { dataCut } = plan.trust;
  const planFrom = mondayOf(dataCut);
  const inputs = overBothYears(plan.inputs, bookedByTeam(rows.shifts, planFrom));
  const answer = evaluateScenario(inputs, plan.parameters);
  const teams = inputs.teams.flatMap((team, index): PlannedTeam[] => {
    const own = answer.teams[index];
    return own === undefined ? [] : [{ plan: team, answer: own }];
  });
  const payeeOf = payeeFinder(rows.awards, rows.sources);
  const money = teams.map((team) => moneyOfTeam(team.plan, team.answer, planFrom, payeeOf));
  const book = openBook({ planFrom, years: budgetYears(dataCut), teams: money, ...rows });
  return {
    dataCut,
    engine: answer.engine,
    basis: plan.inputs.basis,
    book,
    ownCodes: rows.ownCodes,
    teams,
    variance: varianceOf(book, teams),
    deMinimis: deMinimisOn(dataCut, plan.parameters),
    refused: teams.flatMap(({ plan: { team }, answer: { refusal } }) =>
      refusal === null ? [] : [{ team: team.name, message: refusal.message }],
    ),
    feesNotKnown: answer.teams.reduce((sum, team) => sum + team.feesNotKnown.length, 0),
    hoursNotKnown: answer.teams.reduce((sum, team) => sum + team.hoursNotKnown.length, 0),
  };
}
