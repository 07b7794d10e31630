import { coverPlan } from './cover-plan.ts';
import type { CoveredWeek } from './covered-weeks.ts';
import { fixCovered, fixedPlan } from './fix-short-weeks.ts';
import { countShort, isJudged } from './judge.ts';
import { planWeeks, type PlanWeek } from './plan-weeks.ts';
import type { ShortCounts, WardAnswer, WardWeek } from './ward-answer.ts';
import { wardDays } from './ward-days.ts';
import type { WardInputs } from './ward-inputs.ts';
import { totalsOf } from './ward-years.ts';

function wardWeek({ week, cover, available, judgement }: CoveredWeek): WardWeek {
  const { monday, released } = week;
  const { gap, need, filled, unfilled } = cover;
  return { monday, released, gap, need, filled, unfilled, available, judgement };
}

function shortWeeks(inputs: WardInputs, weeks: readonly CoveredWeek[]): ShortCounts | null {
  return isJudged(inputs) ? countShort(weeks, ({ week }) => week.monday) : null;
}

function answerOf(inputs: WardInputs, plan: readonly PlanWeek[]): WardAnswer {
  const covered = coverPlan(inputs, plan);
  return {
    weeks: covered.weeks.map(wardWeek),
    short: shortWeeks(inputs, covered.weeks),
    byDay: wardDays(inputs, covered.weeks),
    costLines: covered.costLines,
    byYear: covered.byYear,
    totals: totalsOf(covered.byYear),
    fix: fixCovered(inputs, covered),
  };
}

/**
 * The ward question: which weeks (and days) releasing these learners leaves the team below its planned minimum,
 * what cover costs by financial year with every line's working, fees beside it, and what fixing the short weeks
 * costs. The one sum behind the page, the server and the model command.
 *
 * Each week: gap = released beyond headroom; need = half up of its backfill share; available = contracted ×
 * (1 − unavailability) + usual temporary cover − gap + filled, compared exactly with the planned minimum.
 *
 * @throws ModelError `parameter-missing` when a rate or a month's unavailability is missing; `bad-input` when named
 * days do not add up to the weekly minutes; `too-large` beyond 2 600 weeks or exact whole numbers.
 */
export function evaluateWard(inputs: WardInputs): WardAnswer {
  return answerOf(inputs, planWeeks(inputs));
}

/**
 * The same answer with the release of the short weeks moved evenly to the other release weeks, as the fix prices it;
 * `null` when nothing is short after cover or there is no other week to move to.
 *
 * @throws ModelError as `evaluateWard`.
 */
export function evaluateFixedWard(inputs: WardInputs): WardAnswer | null {
  const plan = fixedPlan(inputs);
  return plan === null ? null : answerOf(inputs, plan);
}
