import type { BankShortage } from '../backfill/bank-supply.ts';
import type { WardYear } from '../backfill/ward-answer.ts';
import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import type { Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { feesLedger, type FeesMonth } from '../funding/fees-ledger.ts';
import { planningDefaultsOn } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import {
  alikeFees,
  teamCost,
  type AbsorbedYear,
  type AlikeFees,
  type CentreOfCost,
  type Costed,
  type MonthOfCost,
  type TeamCost,
} from './cover-by-team.ts';
import { studyCalendar, type StudyCalendar } from './busiest-days.ts';
import { coverByRung, type RungOfCost } from './cover-by-rung.ts';
import { releasedTime, type ReleasedTime } from './released-time.ts';
import type { ScenarioAnswer } from './scenario-answer.ts';
import type { ScenarioInputs } from './scenario-inputs.ts';
import { bookedNow, teamBookings, type Rosters, type TeamBooking } from './team-bookings.ts';

/** Minutes by rung of the ladder; filled and unfilled in minutes × 10 000. They add up: released is all the rest. */
export type CoverLadder = {
  readonly financialYear: FinancialYear;
  readonly released: number;
  /** Taken from study headroom left. */
  readonly headroom: number;
  /** Lapses with the learner's own absence. */
  readonly lapsed: number;
  /** Done in the learner's own time, as the policy says. */
  readonly ownTime: number;
  /** Beyond headroom and not to be covered: absorbed by the team. */
  readonly absorbed: number;
  readonly need: number;
  readonly filled: number;
  readonly unfilled: number;
};

export type CoverWeek = {
  readonly monday: PlainDate;
  readonly released: number;
  readonly need: number;
  readonly filled: number;
  readonly unfilled: number;
  readonly costPence: number;
};

export type BackfillSummary = {
  readonly byYear: readonly WardYear[];
  readonly byMonth: readonly MonthOfCost[];
  readonly byWeek: readonly CoverWeek[];
  readonly byCentre: readonly CentreOfCost[];
  readonly byTeam: readonly TeamCost[];
  /** One a financial year of the plan. */
  readonly ladder: readonly CoverLadder[];
  /** What each bought rung fills and costs, by year. */
  readonly byRung: readonly RungOfCost[];
  /** Released time in worth and people: beside cash, never added to it. */
  readonly releasedTime: readonly ReleasedTime[];
  readonly toBook: readonly TeamBooking[];
  /** Of the same weeks, what the bank has taken already: it is in no shift to book. */
  readonly bookedMinutes: number;
  /** The last week to book now, of any team. */
  readonly bookUntil: PlainDate;
  /** Weeks in which the bank has less than all teams ask for. */
  readonly bankShortages: readonly BankShortage[];
  readonly calendar: StudyCalendar;
  readonly fees: readonly FeesMonth[];
  /** The fees behind the ledger, those alike together. */
  readonly feeLines: readonly AlikeFees[];
  readonly hoursNotKnown: number;
  readonly feesNotKnown: number;
};

function monthsOf(teams: readonly TeamCost[]): MonthOfCost[] {
  const sums = new Map<Month, number>();
  for (const { month, costPence } of teams.flatMap(({ byMonth }) => byMonth)) {
    sums.set(month, (sums.get(month) ?? 0) + costPence);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, costPence]) => ({ month, costPence }));
}

function centresOf(teams: readonly TeamCost[]): CentreOfCost[] {
  const sums = new Map<string, CentreOfCost>();
  for (const centre of teams.flatMap(({ byCentre }) => byCentre)) {
    const key = JSON.stringify([centre.code, centre.financialYear]);
    sums.set(key, { ...centre, costPence: (sums.get(key)?.costPence ?? 0) + centre.costPence });
  }
  const order = ({ code, financialYear }: CentreOfCost): string => `${code ?? '\uffff'} ${financialYear}`;
  return [...sums.values()]
    .filter(({ costPence }) => costPence !== 0)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

type Adding<T> = { -readonly [Name in keyof T]: T[Name] };

function weeksOf(teams: readonly Costed[]): CoverWeek[] {
  const none = { released: 0, need: 0, filled: 0, unfilled: 0, costPence: 0 };
  const sums = new Map<PlainDate, Adding<CoverWeek>>();
  for (const { answer } of teams) {
    for (const { monday, released, need, filled, unfilled } of answer.ward?.weeks ?? []) {
      const sum = sums.get(monday) ?? { monday, ...none };
      sum.released += released;
      sum.need += need;
      sum.filled += filled;
      sum.unfilled += unfilled;
      sums.set(monday, sum);
    }
    for (const { monday, costPence } of answer.ward?.costLines ?? []) {
      const sum = sums.get(monday);
      if (sum !== undefined) sum.costPence += costPence;
    }
  }
  return [...sums.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** The ladder of each year the plan has weeks in: fees alone make no rung. */
function ladderOf(years: readonly WardYear[], teams: readonly TeamCost[]): CoverLadder[] {
  const rungs = teams.flatMap(({ absorbed }) => absorbed);
  return years.flatMap(({ financialYear, released, need, filled, unfilled }): CoverLadder[] => {
    const own = rungs.filter((rung) => rung.financialYear === financialYear);
    if (own.length === 0) return [];
    const sum = (of: (rung: AbsorbedYear) => number): number => own.reduce((all, rung) => all + of(rung), 0);
    const uncovered = {
      headroom: sum((rung) => rung.headroom),
      lapsed: sum((rung) => rung.lapsed),
      ownTime: sum((rung) => rung.ownTime),
      absorbed: sum((rung) => rung.absorbed),
    };
    return [{ financialYear, released, ...uncovered, need, filled, unfilled }];
  });
}

function studyOf({ plan, answer }: Costed) {
  const { wardInputs } = answer;
  return wardInputs === null ? [] : [{ teamId: plan.team.id, team: plan.team.name, inputs: wardInputs }];
}

const noRosters: Rosters = { trust: null, teams: {} };

function hasCover({ plan }: Costed): boolean {
  return plan.learners.length > 0 || plan.fees.length > 0 || plan.feesNotKnown.length > 0;
}

/**
 * Cover of the whole trust by week, month, financial year, cost centre and team, each adding up to the same pounds to
 * the penny, with the ladder above it, the fees ledger beside it and the shifts still to book: by roster approval date where
 * `rosters` says how rosters are made, else up to and including the week of `bookUntil`.
 */
export function backfillSummary(
  inputs: ScenarioInputs,
  answer: ScenarioAnswer,
  bookUntil: PlainDate,
  set: ParameterSet,
  rosters: Rosters = noRosters,
): BackfillSummary {
  const teams = inputs.teams.flatMap((plan, index): Costed[] => {
    const own = answer.teams[index];
    return own === undefined ? [] : [{ plan, answer: own }];
  });
  const fees: CourseFeeLine[] = inputs.teams.flatMap((plan) => plan.fees);
  const withCost = teams.filter(hasCover);
  const byTeam = withCost.map(teamCost);
  const { shiftMinutes } = planningDefaultsOn(set, inputs.dataCut);
  const asked = { dataCut: inputs.dataCut, until: bookUntil, shiftMinutes };
  const toBook = teamBookings(withCost, rosters, asked);
  return {
    byYear: answer.byYear,
    byMonth: monthsOf(byTeam),
    byWeek: weeksOf(withCost),
    byCentre: centresOf(byTeam),
    byTeam,
    ladder: ladderOf(answer.byYear, byTeam),
    byRung: coverByRung(byTeam),
    releasedTime: releasedTime(withCost, inputs, set),
    toBook,
    bookedMinutes: bookedNow(withCost, rosters, asked),
    bookUntil: toBook.reduce((last, { from }) => (from > last ? from : last), bookUntil),
    bankShortages: answer.bankShortages,
    calendar: studyCalendar(withCost.flatMap(studyOf)),
    fees: feesLedger(fees),
    feeLines: alikeFees(fees),
    hoursNotKnown: answer.teams.reduce((sum, team) => sum + team.hoursNotKnown.length, 0),
    feesNotKnown: answer.teams.reduce((sum, team) => sum + team.feesNotKnown.length, 0),
  };
}
