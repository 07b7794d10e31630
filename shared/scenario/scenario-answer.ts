import type { BankShortage } from '../backfill/bank-supply.ts';
import type { WardAnswer, WardYear } from '../backfill/ward-answer.ts';
import type { WardInputs } from '../backfill/ward-inputs.ts';
import type { Refusal } from '../core/result.ts';
import type { Projection } from '../pipeline/evaluate-projection.ts';
import type { RateUsed } from './rate-used.ts';
import type { AssumedInput } from './ward-of-plan.ts';

/** One team's answer with all it rests on; `refusal` says what is missing when the sum cannot be made. */
export type TeamAnswer = {
  readonly teamId: string;
  readonly refusal: Refusal | null;
  readonly ward: WardAnswer | null;
  /** The question as it was put, with defaults filled in. */
  readonly wardInputs: WardInputs | null;
  readonly rates: readonly RateUsed[];
  readonly assumed: readonly AssumedInput[];
  /** Ids of learners whose release hours, or whose fee, nobody has entered. */
  readonly hoursNotKnown: readonly string[];
  readonly feesNotKnown: readonly string[];
};

/** Team-weeks by standing, over the teams whose planned minimum is known. */
export type TeamWeeks = {
  readonly withoutRelease: number;
  readonly newlyShort: number;
  readonly afterCover: number;
  readonly teamsNotKnown: number;
};

export type ScenarioAnswer = {
  readonly engine: string;
  readonly teams: readonly TeamAnswer[];
  /** Sums over the teams that could be worked out; money in pence, time as in a ward's year. */
  readonly byYear: readonly WardYear[];
  readonly teamWeeks: TeamWeeks;
  /** Weeks in which all teams together ask the bank for more than it has. */
  readonly bankShortages: readonly BankShortage[];
  /** One for each ward question put in full; in none of the sums above. */
  readonly wards: readonly WardAnswer[];
  readonly projection: Projection | null;
};
