import { asAcademicYear, asFinancialYear } from '../../shared/calendar/years.ts';
import type { Award } from '../../shared/funding/award.ts';
import { roundSchema, type HeldRound } from '../../shared/funding/bursary-rules.ts';
import { sourceTermsSchema, type HeldSource } from '../../shared/funding/source.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** The terms the trust entered of its sources, by source and financial year. */
export async function readSources(tx: TrustReader, trustId: string): Promise<readonly HeldSource[]> {
  const rows = await tx
    .selectFrom('funding_source')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('key')
    .orderBy('financial_year')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    key: row.key,
    financialYear: asFinancialYear(row.financial_year),
    name: row.name,
    fees: row.fees,
    cover: row.cover,
    amountPence: row.amount_pence,
    spendBy: row.spend_by,
    carriesForward: row.carries_forward,
    claimDates: sourceTermsSchema.shape.claimDates.parse(row.claim_dates),
    payee: row.payee,
    fundingCode: row.funding_code,
    source: row.source,
  }));
}

/** Every award on record, taken or lost, by round. */
export async function readAwards(tx: TrustReader, trustId: string): Promise<readonly Award[]> {
  const rows = await tx
    .selectFrom('funding_award')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('round')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    learnerId: row.learner_id,
    sourceKey: row.source_key,
    round: asAcademicYear(row.round),
    appliedOn: row.applied_on,
    offeredOn: row.offered_on,
    acceptedOn: row.accepted_on,
    paidOn: row.paid_on,
    amountPence: row.amount_pence,
    payee: row.payee,
    lost: row.lost,
    lostOn: row.lost_on,
  }));
}

/** The bursary's rounds that the trust entered, in order. */
export async function readRounds(tx: TrustReader, trustId: string): Promise<readonly HeldRound[]> {
  const rows = await tx
    .selectFrom('bursary_round')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('academic_year')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    academicYear: asAcademicYear(row.academic_year),
    rules: roundSchema.shape.rules.parse(row.rules),
    copiedFrom: row.copied_from === null ? null : asAcademicYear(row.copied_from),
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    offersOn: row.offers_on,
    acceptBy: row.accept_by,
    source: row.source,
  }));
}
