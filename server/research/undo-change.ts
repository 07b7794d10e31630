import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsAgainstLog } from '../../shared/research/check-study.ts';
import { newStudySchema } from '../../shared/research/register.ts';
import { researchSettingSchema } from '../../shared/research/settings.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { markUndone, readChange, type RegisterChange, changedElsewhere } from '../db/register-changes.ts';
import { readDelegationEntries } from './read.ts';
import { recruitmentSchema } from './save-recruitment.ts';
import { deleteEntry, updateEntryEnd } from './store-entry.ts';
import { updateHandOver, updateRecruitment } from './store-recruitment.ts';
import { deleteSetting, updateSetting } from './store-settings.ts';
import { deleteStudy, lockStudy, updateStudy } from './store-study.ts';

export const undoInput = z.strictObject({ changeId: z.uuid() });

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar').nullable();
/** What of an entry was changed: its last day, or the day by which its holder asks to hand over. */
const entrySchema = z.union([z.strictObject({ endedOn: day }), z.strictObject({ handOverBy: day })]);
const studySchema = z.union([z.strictObject({ recruitment: recruitmentSchema }), newStudySchema]);

/** The registers of research whose changes are undone here. */
const entities = ['study', 'delegation-entry', 'research-setting'];

export type Undone = { readonly entity: string; readonly entityId: string };

/**
 * Puts a study or an entry of a log back as it was before a change; what the change added is removed. An audited write
 * of its own.
 *
 * Refused with `already-applied` when there is no such change or it was undone, `changed-elsewhere` when something
 * changed since, so that undoing would lose it.
 */
export async function undoChange(
  ctx: TrustContext,
  { changeId }: z.output<typeof undoInput>,
): Promise<Result<Undone>> {
  return withTrustWrite(ctx, 'research.undo', async (tx, audit) => {
    const change = await readChange(tx, ctx.trustId, changeId);
    if (change === null || !entities.includes(change.entity)) {
      return err('already-applied', 'This change was undone already.');
    }
    const { entity, entityId, versionAfter, before } = change;
    const back = await putBack(tx, ctx.trustId, change);
    if (!back.ok) return back;
    await markUndone(tx, ctx.trustId, changeId);
    audit({
      entity,
      entityId,
      versionBefore: versionAfter,
      ...(before === null ? {} : { versionAfter: versionAfter + 1 }),
      after: before === null ? 'removed' : 'as before',
    });
    return ok({ entity, entityId });
  });
}

function unlessChanged(done: boolean): Result<null> {
  return done ? ok(null) : changedElsewhere;
}

async function putBack(tx: TrustWriter, trustId: string, change: RegisterChange): Promise<Result<null>> {
  const { entity, entityId, versionAfter, before } = change;
  if (entity === 'study') return putStudyBack(tx, trustId, change);
  if (entity === 'research-setting') return putSettingBack(tx, trustId, change);
  if (before === null) return unlessChanged(await deleteEntry(tx, trustId, entityId, versionAfter));
  const entry = entrySchema.parse(before);
  return unlessChanged(
    'endedOn' in entry
      ? await updateEntryEnd(tx, trustId, entityId, versionAfter, entry.endedOn)
      : await updateHandOver(tx, trustId, entityId, versionAfter, entry.handOverBy),
  );
}

async function putSettingBack(
  tx: TrustWriter,
  trustId: string,
  { entityId, versionAfter, before }: RegisterChange,
): Promise<Result<null>> {
  if (before === null) return unlessChanged(await deleteSetting(tx, trustId, entityId, versionAfter));
  const setting = researchSettingSchema.parse(before);
  return unlessChanged(await updateSetting(tx, trustId, entityId, versionAfter, setting));
}

/** A study goes only when nobody is on its log by now, and goes back only to days that its log allows. */
async function putStudyBack(
  tx: TrustWriter,
  trustId: string,
  { entityId, versionAfter, before }: RegisterChange,
): Promise<Result<null>> {
  await lockStudy(tx, trustId, entityId);
  const log = (await readDelegationEntries(tx, trustId)).filter(({ studyId }) => studyId === entityId);
  if (before === null) {
    const gone = log.length === 0 && (await deleteStudy(tx, trustId, entityId, versionAfter));
    return unlessChanged(gone);
  }
  const study = studySchema.parse(before);
  if ('recruitment' in study)
    return unlessChanged(await updateRecruitment(tx, trustId, entityId, versionAfter, study.recruitment));
  const fits = faultsAgainstLog(study, log).length === 0;
  return unlessChanged(fits && (await updateStudy(tx, trustId, entityId, versionAfter, study)));
}
