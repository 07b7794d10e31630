import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfRecruitment, type RecruitmentRecord } from '../../shared/research/recruitment.ts';
import type { ResearchSetting } from '../../shared/research/settings.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readStudies } from './read.ts';
import { updateRecruitment } from './store-recruitment.ts';
import { insertSetting } from './store-settings.ts';

/** Recruitment by the reference of its study, and how the trust counts. */
export type RecruitmentRegister = {
  readonly records: readonly { readonly reference: string; readonly recruitment: RecruitmentRecord }[];
  readonly settings: readonly ResearchSetting[];
};

/**
 * Records recruitment of many studies and the trust's settings, all or nothing.
 *
 * Refused with `bad-input` when a record cannot be true, and `not-found` when a study is not in the register.
 */
export async function recordRecruitment(
  ctx: TrustContext,
  { records, settings }: RecruitmentRegister,
): Promise<Result<{ readonly studies: number }>> {
  const [fault] = records.flatMap(({ recruitment }) => faultsOfRecruitment(recruitment, ctx.today()));
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'research.record', async (tx, audit) => {
    const studies = new Map((await readStudies(tx, ctx.trustId)).map((study) => [study.reference, study]));
    for (const { reference, recruitment } of records) {
      const study = studies.get(reference);
      if (study === undefined) return err('not-found', 'A study of the list is not in the register.');
      await updateRecruitment(tx, ctx.trustId, study.id, study.version, recruitment);
    }
    for (const setting of settings) await insertSetting(tx, ctx.trustId, setting);
    audit({ entity: 'research-register', entityId: ctx.trustId, after: { recruitment: records.length } });
    return ok({ studies: records.length });
  });
}
