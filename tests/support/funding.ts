import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear, asFinancialYear } from '../../shared/calendar/years.ts';
import type { AwardFields } from '../../shared/funding/award.ts';
import { rulesOf2024, type RoundFields } from '../../shared/funding/bursary-rules.ts';
import type { SourceTerms } from '../../shared/funding/source.ts';

/** Continuing professional development money of £10,000, to be spent by 31 March 2027. */
export const cpdTerms: SourceTerms = {
  key: 'cpd',
  financialYear: asFinancialYear('2026/27'),
  name: 'Continuing professional development money',
  fees: 'pays',
  cover: 'does-not-pay',
  amountPence: 1_000_000,
  spendBy: asPlainDate('2027-03-31'),
  carriesForward: false,
  claimDates: [asPlainDate('2027-02-26')],
  payee: 'trust',
  fundingCode: 'CPD01',
  source: 'Letter of 1 April 2026',
};

export function bursaryAward(learnerId: string, change: Partial<AwardFields> = {}): AwardFields {
  return {
    learnerId,
    sourceKey: 'nihr-bursary',
    round: asAcademicYear('2026/27'),
    appliedOn: asPlainDate('2026-05-11'),
    offeredOn: asPlainDate('2026-07-17'),
    acceptedOn: asPlainDate('2026-07-24'),
    paidOn: null,
    amountPence: 400_000,
    payee: 'university',
    lost: null,
    lostOn: null,
    ...change,
  };
}

/** The rules of 2024/25 taken for 2026/27 on request. */
export const copiedRound: RoundFields = {
  academicYear: asAcademicYear('2026/27'),
  rules: rulesOf2024,
  copiedFrom: asAcademicYear('2024/25'),
  opensOn: asPlainDate('2026-04-07'),
  closesOn: asPlainDate('2026-06-12'),
  offersOn: asPlainDate('2026-07-17'),
  acceptBy: asPlainDate('2026-07-31'),
  source: 'Copied until the funder publishes',
};
