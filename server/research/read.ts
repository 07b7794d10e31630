import type { Selectable } from 'kysely';
import type { DelegationEntry } from '../../shared/research/delegation.ts';
import { isStudyStatus, isStudyType, type Study } from '../../shared/research/study.ts';
import type { Tables } from '../db/schema.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** The studies of a trust, by reference. @throws RangeError on a status or type this program does not know. */
export async function readStudies(tx: TrustReader, trustId: string): Promise<readonly Study[]> {
  const rows = await tx
    .selectFrom('study')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('reference')
    .execute();
  return rows.map(studyOf);
}

/** A row as a study. @throws RangeError on a status or type this program does not know. */
export function studyOf(row: Selectable<Tables['study']>): Study {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    specialty: row.specialty,
    studyType: known(row.study_type, isStudyType),
    status: required(row.status, isStudyStatus),
    plannedClose: row.planned_close,
    closedOn: row.closed_on,
    delegationLogHeld: row.delegation_log_held,
    cpmsId: row.cpms_id,
    irasId: row.iras_id,
    edgeId: row.edge_id,
    commercial: row.commercial,
    sites: row.sites,
    plannedOpen: row.planned_open,
    openedOn: row.opened_on,
    version: row.version,
  };
}

/** Everybody on the delegation logs of a trust, past and present, in order of the day they started. */
export async function readDelegationEntries(
  tx: TrustReader,
  trustId: string,
): Promise<readonly DelegationEntry[]> {
  const rows = await tx
    .selectFrom('delegation_entry')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('started_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studyId: row.study_id,
    personId: row.person_id,
    role: row.role,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    source: row.source,
    version: row.version,
  }));
}

function required<T extends string>(text: string, is: (text: unknown) => text is T): T {
  if (!is(text)) throw new RangeError('a study with a value this program does not know');
  return text;
}

function known<T extends string>(text: string | null, is: (text: unknown) => text is T): T | null {
  return text === null ? null : required(text, is);
}
