import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { isAcademicYear, type AcademicYear } from '../calendar/years.ts';
import { payees } from './source.ts';

/**
 * How money for a stage was lost. `no-offer`: the university made none. A refusal is the funder's, a decline is the
 * person's.
 */
export const lossReasons = [
  'late',
  'not-applied',
  'declined',
  'refused',
  'no-offer',
  'not-eligible',
] as const;

export type LossReason = (typeof lossReasons)[number];

export const lossNames: Readonly<Record<LossReason, string>> = {
  late: 'Applied too late',
  'not-applied': 'Did not apply',
  declined: 'Declined by the person',
  refused: 'Refused by the funder',
  'no-offer': 'No offer of a place',
  'not-eligible': 'Not eligible',
};

/** Money that somebody could have had: the others are nobody's to pick up. */
export const onTheTable: readonly LossReason[] = ['late', 'not-applied', 'declined'];

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day').nullable();

/** One learner's way to the money for one stage. `null` is not yet, or not known. Pence. */
export const awardSchema = z.strictObject({
  learnerId: z.uuid(),
  /** Key of the source. */
  sourceKey: z.string().min(1).max(60),
  /** The funder's round, by academic year. */
  round: z.custom<AcademicYear>(isAcademicYear, 'not an academic year'),
  appliedOn: day,
  offeredOn: day,
  acceptedOn: day,
  paidOn: day,
  amountPence: z.int().min(0).max(1_000_000_000).nullable(),
  payee: z.enum(payees).nullable(),
  lost: z.enum(lossReasons).nullable(),
  lostOn: day,
});

export type AwardFields = z.infer<typeof awardSchema>;

export type Award = AwardFields & { readonly id: string; readonly version: number };

/** The steps in their order; `offered` and `accepted` are of the award, not of the place on the course. */
export const awardSteps = ['applied', 'offered', 'accepted', 'paid'] as const;

export type AwardStep = (typeof awardSteps)[number];

export const awardStepNames: Readonly<Record<AwardStep, string>> = {
  applied: 'Applied',
  offered: 'Offered',
  accepted: 'Accepted',
  paid: 'Paid',
};

/** The day of a step; `null` where it was not taken. */
export function dayOfStep(award: AwardFields, step: AwardStep): PlainDate | null {
  return award[`${step}On`];
}

function outOfOrder(award: AwardFields): string | null {
  const days = awardSteps.map((step) => dayOfStep(award, step));
  const gap = days.findIndex(
    (on, index) => on === null && days.slice(index + 1).some((later) => later !== null),
  );
  const [first, next] = [awardSteps[gap], awardSteps[gap + 1]];
  if (gap >= 0 && first !== undefined && next !== undefined)
    return `Enter the day of “${awardStepNames[first]}” before a later step.`;
  const back = days.findIndex((on, index) => index > 0 && on !== null && on < (days[index - 1] ?? on));
  const step = awardSteps[back];
  return step === undefined ? null : `“${awardStepNames[step]}” is before the step in front of it.`;
}

function lossFault({ lost, lostOn, appliedOn, acceptedOn, paidOn }: AwardFields): string | null {
  if ((lost === null) !== (lostOn === null)) return 'Give a loss its reason and its day.';
  if (lost === null) return null;
  if (paidOn !== null) return 'An award that was paid was not lost: take out one of the two.';
  if (lost === 'not-applied' && appliedOn !== null) return 'Somebody who applied did not fail to apply.';
  return acceptedOn !== null && lost !== 'declined'
    ? 'An award that was accepted is lost only when the person declines it after all.'
    : null;
}

/** What cannot be in the steps of an award, each in words with what to do. */
export function faultsOfAward(award: AwardFields, today: PlainDate): readonly string[] {
  const ahead = [...awardSteps.map((step) => dayOfStep(award, step)), award.lostOn].some(
    (on) => on !== null && on > today,
  );
  const unpriced = award.acceptedOn !== null && award.amountPence === null;
  return [
    outOfOrder(award),
    lossFault(award),
    ahead ? 'A step is recorded once it has happened: one of the days lies ahead.' : null,
    unpriced ? 'Enter the amount of an award that was accepted.' : null,
  ].filter((fault) => fault !== null);
}

/** Whether the award is the person's to have: accepted, and not given back. */
export function isAccepted({ acceptedOn, lost }: Pick<AwardFields, 'acceptedOn' | 'lost'>): boolean {
  return acceptedOn !== null && lost === null;
}
