import { sql } from 'kysely';
import type { Role } from '../../shared/access/roles.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustWriter } from '../db/with-trust.ts';

export type NewTrust = {
  readonly odsCode: string;
  readonly name: string;
  readonly synthetic: boolean;
  readonly dataCut: PlainDate;
};

export async function insertTrust(tx: TrustWriter, trustId: string, trust: NewTrust): Promise<void> {
  await tx
    .insertInto('trust')
    .values({
      trust_id: trustId,
      ods_code: trust.odsCode,
      name: trust.name,
      synthetic: trust.synthetic,
      data_cut: trust.dataCut,
    })
    .execute();
}

export async function insertMember(
  tx: TrustWriter,
  trustId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await tx.insertInto('membership').values({ trust_id: trustId, user_id: userId, role }).execute();
}

/** Moves a session to another trust. @returns whether there was such a session. */
export async function moveSession(tx: TrustWriter, sessionHash: string, trustId: string): Promise<boolean> {
  const moved = await tx
    .updateTable('session')
    .set({ trust_id: trustId })
    .where('token_hash', '=', sessionHash)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/**
 * The tables that hold a trust's data, each before the ones it refers to. The trust itself, its members and its audit
 * log are not among them.
 */
export const dataTables = [
  'evidence_confirmation',
  'evidence_pack',
  'evidence_measure',
  'evidence_statement',
  'evidence_framework',
  'job',
  'import_profile',
  'import_file',
  'import_applied',
  'import_row',
  'import_batch',
  'register_change',
  'parameter_override',
  'programme_terms',
  'programme_module',
  'programme_fee',
  'network_contact',
  'own_credential',
  'route_award',
  'person_credential',
  'bank_shift',
  'ledger_line',
  'centre_budget',
  'ledger_code',
  'cover_policy',
  'roster_period',
  'bank_supply',
  'funding_source',
  'funding_award',
  'bursary_round',
  'research_setting',
  'study_recruitment',
  'delegation_entry',
  'study',
  'hours_taken',
  'learner_date',
  'mover_task',
  'learner_event',
  'learner_agreement',
  'readiness',
  'learner',
  'supervisor',
  'team_source',
  'team',
  'assignment',
  'person',
] as const;

export type RowCounts = Readonly<Record<(typeof dataTables)[number], number>>;

/** Deletes all rows of one trust from the data tables. @returns how many went from each. */
export async function deleteData(tx: TrustWriter, trustId: string): Promise<RowCounts> {
  const counts: [string, number][] = [];
  for (const table of dataTables) {
    const { numDeletedRows } = await tx
      .deleteFrom(table)
      .where('trust_id', '=', trustId)
      .executeTakeFirstOrThrow();
    counts.push([table, Number(numDeletedRows)]);
  }
  return Object.fromEntries(counts) as RowCounts;
}

/** The trust now holds its own data. @returns the new version, or null when it was synthetic no longer. */
export async function markOwnData(tx: TrustWriter, trustId: string): Promise<number | null> {
  const row = await tx
    .updateTable('trust')
    .set({ synthetic: false, version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('synthetic', '=', true)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
