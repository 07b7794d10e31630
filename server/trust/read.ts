import { asRole } from '../../shared/access/roles.ts';
import type { Membership } from '../../shared/access/scope.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustReader } from '../db/with-trust.ts';

export type Trust = {
  readonly id: string;
  readonly name: string;
  readonly odsCode: string;
  /** Made up for demonstration: labelled on every page. */
  readonly synthetic: boolean;
  /** The day the staff data describes; planning starts here. */
  readonly dataCut: PlainDate;
  readonly version: number;
};

/** A trust the transaction may see; null when there is none with this id. */
export async function readTrust(tx: TrustReader, trustId: string): Promise<Trust | null> {
  const row = await tx
    .selectFrom('trust')
    .select(['trust_id', 'name', 'ods_code', 'synthetic', 'data_cut', 'version'])
    .where('trust_id', '=', trustId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.trust_id,
    name: row.name,
    odsCode: row.ods_code,
    synthetic: row.synthetic,
    dataCut: row.data_cut,
    version: row.version,
  };
}

export type TrustOfPerson = Pick<Trust, 'id' | 'name' | 'odsCode' | 'synthetic'> & Membership;

/** The trusts a person belongs to, oldest first. */
export async function readTrustsOf(tx: TrustReader, userId: string): Promise<readonly TrustOfPerson[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('trust', 'trust.trust_id', 'membership.trust_id')
    .select(['trust.trust_id', 'trust.name', 'trust.ods_code', 'trust.synthetic'])
    .select(['membership.role', 'membership.divisions', 'membership.person_id'])
    .where('membership.user_id', '=', userId)
    .where('membership.ended_at', 'is', null)
    .orderBy('trust.created_at')
    .orderBy('trust.trust_id')
    .execute();
  return rows.map((row) => ({
    id: row.trust_id,
    name: row.name,
    odsCode: row.ods_code,
    synthetic: row.synthetic,
    role: asRole(row.role),
    divisions: row.divisions,
    personId: row.person_id,
  }));
}
