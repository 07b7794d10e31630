import { sql } from 'kysely';
import type { AwardFields } from '../../shared/funding/award.ts';
import type { RoundFields } from '../../shared/funding/bursary-rules.ts';
import type { SourceTerms } from '../../shared/funding/source.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** A row of a known version. */
export type At = { readonly id: string; readonly version: number };

type FundingTable = 'funding_source' | 'funding_award' | 'bursary_round';

function sourceRow(terms: SourceTerms) {
  return {
    key: terms.key,
    financial_year: terms.financialYear,
    name: terms.name,
    fees: terms.fees,
    cover: terms.cover,
    amount_pence: terms.amountPence,
    spend_by: terms.spendBy,
    carries_forward: terms.carriesForward,
    claim_dates: JSON.stringify(terms.claimDates),
    payee: terms.payee,
    funding_code: terms.fundingCode,
    source: terms.source,
  };
}

function awardRow(award: AwardFields) {
  return {
    learner_id: award.learnerId,
    source_key: award.sourceKey,
    round: award.round,
    applied_on: award.appliedOn,
    offered_on: award.offeredOn,
    accepted_on: award.acceptedOn,
    paid_on: award.paidOn,
    amount_pence: award.amountPence,
    payee: award.payee,
    lost: award.lost,
    lost_on: award.lostOn,
  };
}

function roundRow(round: RoundFields) {
  return {
    academic_year: round.academicYear,
    rules: round.rules === null ? null : JSON.stringify(round.rules),
    copied_from: round.copiedFrom,
    opens_on: round.opensOn,
    closes_on: round.closesOn,
    offers_on: round.offersOn,
    accept_by: round.acceptBy,
    source: round.source,
  };
}

/** Adds the terms of a source in a year. @returns false when that year's are there. */
export async function insertSource(
  tx: TrustWriter,
  trustId: string,
  id: string,
  terms: SourceTerms,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding_source')
    .values({ trust_id: trustId, id, ...sourceRow(terms) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Adds an award. @returns false when the learner has one of this source and round. */
export async function insertAward(
  tx: TrustWriter,
  trustId: string,
  id: string,
  award: AwardFields,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding_award')
    .values({ trust_id: trustId, id, ...awardRow(award) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Adds a round. @returns false when that year's is there. */
export async function insertRound(
  tx: TrustWriter,
  trustId: string,
  id: string,
  round: RoundFields,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('bursary_round')
    .values({ trust_id: trustId, id, ...roundRow(round) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes terms of a known version. @returns whether they still had that version. */
export async function updateSource(
  tx: TrustWriter,
  trustId: string,
  at: At,
  terms: SourceTerms,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('funding_source')
    .set({ ...sourceRow(terms), version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes an award of a known version. @returns whether it still had that version. */
export async function updateAward(
  tx: TrustWriter,
  trustId: string,
  at: At,
  award: AwardFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('funding_award')
    .set({ ...awardRow(award), version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes a round of a known version. @returns whether it still had that version. */
export async function updateRound(
  tx: TrustWriter,
  trustId: string,
  at: At,
  round: RoundFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bursary_round')
    .set({ ...roundRow(round), version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes a row of a known version. @returns whether it still had that version. */
export async function deleteRow(
  tx: TrustWriter,
  trustId: string,
  table: FundingTable,
  { id, version }: At,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
