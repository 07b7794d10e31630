import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsAgainstLog, faultsOfStudy } from '../../shared/research/check-study.ts';
import { newStudySchema } from '../../shared/research/register.ts';
import type { Study } from '../../shared/research/study.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { keepChange, changedElsewhere, type Saved } from '../db/register-changes.ts';
import { readDelegationEntries, readStudies } from './read.ts';
import { lockStudy, updateStudy, type StudyFields } from './store-study.ts';
import { insertStudies } from './store.ts';

/** A new study, or one that is known with the version the page showed. */
export const saveStudyInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  study: newStudySchema,
});

type SaveStudy = z.output<typeof saveStudyInput>;

/**
 * Adds a study to the register or changes one.
 *
 * Refused with `bad-input` when it cannot be true or its own log does not fit, `already-applied` when another study has
 * the reference, `not-found`, and `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function saveStudy(ctx: TrustContext, input: SaveStudy): Promise<Result<Saved>> {
  const [fault] = faultsOfStudy(input.study);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'research.saveStudy', async (tx, audit) => {
    if (input.known !== null) await lockStudy(tx, ctx.trustId, input.known.id);
    const studies = await readStudies(tx, ctx.trustId);
    const twin = studies.find(({ reference }) => reference === input.study.reference);
    if (twin !== undefined && twin.id !== input.known?.id) {
      return err('already-applied', 'Another study has this reference. One study has one reference.');
    }
    const before = studies.find(({ id }) => id === input.known?.id) ?? null;
    const saved = await store(tx, ctx.trustId, input, before);
    if (saved.ok) {
      audit({
        entity: 'study',
        entityId: saved.value.id,
        ...(before === null ? {} : { versionBefore: before.version }),
        versionAfter: saved.value.version,
        after: { status: input.study.status, delegationLogHeld: input.study.delegationLogHeld },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { known, study }: SaveStudy,
  before: Study | null,
): Promise<Result<Saved>> {
  if (known === null) return add(tx, trustId, study);
  if (before === null)
    return err('not-found', 'This study is not in the register. It may have been removed.');
  const entries = await readDelegationEntries(tx, trustId);
  const [fault] = faultsAgainstLog(
    study,
    entries.filter(({ studyId }) => studyId === known.id),
  );
  if (fault !== undefined) return err('bad-input', fault);
  if (!(await updateStudy(tx, trustId, known.id, known.version, study))) return changedElsewhere;
  const { id, version, ...fields } = before;
  const change = { entity: 'study', entityId: id, versionAfter: version + 1, before: fields } as const;
  return ok({ id, version: version + 1, changeId: await keepChange(tx, trustId, change) });
}

async function add(tx: TrustWriter, trustId: string, study: StudyFields): Promise<Result<Saved>> {
  const id = newId();
  await insertStudies(tx, trustId, [{ ...study, id }]);
  const change = { entity: 'study', entityId: id, versionAfter: 1, before: null } as const;
  return ok({ id, version: 1, changeId: await keepChange(tx, trustId, change) });
}
