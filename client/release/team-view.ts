import type { WardAnswer, WardSums, WardYear } from '../../shared/backfill/ward-answer.ts';
import { totalsOf } from '../../shared/backfill/ward-years.ts';
import type { WardInputs } from '../../shared/backfill/ward-inputs.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { planningDefaultsOn } from '../../shared/parameters/planning-defaults.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { OwnCourses } from '../../shared/programmes/own-course.ts';
import { patternSpan } from '../../shared/release/pattern-weeks.ts';
import type { ReleasePattern } from '../../shared/release/release-pattern.ts';
import type { AskedTeam } from '../../shared/scenario/ask-team.ts';
import type { PromiseKeptOfMany } from '../../shared/scenario/promise-kept.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { questionKey, type WardQuestion } from '../../shared/scenario/ward-question.ts';
import type { Outputs } from '../app/trpc.ts';
import { minutesEach } from './question.ts';

type Person = Outputs['release']['team']['people'][number];

/** What the server says of a team. */
export type ShownTeam = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly plan: TeamPlan;
  readonly people: readonly Person[];
  readonly staffInPost: number;
  readonly kept: PromiseKeptOfMany;
  /** What the trust entered of its courses. */
  readonly courses: OwnCourses;
};

/** All that a team's page has worked out, before it is put into words. */
export type TeamView = {
  readonly team: ShownTeam;
  readonly question: WardQuestion;
  readonly asked: AskedTeam;
  /** As shown: with the short weeks fixed where that was asked for. */
  readonly ward: WardAnswer;
  readonly inputs: WardInputs;
  readonly isFixed: boolean;
  readonly shiftMinutes: number;
  /** Learners in question whose hours are known; 0 while nobody is asked about. */
  readonly learners: number;
  /** Learners of the register who are released in the weeks shown. */
  readonly others: number;
  /** Learners of the register whose release hours nobody has entered: in no sum. */
  readonly hoursNotKnown: number;
  readonly releaseWeeks: number;
  /** Financial years the weeks lie in, with those without release. */
  readonly years: readonly WardYear[];
  readonly totals: WardSums;
  /** Net of the learners of the register alone, over the same years; `null` when there are none. */
  readonly netBefore: Readonly<Record<FinancialYear, number>> | null;
  /** Fees that nobody has entered. */
  readonly feesNotKnown: number;
};

function emptyYear(financialYear: FinancialYear): WardYear {
  const none = { released: 0, need: 0, filled: 0, unfilled: 0 };
  return { financialYear, ...none, costPence: 0, netFeesPence: 0, cashFeesPence: 0, netPence: 0 };
}

function shownYears(byYear: readonly WardYear[], years: readonly FinancialYear[]): WardYear[] {
  return years.map((year) => byYear.find(({ financialYear }) => financialYear === year) ?? emptyYear(year));
}

function shiftOf(team: ShownTeam, set: ParameterSet): number {
  return team.plan.team.shiftMinutes ?? planningDefaultsOn(set, team.dataCut).shiftMinutes;
}

/** `null` when the team's sums cannot be made; the answer's refusal then says what is missing. */
export function teamView(
  team: ShownTeam,
  asked: AskedTeam,
  fixed: boolean,
  set: ParameterSet,
): TeamView | null {
  const { answer, before, question } = asked;
  if (answer.ward === null || answer.wardInputs === null) return null;
  const isFixed = fixed && asked.fixed !== null;
  const ward = isFixed && asked.fixed !== null ? asked.fixed : answer.ward;
  const years = shownYears(ward.byYear, asked.years);
  const netBefore =
    before === null
      ? null
      : Object.fromEntries(
          shownYears(before.byYear, asked.years).map(({ financialYear, netPence }) => [
            financialYear,
            netPence,
          ]),
        );
  return {
    team,
    question,
    asked,
    ward,
    inputs: answer.wardInputs,
    isFixed,
    shiftMinutes: shiftOf(team, set),
    learners: minutesEach(question) === null ? 0 : question.learners,
    others: othersReleased(team, ward.weeks),
    hoursNotKnown: answer.hoursNotKnown.filter((id) => id !== questionKey).length,
    releaseWeeks: ward.weeks.filter(({ released }) => released > 0).length,
    years,
    totals: totalsOf(years),
    netBefore,
    feesNotKnown: feesNotKnown(answer.feesNotKnown, question),
  };
}

/** People who finish before the weeks shown, or start after them, are not beside the question. */
function othersReleased({ plan }: ShownTeam, weeks: WardAnswer['weeks']): number {
  const [first, last] = [weeks[0]?.monday, weeks.at(-1)?.monday];
  if (first === undefined || last === undefined) return 0;
  const isShown = (pattern: ReleasePattern): boolean => {
    const span = patternSpan(pattern);
    return span !== null && span.first <= last && span.last >= first;
  };
  return plan.learners
    .filter(({ patterns }) => patterns?.some(isShown) === true)
    .reduce((sum, { count }) => sum + count, 0);
}

function feesNotKnown(ids: readonly string[], { learners }: WardQuestion): number {
  return ids.reduce((sum, id) => sum + (id === questionKey ? learners : 1), 0);
}
