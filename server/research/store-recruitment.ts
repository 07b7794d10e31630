import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { RecruitmentRecord } from '../../shared/research/recruitment.ts';
import type { TrustWriter } from '../db/with-trust.ts';

async function replaceMonths(
  tx: TrustWriter,
  trustId: string,
  studyId: string,
  months: RecruitmentRecord['months'],
): Promise<void> {
  await tx
    .deleteFrom('study_recruitment')
    .where('trust_id', '=', trustId)
    .where('study_id', '=', studyId)
    .execute();
  if (months.length === 0) return;
  const rows = months.map((one) => ({ trust_id: trustId, study_id: studyId, ...one }));
  await tx.insertInto('study_recruitment').values(rows).execute();
}

/** Writes all of a study's recruitment where the study has a known version. @returns whether it still had it. */
export async function updateRecruitment(
  tx: TrustWriter,
  trustId: string,
  studyId: string,
  version: number,
  { months, ...record }: RecruitmentRecord,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('study')
    .set({
      site_target: record.siteTarget,
      recruit_from: record.recruitFrom,
      recruit_to: record.recruitTo,
      behind_reason: record.behindReason,
      behind_action: record.behindAction,
      behind_owner: record.behindOwner,
      behind_due: record.behindDue,
      version: version + 1,
    })
    .where('trust_id', '=', trustId)
    .where('id', '=', studyId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await replaceMonths(tx, trustId, studyId, months);
  return true;
}

/** Sets or clears the day by which somebody asks to hand over. @returns whether the entry still had the version. */
export async function updateHandOver(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
  handOverBy: PlainDate | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('delegation_entry')
    .set({ hand_over_by: handOverBy, version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
