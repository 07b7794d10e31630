import { gapOf } from '../backfill/cover-week.ts';
import { minutesOfDays, planWeeks } from '../backfill/plan-weeks.ts';
import { costByCentre, costByMonth } from '../backfill/cost-by.ts';
import type { CoverCostLine, WardAnswer, WardYear } from '../backfill/ward-answer.ts';
import type { CourseFeeLine, WardInputs } from '../backfill/ward-inputs.ts';
import type { Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import type { Refusal } from '../core/result.ts';
import type { TeamAnswer } from './scenario-answer.ts';
import type { TeamPlan } from './scenario-inputs.ts';
import type { RateUsed } from './rate-used.ts';
import type { AssumedInput } from './ward-of-plan.ts';

/** A team's plan with its own part of the answer. */
export type Costed = { readonly plan: TeamPlan; readonly answer: TeamAnswer };

export type MonthOfCost = { readonly month: Month; readonly costPence: number };

/** Cover charged to a cost centre in a year; `null` where nobody in post says which centre it is. */
export type CentreOfCost = {
  readonly code: string | null;
  readonly financialYear: FinancialYear;
  readonly costPence: number;
};

/**
 * Cost lines that are alike in everything but their week: each of `mondays` costs `costPence`, which is half up
 * (minutes × fill × rate ÷ 600 000). Together they are every cost line of the team.
 */
export type AlikeLines = Omit<CoverCostLine, 'monday'> & { readonly mondays: readonly PlainDate[] };

/** Released time that needs no cover, in one year, by why; minutes. */
export type AbsorbedYear = {
  readonly financialYear: FinancialYear;
  /** Taken from study headroom left. */
  readonly headroom: number;
  /** Lapses with the learner's own absence. */
  readonly lapsed: number;
  /** Done in the learner's own time, as the policy says. */
  readonly ownTime: number;
  /** Not to be covered: the team absorbs it. */
  readonly absorbed: number;
};

/** One team's cover with everything a figure of it was made from. */
export type TeamCost = {
  readonly teamId: string;
  readonly team: string;
  readonly learners: number;
  readonly byYear: readonly WardYear[];
  readonly byMonth: readonly MonthOfCost[];
  readonly byCentre: readonly CentreOfCost[];
  readonly absorbed: readonly AbsorbedYear[];
  readonly lines: readonly AlikeLines[];
  readonly costCentres: TeamPlan['costCentres'];
  /** Study minutes a week left, and the share of the rest that is to be covered; `null` without an answer. */
  readonly headroomMinutes: number | null;
  readonly backfillBp: number | null;
  /** Rates and assumptions behind the lines; none for a team without a line, whose pounds are none. */
  readonly rates: readonly RateUsed[];
  readonly assumed: readonly AssumedInput[];
  /** Learners whose release hours, or whose fee, nobody has entered. */
  readonly hoursNotKnown: number;
  readonly feesNotKnown: number;
  readonly refusal: Refusal | null;
};

/** Fee lines alike in everything, and how many of them there are: what one accrues, `times` over. */
export type AlikeFees = { readonly line: CourseFeeLine; readonly times: number };

export function alikeFees(lines: readonly CourseFeeLine[]): AlikeFees[] {
  const groups = new Map<string, AlikeFees>();
  for (const line of lines) {
    const key = JSON.stringify(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1)));
    groups.set(key, { line, times: (groups.get(key)?.times ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** Lines alike side by side, in the order of their first week. */
export function alikeLines(lines: readonly CoverCostLine[]): AlikeLines[] {
  const groups = new Map<string, Omit<AlikeLines, 'mondays'> & { readonly mondays: PlainDate[] }>();
  for (const { monday, ...line } of lines) {
    const { rung = '', financialYear, needMinutes, fillBp, ratePence, rateYear, rateFrom = '', days } = line;
    const place = `${financialYear} ${rateYear} ${rateFrom} ${days?.from} ${days?.to}`;
    const key = `${rung} ${place} ${needMinutes} ${fillBp} ${ratePence}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...line, mondays: [monday] });
    else group.mondays.push(monday);
  }
  return [...groups.values()];
}

/** A team nobody is in post in has no cost centre to charge: its cost stays visible under "not known". */
function centresOf({ plan, answer }: Costed): CentreOfCost[] {
  const years = (answer.ward?.byYear ?? []).filter(({ costPence }) => costPence !== 0);
  if (plan.costCentres.some(({ weight }) => weight > 0)) return costByCentre(years, plan.costCentres);
  return years.map(({ financialYear, costPence }) => ({ code: null, financialYear, costPence }));
}

/** The upper rungs of the ladder by year: a week that crosses 1 April is split by its release days. */
function absorbedOf(inputs: WardInputs, ward: WardAnswer): AbsorbedYear[] {
  const sums = new Map<FinancialYear, { -readonly [Name in keyof AbsorbedYear]: AbsorbedYear[Name] }>();
  const weeks = new Map(ward.weeks.map((week) => [week.monday, week]));
  for (const week of planWeeks(inputs)) {
    const { released = 0, gap = 0, need = 0 } = weeks.get(week.monday) ?? {};
    const beyond = Math.max(0, released - inputs.headroomMinutes);
    const kept = gapOf({ headroomMinutes: inputs.headroomMinutes }, week);
    for (const part of week.parts) {
      const { financialYear } = part;
      const sum = sums.get(financialYear) ?? {
        financialYear,
        headroom: 0,
        lapsed: 0,
        ownTime: 0,
        absorbed: 0,
      };
      sums.set(financialYear, sum);
      if (released === 0) continue;
      const inPart = (minutes: number): number => minutesOfDays(week, minutes, part);
      sum.headroom += inPart(released) - inPart(beyond);
      sum.lapsed += inPart(beyond) - inPart(kept);
      sum.ownTime += inPart(kept) - inPart(gap);
      sum.absorbed += inPart(gap) - inPart(need);
    }
  }
  return [...sums.values()];
}

/** What one team's cover costs by year, month and cost centre, each to the same penny, with its working. */
export function teamCost(costed: Costed): TeamCost {
  const { plan, answer } = costed;
  const { ward, wardInputs } = answer;
  const lines = alikeLines(ward?.costLines ?? []);
  return {
    teamId: plan.team.id,
    team: plan.team.name,
    learners: plan.learners.reduce((sum, { count }) => sum + count, 0),
    byYear: ward?.byYear ?? [],
    byMonth: ward === null || wardInputs === null ? [] : costByMonth(wardInputs, ward.costLines),
    byCentre: centresOf(costed),
    absorbed: ward === null || wardInputs === null ? [] : absorbedOf(wardInputs, ward),
    lines,
    costCentres: plan.costCentres,
    headroomMinutes: wardInputs?.headroomMinutes ?? null,
    backfillBp: wardInputs?.backfillBp ?? null,
    rates: lines.length === 0 ? [] : answer.rates,
    assumed: lines.length === 0 ? [] : answer.assumed,
    hoursNotKnown: answer.hoursNotKnown.length,
    feesNotKnown: answer.feesNotKnown.length,
    refusal: answer.refusal,
  };
}
