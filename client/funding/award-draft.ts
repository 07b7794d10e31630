import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { faultsOfAward, type AwardFields, type LossReason } from '../../shared/funding/award.ts';
import type { Payee } from '../../shared/funding/source.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { poundsText, readPounds, type ShownCase } from './funding-model.ts';

/** An award as typed: '' where nothing is. */
export type AwardDraft = {
  readonly appliedOn: string;
  readonly offeredOn: string;
  readonly acceptedOn: string;
  readonly paidOn: string;
  readonly amount: string;
  readonly payee: Payee | '';
  readonly lost: LossReason | '';
  readonly lostOn: string;
};

/** The award on record; of a new one, the amount is the fee until another is typed. */
export function draftOfAward({ award, feePence }: ShownCase): AwardDraft {
  return {
    appliedOn: award?.appliedOn ?? '',
    offeredOn: award?.offeredOn ?? '',
    acceptedOn: award?.acceptedOn ?? '',
    paidOn: award?.paidOn ?? '',
    amount: poundsText(award === null ? feePence : award.amountPence),
    payee: award?.payee ?? '',
    lost: award?.lost ?? '',
    lostOn: award?.lostOn ?? '',
  };
}

export type ReadAward =
  | { readonly ok: true; readonly award: AwardFields }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What the draft says, as the server takes it, or what stops it. */
export function readAward(draft: AwardDraft, of: ShownCase, today: PlainDate): ReadAward {
  const amountPence = readPounds(draft.amount);
  if (amountPence === undefined) return { ok: false, problems: ['Type the amount in pounds, such as 4000.'] };
  const award: AwardFields = {
    learnerId: of.learnerId,
    sourceKey: 'nihr-bursary',
    round: of.round,
    appliedOn: parsePlainDate(draft.appliedOn),
    offeredOn: parsePlainDate(draft.offeredOn),
    acceptedOn: parsePlainDate(draft.acceptedOn),
    paidOn: parsePlainDate(draft.paidOn),
    amountPence,
    payee: draft.payee === '' ? null : draft.payee,
    lost: draft.lost === '' ? null : draft.lost,
    lostOn: parsePlainDate(draft.lostOn),
  };
  const problems = faultsOfAward(award, today);
  return problems.length === 0 ? { ok: true, award } : { ok: false, problems };
}
