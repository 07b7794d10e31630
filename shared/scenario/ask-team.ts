import { coverWeeks } from '../backfill/covered-weeks.ts';
import { evaluateFixedWard } from '../backfill/evaluate-ward.ts';
import { fixedPlan } from '../backfill/fix-short-weeks.ts';
import { minutesOfDays, planWeeks, type PlanWeek } from '../backfill/plan-weeks.ts';
import type { WardAnswer } from '../backfill/ward-answer.ts';
import type { WardInputs } from '../backfill/ward-inputs.ts';
import { wardLimit, type WardLimit } from '../backfill/ward-limit.ts';
import { mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { CostBasis } from '../pay/employer-cost.ts';
import { evaluateScenario } from './evaluate-scenario.ts';
import { yearsOfPlan } from './plan-years.ts';
import type { TeamAnswer } from './scenario-answer.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';
import { askWard, calendarAsked, questionKey, type WardQuestion } from './ward-question.ts';

/** Weeks looked at while nobody is asked about: two years. */
const weeksWithoutQuestion = 104;

/** One team, and what somebody asks of it. */
export type TeamAsk = {
  readonly plan: TeamPlan;
  readonly question: WardQuestion;
  readonly dataCut: PlainDate;
  readonly basis: CostBasis;
};

export type GapsByYear = Readonly<Record<FinancialYear, number>>;

/** The answer with what a page shows beside it; everything is made by the façade or the ward's own functions. */
export type AskedTeam = {
  readonly engine: string;
  /** What was asked: an answer that comes late must not be read as that of a newer question. */
  readonly question: WardQuestion;
  /** The learners in question with those of the register. */
  readonly answer: TeamAnswer;
  /** The same with the short weeks' release moved to the others; `null` when there is nothing to move. */
  readonly fixed: WardAnswer | null;
  /** Those of the register alone over the same weeks; `null` while there are none, or nobody is asked about. */
  readonly before: WardAnswer | null;
  /** The most of the learners in question with every week kept; `null` while their hours or the rate are not known. */
  readonly limit: WardLimit | null;
  /** Minutes released beyond headroom, covered or not, by financial year: of the answer, and with the weeks fixed. */
  readonly gaps: GapsByYear;
  readonly fixedGaps: GapsByYear;
  /** Financial years that the weeks lie in. */
  readonly years: readonly FinancialYear[];
};

/**
 * The weeks to look at: two years from the data cut while nobody is asked about; the course's weeks where the team has
 * other learners too, or where the hours are not known yet; else the learners' own weeks.
 */
export function weeksAsked({ plan, question, dataCut }: TeamAsk): ScenarioInputs['horizon'] {
  const { learners, start, weeklyMinutes, days } = question;
  if (learners === 0) return { from: mondayOf(dataCut), weeks: weeksWithoutQuestion };
  const known = weeklyMinutes !== null || days.length > 0;
  if (plan.learners.length === 0 && known) return null;
  return { from: mondayOf(start), weeks: calendarAsked(question).weeks };
}

function evaluate(ask: TeamAsk, horizon: ScenarioInputs['horizon'], set: ParameterSet) {
  const plan = askWard(ask.plan, ask.question, set);
  const { dataCut, basis } = ask;
  const inputs: ScenarioInputs = { schema: 1, dataCut, basis, horizon, teams: [plan], pipeline: null };
  const { engine, teams } = evaluateScenario(inputs, set);
  const [answer] = teams;
  if (answer === undefined) throw new RangeError('askTeam: one team gives one answer');
  return { engine, answer, years: yearsOfPlan(plan, horizon) };
}

function withLearners(ask: TeamAsk, learners: number): TeamAsk {
  return { ...ask, question: { ...ask.question, learners } };
}

/** Asked of one learner while nobody is typed yet: the answer does not depend on how many are asked about. */
function limitOf(ask: TeamAsk, set: ParameterSet): WardLimit | null {
  const one = withLearners(ask, Math.max(1, ask.question.learners));
  const { wardInputs } = evaluate(one, weeksAsked(one), set).answer;
  const index = wardInputs?.learners.findIndex(({ key }) => key === questionKey) ?? -1;
  return wardInputs === null || index < 0 ? null : wardLimit(wardInputs, index);
}

/** A week that crosses 1 April is split by its days, as its need is. */
function gapsByYear(inputs: WardInputs, plan: readonly PlanWeek[]): GapsByYear {
  const gaps: Record<FinancialYear, number> = {};
  for (const { week, cover } of coverWeeks(inputs, plan)) {
    for (const part of week.parts) {
      const { financialYear: year } = part;
      gaps[year] = (gaps[year] ?? 0) + minutesOfDays(week, cover.gap, part);
    }
  }
  return gaps;
}

function fixOf(inputs: WardInputs): Pick<AskedTeam, 'fixed' | 'gaps' | 'fixedGaps'> {
  const fixed = fixedPlan(inputs);
  return {
    fixed: evaluateFixedWard(inputs),
    gaps: gapsByYear(inputs, planWeeks(inputs)),
    fixedGaps: fixed === null ? {} : gapsByYear(inputs, fixed),
  };
}

/**
 * The ward question of one team with all that stands beside its answer: live in the browser while typing, and the
 * same on the server.
 *
 * @throws ModelError 'parameter-missing' when the course starts before the stage was first offered.
 */
export function askTeam(ask: TeamAsk, set: ParameterSet): AskedTeam {
  const horizon = weeksAsked(ask);
  const { engine, answer, years } = evaluate(ask, horizon, set);
  const alone = ask.question.learners === 0 || ask.plan.learners.length + ask.plan.fees.length === 0;
  return {
    engine,
    question: ask.question,
    answer,
    before: alone ? null : evaluate(withLearners(ask, 0), horizon, set).answer.ward,
    limit: limitOf(ask, set),
    years,
    ...(answer.wardInputs === null ? { fixed: null, gaps: {}, fixedGaps: {} } : fixOf(answer.wardInputs)),
  };
}
