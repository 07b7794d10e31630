import { mainCentre } from '../../shared/budget/team-money.ts';
import { netFees } from '../../shared/backfill/course-fees.ts';
import { sumOf } from '../../shared/budget/line.ts';
import { addMonthsTo, monthOf, type Month } from '../../shared/calendar/month.ts';
import { mondayOf } from '../../shared/calendar/plain-date.ts';
import {
  financialYearOfMonth,
  firstDayOfFinancialYear,
  type FinancialYear,
} from '../../shared/calendar/years.ts';
import type { BankShiftRow } from '../../shared/imports/bank-columns.ts';
import type { LedgerRow } from '../../shared/imports/ledger-columns.ts';
import { budgetYears, moneyOfTeam, overBothYears } from '../../shared/scenario/budget-of-plan.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { RecordedBudget } from '../budget/record-budget.ts';
import type { Plan } from '../scenario/read.ts';
import { generateShifts, type PlannedTeam } from './generate-shifts.ts';
import { randomFor, type Random } from './random.ts';

type Line = Pick<LedgerRow, 'period' | 'costCentre' | 'description' | 'pence'>;

/** One line a centre and closed month; a few are late, dearer, or of a centre without a shift. */
function ledgerOf(
  shifts: readonly BankShiftRow[],
  centreOf: ReadonlyMap<string, string>,
  closed: Month,
  random: Random,
): LedgerRow[] {
  const sums = new Map<string, Line>();
  for (const { unit, date, costPence } of shifts) {
    const [costCentre, period] = [centreOf.get(unit), monthOf(date)];
    if (costCentre === undefined || period > closed) continue;
    const key = `${period} ${costCentre}`;
    const pence = (sums.get(key)?.pence ?? 0) + costPence;
    sums.set(key, { period, costCentre, description: 'Bank staff, NHS bank', pence });
  }
  const lines = [...sums.values()].filter(({ pence }) => pence > 0);
  const late = lines.filter(({ period }) => period === closed)[0];
  const odd = lines.map((line, index): Line => {
    if (index % 17 === 5) return { ...line, pence: line.pence + random.whole(500, 40_000) };
    return index % 23 === 11 ? { ...line, pence: line.pence - random.whole(100, 9_000) } : line;
  });
  const other = {
    period: closed,
    costCentre: '999000',
    description: 'Bank staff, code not known',
    pence: 48_250,
  };
  const booked = [...odd.filter((_, index) => lines[index] !== late), ...(lines.length > 0 ? [other] : [])];
  return booked.map((line, index) => ({
    ...line,
    subjectiveCode: '521105',
    analysisCode: null,
    journalReference: `GL${line.period.replace('-', '')}-${String(index + 1).padStart(4, '0')}`,
    line: 1,
  }));
}

/** A budget near what was planned when the year was set, rounded as people do; one centre in nine has none. */
function budgetsOf(
  teams: readonly PlannedTeam[],
  years: readonly FinancialYear[],
  planned: (team: PlannedTeam, year: FinancialYear) => number,
  random: Random,
): RecordedBudget['budgets'] {
  const sums = new Map<string, number>();
  for (const team of teams) {
    const centre = mainCentre({ centres: team.plan.costCentres });
    if (centre === null) continue;
    for (const year of years) {
      const key = JSON.stringify([centre, year]);
      sums.set(key, (sums.get(key) ?? 0) + planned(team, year));
    }
  }
  return [...sums].flatMap(([key, pence]) => {
    const [costCentre, financialYear] = JSON.parse(key) as [string, FinancialYear];
    if (pence <= 0 || random.chance(1 / 9)) return [];
    const share = random.whole(88, 112);
    return [{ costCentre, financialYear, pence: Math.round((pence * share) / 1_000_000) * 10_000 }];
  });
}

/** Codes of the funding sources but one, and of every third team, whose cover the delivery network pays. */
function codesOf(plan: Plan, teams: readonly PlannedTeam[], year: FinancialYear): RecordedBudget['codes'] {
  const from = firstDayOfFinancialYear(year);
  const sources = [...new Set(plan.learners.flatMap(({ fundingSource }) => fundingSource ?? []))].sort();
  const none = { costCentre: null, project: null, analysis: null };
  return [
    ...sources.slice(0, -1).map((source, index) => ({
      ...none,
      subject: { kind: 'source' as const, source },
      from,
      fundingCode: `R${5001 + index}`,
    })),
    ...teams
      .filter((_, index) => index % 3 === 0)
      .map(({ plan: { team } }) => ({
        ...none,
        subject: { kind: 'team' as const, teamId: team.id },
        from,
        fundingCode: 'R7100',
        project: 'Delivery network',
      })),
  ];
}

/** What finance of a sample trust has entered: codes, budgets, bank shifts and ledger lines; a few do not reconcile. */
export function generateBudget(seed: string, plan: Plan): RecordedBudget {
  const { dataCut } = plan.trust;
  const inputs = overBothYears(plan.inputs);
  const answer = evaluateScenario(inputs, plan.parameters);
  const teams = inputs.teams.flatMap((team, index): PlannedTeam[] => {
    const own = answer.teams[index];
    const isAway = team.learners.length > 0 || team.fees.length > 0;
    return own === undefined || !isAway ? [] : [{ plan: team, answer: own }];
  });
  const planFrom = mondayOf(dataCut);
  const shifts = generateShifts(teams, planFrom, randomFor(seed, 'bank shifts'));
  const centreOf = new Map(
    teams.flatMap(({ plan: { team, costCentres } }): [string, string][] => {
      const centre = mainCentre({ centres: costCentres });
      return centre === null ? [] : [[team.name, centre]];
    }),
  );
  const planned = ({ plan: team, answer: own }: PlannedTeam, year: FinancialYear): number => {
    const { cover } = moneyOfTeam(team, own, planFrom);
    const ofYear = cover.filter(({ month }) => financialYearOfMonth(month) === year);
    const fees = team.fees.filter(({ firstMonth }) => financialYearOfMonth(firstMonth) === year);
    return sumOf(ofYear, ({ pence }) => pence) + sumOf(fees, netFees);
  };
  const years = budgetYears(dataCut);
  const closed = addMonthsTo(monthOf(dataCut), -1);
  return {
    codes: codesOf(plan, teams, years[0]),
    budgets: budgetsOf(teams, years, planned, randomFor(seed, 'budgets')),
    shifts,
    ledger: ledgerOf(shifts, centreOf, closed, randomFor(seed, 'ledger')),
  };
}
