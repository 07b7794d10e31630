import type { AcademicYear } from '../calendar/years.ts';
import { halfUp } from '../core/rounding.ts';
import type { EligibilityAnswer } from '../learners/eligibility.ts';
import { isAccepted, lossReasons, onTheTable, type Award, type LossReason } from './award.ts';

/** One person in one stage of one round, as far as bursaries are concerned. Pence. */
export type BursaryCase = {
  readonly learnerId: string;
  readonly round: AcademicYear;
  /** By the rules of the round alone. */
  readonly eligible: EligibilityAnswer;
  /** The university offered a place. */
  readonly placeOffered: boolean;
  readonly award: Award | null;
  /** `null` is not known. */
  readonly feePence: number | null;
};

/** Where a case has come to; `open` waits, `not-recorded` has no step on record. */
export type CaseOutcome = 'accepted' | 'open' | 'not-recorded' | LossReason;

export function outcomeOf({ award }: BursaryCase): CaseOutcome {
  if (award === null) return 'not-recorded';
  if (award.lost !== null) return award.lost;
  return isAccepted(award) ? 'accepted' : 'open';
}

/**
 * Whether somebody was eligible, by what happened where it says so: an award offered was a judgement of the funder's,
 * and a person entered as late, as not applying or as declining was taken to be eligible, unless the rules say no.
 */
export function eligibilityOf(one: BursaryCase): EligibilityAnswer {
  const outcome = outcomeOf(one);
  if (outcome === 'not-eligible') return 'not-by-default';
  if (one.award !== null && one.award.offeredOn !== null) return 'eligible';
  if (one.eligible !== 'not-known') return one.eligible;
  return outcome === 'refused' || onTheTable.some((reason) => reason === outcome) ? 'eligible' : 'not-known';
}

/** Eligible, and a place was offered: whom uptake is counted over. */
export function countsForUptake(one: BursaryCase): boolean {
  return one.placeOffered && outcomeOf(one) !== 'no-offer' && eligibilityOf(one) === 'eligible';
}

/** People by how their money was lost, with the pounds of those who could have had it; `null` pounds are nobody's. */
export type Loss = {
  readonly reason: LossReason;
  readonly people: number;
  /** Fees of those whose fee is known; `null` where the money was never theirs to have. */
  readonly pence: number | null;
  readonly feesNotKnown: number;
};

export type Uptake = {
  readonly accepted: number;
  /** Eligible people with an offer of a place. */
  readonly of: number;
  /** `null` where nobody could be counted. */
  readonly uptakeBp: number | null;
  readonly losses: readonly Loss[];
  /** Late, not applied or declined, eligible and with a place: people and their fees. */
  readonly leftPeople: number;
  readonly leftPence: number;
  readonly leftFeesNotKnown: number;
  /** Late, not applied or declined without a place, or not eligible: in no line. */
  readonly lostNotCounted: number;
  /** With a place, and whether they are eligible is not known: in no figure above. */
  readonly eligibilityNotKnown: number;
  readonly open: number;
  readonly notRecorded: number;
};

function lossOf(cases: readonly BursaryCase[], reason: LossReason): Loss {
  const lost = cases.filter((one) => outcomeOf(one) === reason);
  const priced = onTheTable.includes(reason);
  const counted = priced ? lost.filter(countsForUptake) : lost;
  return {
    reason,
    people: counted.length,
    pence: priced ? counted.reduce((sum, { feePence }) => sum + (feePence ?? 0), 0) : null,
    feesNotKnown: priced ? counted.filter(({ feePence }) => feePence === null).length : 0,
  };
}

/**
 * Awards accepted over eligible people with an offer of a place, and what was left on the table: eligible, with a
 * place, and late, not applied or declined, times the fee. Refused by the funder, no offer and not eligible are
 * separate lines without pounds.
 */
export function uptakeOf(cases: readonly BursaryCase[]): Uptake {
  const counted = cases.filter(countsForUptake);
  const accepted = counted.filter((one) => outcomeOf(one) === 'accepted').length;
  const losses = lossReasons.map((reason) => lossOf(cases, reason));
  const left = losses.filter(({ pence }) => pence !== null);
  const sum = (of: (loss: Loss) => number): number => left.reduce((total, loss) => total + of(loss), 0);
  const placed = cases.filter(({ placeOffered }) => placeOffered);
  const among = (outcome: CaseOutcome): number => counted.filter((one) => outcomeOf(one) === outcome).length;
  return {
    accepted,
    of: counted.length,
    uptakeBp: counted.length === 0 ? null : halfUp(accepted * 10_000, counted.length),
    losses,
    leftPeople: sum(({ people }) => people),
    leftPence: sum(({ pence }) => pence ?? 0),
    leftFeesNotKnown: sum(({ feesNotKnown }) => feesNotKnown),
    lostNotCounted: cases.filter(
      (one) => onTheTable.some((reason) => reason === outcomeOf(one)) && !countsForUptake(one),
    ).length,
    eligibilityNotKnown: placed.filter((one) => eligibilityOf(one) === 'not-known').length,
    open: among('open'),
    notRecorded: among('not-recorded'),
  };
}
