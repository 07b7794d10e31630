import type { PlainDate } from '../calendar/plain-date.ts';
import { ModelError } from '../core/errors.ts';
import {
  coverByYear,
  joinWeeks,
  evaluateBackfill,
  type BackfillAnswer,
  type BackfillInputs,
  type CoverWeek,
  type CoverYear,
} from './backfill.ts';

export type TeamCoverInputs = {
  readonly learners: readonly BackfillInputs[];
  readonly teamLimitMinutesPerWeek: number;
};

export type TeamCoverAnswer = {
  readonly byYear: readonly CoverYear[];
  readonly totalCostPence: number;
  /** The earliest of equal peaks; `null` when nobody is released. */
  readonly peakWeek: PlainDate | null;
  readonly peakWeekReleasedMinutes: number;
  /** Weeks with more release than the limit. */
  readonly weeksOverLimit: readonly PlainDate[];
};

function evaluateLearner(inputs: BackfillInputs, index: number): BackfillAnswer {
  try {
    return evaluateBackfill(inputs);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new ModelError(error.code, error.message, `/learners/${index}${error.path}`);
  }
}

function peakOf(weeks: readonly CoverWeek[]): CoverWeek | null {
  return weeks.reduce<CoverWeek | null>(
    (peak, week) => (week.released > (peak?.released ?? 0) ? week : peak),
    null,
  );
}

/**
 * Several learners of one team together, each with their own lines, against the team's weekly limit of release.
 *
 * @throws ModelError as `evaluateBackfill`, its path leading to the learner.
 */
export function evaluateTeamCover(inputs: TeamCoverInputs): TeamCoverAnswer {
  const parts = inputs.learners.map(evaluateLearner).flatMap((answer) => answer.parts);
  const weeks = joinWeeks(parts);
  const peak = peakOf(weeks);
  return {
    byYear: coverByYear(parts),
    totalCostPence: parts.reduce((sum, part) => sum + part.costPence, 0),
    peakWeek: peak?.monday ?? null,
    peakWeekReleasedMinutes: peak?.released ?? 0,
    weeksOverLimit: weeks
      .filter((week) => week.released > inputs.teamLimitMinutesPerWeek)
      .map((week) => week.monday),
  };
}
