import { z } from 'zod';
import { evaluateTeamCover, type TeamCoverAnswer } from '../../backfill/team-cover.ts';
import { teamMinutes } from '../fields.ts';
import { defineMeasuredKind } from '../measures.ts';
import { backfillFields, coverToFile, toBackfill } from './backfill.ts';
import { isReasonable, periodRule } from './release.ts';

const learner = z
  .object({ ...backfillFields, name: z.string().max(200).optional() })
  .refine(isReasonable, periodRule);

/** Several backfills of one team, and the weeks above its limit of release. */
export const teamKind = defineMeasuredKind({
  inputs: z.object({
    learners: z.array(learner).min(1).max(500),
    team_limit_minutes_per_week: teamMinutes,
  }),
  evaluate: (file) =>
    evaluateTeamCover({
      learners: file.learners.map(toBackfill),
      teamLimitMinutesPerWeek: file.team_limit_minutes_per_week,
    }),
  measures: {
    by_fy: ({ byYear }: TeamCoverAnswer) =>
      Object.fromEntries(byYear.map((year) => [year.financialYear, coverToFile(year)])),
    total_cost_pence: ({ totalCostPence }: TeamCoverAnswer) => totalCostPence,
    peak_week: ({ peakWeek }: TeamCoverAnswer) => peakWeek,
    peak_week_released_minutes: ({ peakWeekReleasedMinutes }: TeamCoverAnswer) => peakWeekReleasedMinutes,
    weeks_over_limit: ({ weeksOverLimit }: TeamCoverAnswer) => weeksOverLimit.length,
  },
});
