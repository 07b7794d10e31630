import type { DelegationEntry } from '../../shared/research/delegation.ts';
import type { Study } from '../../shared/research/study.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A role of somebody on the delegation log of a study. */
export type RoleOnStudy = Pick<DelegationEntry, 'role' | 'startedOn' | 'endedOn' | 'source'> &
  Pick<Study, 'reference' | 'title' | 'specialty' | 'closedOn'>;

/** Roles of one person on delegation logs, past and present, oldest first. */
export async function readRolesOf(
  tx: TrustReader,
  trustId: string,
  personId: string,
): Promise<readonly RoleOnStudy[]> {
  const rows = await tx
    .selectFrom('delegation_entry as e')
    .innerJoin('study as s', (join) =>
      join.onRef('s.trust_id', '=', 'e.trust_id').onRef('s.id', '=', 'e.study_id'),
    )
    .select(['e.role', 'e.started_on', 'e.ended_on', 'e.source'])
    .select(['s.reference', 's.title', 's.specialty', 's.closed_on'])
    .where('e.trust_id', '=', trustId)
    .where('e.person_id', '=', personId)
    .orderBy('e.started_on')
    .orderBy('e.id')
    .execute();
  return rows.map(({ started_on: startedOn, ended_on: endedOn, closed_on: closedOn, ...row }) => ({
    ...row,
    ...{ startedOn, endedOn, closedOn },
  }));
}
