import { z } from 'zod';
import type { WardAnswer, WardWeek, WardYear } from '../../backfill/ward-answer.ts';
import type { CourseFeeLine, WardInputs, WardLearner } from '../../backfill/ward-inputs.ts';
import { ModelError } from '../../core/errors.ts';
import { askScenario } from '../ask-scenario.ts';
import {
  date,
  dates,
  financialYear,
  month,
  pence,
  rate,
  share,
  teamMinutes,
  weekday,
  weekMinutes,
} from '../fields.ts';
import { defineMeasuredKind } from '../measures.ts';

const weeks = z.int().min(0).max(1_040);
const count = z.int().min(0).max(10_000);
const dayMinutes = z.int().min(0).max(1_440);

const learnerSchema = z.object({
  count,
  weekly_minutes: weekMinutes,
  start: date,
  weeks,
  break_weeks: dates,
  days: z
    .array(z.object({ weekday, minutes: dayMinutes }))
    .max(7)
    .optional(),
  block_days: z
    .array(z.object({ date, minutes: dayMinutes }))
    .max(1_000)
    .optional(),
  lapse_bp: share.optional(),
});

const wardSchema = z.object({
  learners: z.array(learnerSchema).min(1).max(500),
  headroom_minutes: teamMinutes,
  backfill_bp: share,
  fill_bp: share,
  rates: z.record(financialYear, rate),
  rate_changes: z
    .array(z.object({ from: date, pence: rate }))
    .max(100)
    .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, 'Each day can have one price.')
    .optional(),
  contracted_minutes: teamMinutes.nullable(),
  temporary_cover_minutes: teamMinutes,
  unavailability_bp: z
    .record(z.string().regex(/^([1-9]|1[0-2])$/, 'This must be a month 1 to 12.'), share)
    .nullable(),
  unavailability_sd_bp: share,
  planned_minimum_minutes: teamMinutes.nullable(),
  planned_minimum_by_weekday: z.array(teamMinutes).length(7).optional(),
  fees: z.object({ fee_pence: pence, course_months: z.int().min(1).max(120), first_month: month }).optional(),
  bursaries: z.object({ count, pence }).optional(),
  horizon: z.object({ from: date, weeks: weeks.min(1) }).optional(),
});

type WardFile = z.output<typeof wardSchema>;

function toLearner(file: WardFile['learners'][number]): WardLearner {
  return {
    count: file.count,
    weeklyMinutes: file.weekly_minutes,
    start: file.start,
    weeks: file.weeks,
    breakWeeks: file.break_weeks,
    days: file.days,
    blockDays: file.block_days,
    lapseBp: file.lapse_bp,
  };
}

/** Every learner pays the fee; bursaries are taken off all fees and follow the course. */
function toFees({ fees, bursaries, learners }: WardFile): CourseFeeLine[] {
  if (fees === undefined) {
    if (bursaries === undefined) return [];
    throw new ModelError(
      'bad-input',
      'Bursaries need fees: they follow the months of the course.',
      '/bursaries',
    );
  }
  return [
    {
      feePence: fees.fee_pence,
      count: learners.reduce((sum, learner) => sum + learner.count, 0),
      bursaryPence: bursaries?.pence ?? 0,
      bursaryCount: bursaries?.count ?? 0,
      courseMonths: fees.course_months,
      firstMonth: fees.first_month,
    },
  ];
}

function toWard(file: WardFile): WardInputs {
  return {
    learners: file.learners.map(toLearner),
    headroomMinutes: file.headroom_minutes,
    backfillBp: file.backfill_bp,
    fillBp: file.fill_bp,
    rates: file.rates,
    rateChanges: file.rate_changes,
    contractedMinutes: file.contracted_minutes,
    temporaryCoverMinutes: file.temporary_cover_minutes,
    unavailabilityBp: file.unavailability_bp,
    unavailabilitySdBp: file.unavailability_sd_bp,
    plannedMinimumMinutes: file.planned_minimum_minutes,
    plannedMinimumByWeekday: file.planned_minimum_by_weekday,
    fees: toFees(file),
    horizon: file.horizon,
  };
}

function yearToFile(year: WardYear): Readonly<Record<string, number>> {
  return {
    released_minutes: year.released,
    need_minutes: year.need,
    cost_pence: year.costPence,
    net_fees_pence: year.netFeesPence,
    net_pence: year.netPence,
  };
}

type JudgedWeek = Pick<WardWeek, 'monday'> & { readonly judgement: NonNullable<WardWeek['judgement']> };

/** One entry for each week still short after cover; `null` while no week can be judged. */
function ofShortWeeks(answer: WardAnswer, valueOf: (week: JudgedWeek) => number): unknown {
  if (answer.short === null) return null;
  const short = new Set(answer.short.afterCover);
  return Object.fromEntries(
    answer.weeks.flatMap(({ monday, judgement }) =>
      judgement === null || !short.has(monday) ? [] : [[monday, valueOf({ monday, judgement })]],
    ),
  );
}

function fixToFile({ fix }: WardAnswer): unknown {
  return fix === null
    ? null
    : {
        moved_minutes: fix.movedMinutes,
        total_cost_pence: fix.totalCostPence,
        extra_pence: fix.extraPence,
        short_after_fix: fix.shortAfterFix,
      };
}

function daysToFile({ byDay }: WardAnswer): unknown {
  return byDay === null
    ? null
    : {
        short_without_release: byDay.short.withoutRelease,
        newly_short: byDay.short.newlyShort,
        short_after_cover: byDay.short.afterCover,
      };
}

function answerOf(ward: WardInputs): WardAnswer {
  const [answer] = askScenario({ wards: [ward] }).wards;
  if (answer === undefined) throw new Error('a ward was asked about and not answered');
  return answer;
}

/** The ward question: short weeks, cover by financial year, fees beside it, and the price of the fix. */
export const wardKind = defineMeasuredKind({
  inputs: wardSchema,
  evaluate: (file) => answerOf(toWard(file)),
  measures: {
    by_fy: ({ byYear }: WardAnswer) =>
      Object.fromEntries(byYear.map((year) => [year.financialYear, yearToFile(year)])),
    total_cost_pence: ({ totals }: WardAnswer) => totals.costPence,
    total_net_pence: ({ totals }: WardAnswer) => totals.netPence,
    short_without_release: ({ short }: WardAnswer) => short?.withoutRelease ?? null,
    newly_short: ({ short }: WardAnswer) => short?.newlyShort ?? null,
    short_after_cover: ({ short }: WardAnswer) => short?.afterCover ?? null,
    margin_minutes: (answer: WardAnswer) =>
      ofShortWeeks(answer, ({ judgement }) => judgement.margin.afterCover / 10_000),
    chance_short: (answer: WardAnswer) =>
      ofShortWeeks(answer, ({ judgement }) => judgement.chanceShort.afterCover),
    fix: fixToFile,
    by_day: daysToFile,
  },
});
