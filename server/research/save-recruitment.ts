import { z } from 'zod';
import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfRecruitment, type RecruitmentRecord } from '../../shared/research/recruitment.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readRecruitment } from './read-recruitment.ts';
import { updateRecruitment } from './store-recruitment.ts';
import { lockStudy } from './store-study.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar').nullable();
const text = (most: number) => z.string().trim().min(1).max(most).nullable();

/** What is recorded of recruitment to one study, as it is sent and as it is kept for undo. */
export const recruitmentSchema = z.strictObject({
  siteTarget: z.int().min(0).max(1_000_000).nullable(),
  recruitFrom: day,
  recruitTo: day,
  behindReason: text(300),
  behindAction: text(300),
  behindOwner: text(100),
  behindDue: day,
  months: z
    .array(
      z.strictObject({
        month: z.custom<Month>(isMonth, 'not a month'),
        recruited: z.int().min(0).max(100_000),
      }),
    )
    .max(600),
});

export const saveRecruitmentInput = z.strictObject({
  studyId: z.uuid(),
  version: z.int().positive(),
  recruitment: recruitmentSchema,
});

type SaveRecruitment = z.output<typeof saveRecruitmentInput>;

/** A study of which nothing of recruitment is recorded. */
export const noRecruitment: RecruitmentRecord = {
  siteTarget: null,
  recruitFrom: null,
  recruitTo: null,
  behindReason: null,
  behindAction: null,
  behindOwner: null,
  behindDue: null,
  months: [],
};

/**
 * Records target, window, months, and what is done where a study is behind: all of it at once.
 *
 * Refused with `bad-input` when it cannot be true, `not-found`, and `changed-elsewhere`.
 */
export async function saveRecruitment(ctx: TrustContext, input: SaveRecruitment): Promise<Result<Saved>> {
  const [fault] = faultsOfRecruitment(input.recruitment, ctx.today());
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'research.saveRecruitment', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { siteTarget, recruitFrom, recruitTo, months } = input.recruitment;
      audit({
        entity: 'study',
        entityId: input.studyId,
        versionBefore: input.version,
        versionAfter: saved.value.version,
        after: { siteTarget, recruitFrom, recruitTo, months: months.length },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { studyId, version, recruitment }: SaveRecruitment,
): Promise<Result<Saved>> {
  if (!(await lockStudy(tx, trustId, studyId)))
    return err('not-found', 'This study is not in the register. It may have been removed.');
  const recorded = (await readRecruitment(tx, trustId)).get(studyId) ?? noRecruitment;
  if (!(await updateRecruitment(tx, trustId, studyId, version, recruitment))) return changedElsewhere;
  const before = { recruitment: { ...recorded, months: recorded.months.map((one) => ({ ...one })) } };
  const change = { entity: 'study', entityId: studyId, versionAfter: version + 1, before } as const;
  return ok({ id: studyId, version: version + 1, changeId: await keepChange(tx, trustId, change) });
}
