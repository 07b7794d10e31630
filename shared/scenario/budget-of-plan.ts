import { costByMonth } from '../backfill/cost-by.ts';
import type { CoverCostLine } from '../backfill/ward-answer.ts';
import { bandOf } from '../budget/band.ts';
import type { BookedMinutes } from '../budget/booked.ts';
import type { MonthOfCover, TeamMoney } from '../budget/team-money.ts';
import type { BandHours, HoursAndPounds } from '../budget/variance.ts';
import { sumOf } from '../budget/line.ts';
import { monthOf, type Month } from '../calendar/month.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import {
  financialYearOf,
  financialYearOfMonth,
  firstDayOfFinancialYear,
  lastDayOfFinancialYear,
  nextFinancialYear,
  type FinancialYear,
} from '../calendar/years.ts';
import type { PayeeFinder } from '../funding/payee.ts';
import type { TeamAnswer } from './scenario-answer.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';

/** The two financial years of a budget: that of the data cut, and the next. */
export function budgetYears(dataCut: PlainDate): readonly [FinancialYear, FinancialYear] {
  const year = financialYearOf(dataCut);
  return [year, nextFinancialYear(year)];
}

/** The first Monday of a year: a week is planned by its Monday, and one begun in March needs the rate of March. */
function firstMonday(year: FinancialYear): PlainDate {
  const first = firstDayOfFinancialYear(year);
  return mondayOf(first) === first ? first : addDays(mondayOf(first), 7);
}

/**
 * The plan over both years, so that weeks that are over have their planned pounds too. What is booked is taken off the
 * need: its pounds are those of the bookings, and the plan prices what remains.
 */
export function overBothYears(inputs: ScenarioInputs, booked: BookedMinutes = new Map()): ScenarioInputs {
  const [first, second] = budgetYears(inputs.dataCut);
  const from = firstMonday(first);
  const weeks = Math.ceil((daysBetween(from, lastDayOfFinancialYear(second)) + 1) / 7);
  const teams = inputs.teams.map((plan) => {
    const bookedMinutes = booked.get(plan.team.id);
    return bookedMinutes === undefined ? plan : { ...plan, bookedMinutes };
  });
  return { ...inputs, teams, horizon: { from, weeks } };
}

function coverOf(answer: TeamAnswer, planFrom: PlainDate): MonthOfCover[] {
  const { ward, wardInputs } = answer;
  if (ward === null || wardInputs === null) return [];
  const of = (lines: readonly CoverCostLine[], isOver: boolean): MonthOfCover[] =>
    costByMonth(wardInputs, lines).map(({ month, costPence }) => ({ month, isOver, pence: costPence }));
  return [
    ...of(
      ward.costLines.filter(({ monday }) => monday < planFrom),
      true,
    ),
    ...of(
      ward.costLines.filter(({ monday }) => monday >= planFrom),
      false,
    ),
  ];
}

/** What a team's cover and fees come to, by month; fees by learner with what funds them. */
export function moneyOfTeam(
  plan: TeamPlan,
  answer: TeamAnswer,
  planFrom: PlainDate,
  payeeOf: PayeeFinder = () => null,
): TeamMoney {
  return {
    teamId: plan.team.id,
    team: plan.team.name,
    centres: plan.costCentres,
    cover: coverOf(answer, planFrom),
    fees: plan.fees.map((line, index) => {
      const { learnerId = '', source = null } = plan.feesOfLearners?.[index] ?? {};
      const payee = payeeOf({ learnerId, source }, financialYearOfMonth(line.firstMonth));
      return { learnerId, source, line, payee };
    }),
  };
}

/** Hours asked and filled, and their price, as the plan has them for weeks that are over in months that are known. */
export function plannedSoFar(
  teams: readonly { readonly plan: TeamPlan; readonly answer: TeamAnswer }[],
  planFrom: PlainDate,
  isKnown: (month: Month) => boolean,
): HoursAndPounds {
  const lines = teams.flatMap(({ plan, answer }) =>
    (answer.ward?.costLines ?? [])
      .filter(({ monday }) => monday < planFrom && isKnown(monthOf(monday)))
      .map((line) => ({ ...line, band: bandOf(plan.team.coverBand) })),
  );
  const bands = [...new Set(lines.map(({ band }) => band))].map((band): BandHours => {
    const own = lines.filter((line) => line.band === band);
    return {
      band,
      minuteBp: sumOf(own, ({ needMinutes, fillBp }) => needMinutes * fillBp),
      pence: sumOf(own, ({ costPence }) => costPence),
    };
  });
  return { askedMinutes: sumOf(lines, ({ needMinutes }) => needMinutes), bands };
}
