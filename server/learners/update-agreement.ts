import type { AgreedTerms } from '../../shared/learners/learner.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Agreement } from '../../shared/learners/agreement.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { movedOn, type Moved } from './move-learner.ts';
import { readLearners } from './read.ts';
import { updateTerms, upsertAgreement } from './store.ts';

export type AgreementInput = {
  readonly learnerId: string;
  readonly version: number;
  readonly terms: AgreedTerms;
  readonly agreement: Agreement;
};

/** The days of the agreement make up its weekly hours. */
function settled(terms: AgreedTerms): AgreedTerms {
  const { releaseDays } = terms;
  if (releaseDays === null || releaseDays.length === 0) return { ...terms, releaseDays: null };
  return { ...terms, weeklyReleaseMinutes: releaseDays.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** The first signature that lies ahead, in words. */
function signedAhead({ agreement }: AgreementInput, today: string): string | null {
  const { learnerSignedOn, managerSignedOn, researchSignedOn, exceptionOn } = agreement;
  const ahead = [learnerSignedOn, managerSignedOn, researchSignedOn, exceptionOn].some(
    (day) => day !== null && day > today,
  );
  return ahead ? 'A signature or an exception cannot be dated ahead.' : null;
}

/**
 * Writes what employer and learner agreed: hours, days, the rule for days that fall on leave, cover plan, return of
 * service, signatures, money, and the university's exception.
 *
 * Refused with `not-found`, `bad-input` for a signature to come, `changed-elsewhere` when the row has moved on.
 */
export async function updateAgreement(ctx: TrustContext, input: AgreementInput): Promise<Result<Moved>> {
  const ahead = signedAhead(input, ctx.today());
  if (ahead !== null) return err('bad-input', ahead);
  return withTrustWrite(ctx, 'learners.agree', async (tx, audit): Promise<Result<Moved>> => {
    const learner = (await readLearners(tx, ctx.trustId)).find(({ id }) => id === input.learnerId);
    if (learner === undefined) return err('not-found', 'There is no such learner on the register.');
    const terms = settled(input.terms);
    const version = await updateTerms(tx, ctx.trustId, { id: learner.id, version: input.version }, terms);
    if (version === null) return err('changed-elsewhere', movedOn);
    await upsertAgreement(tx, ctx.trustId, learner.id, input.agreement);
    const { managerSignedOn, returnOfServiceMonths, exceptionOn } = input.agreement;
    audit({
      entity: 'learner',
      entityId: learner.id,
      versionBefore: learner.version,
      versionAfter: version,
      before: { weeklyMinutes: learner.weeklyReleaseMinutes, feePence: learner.feePence },
      after: {
        weeklyMinutes: terms.weeklyReleaseMinutes,
        feePence: terms.feePence,
        managerSignedOn,
        returnOfServiceMonths,
        exceptionOn,
      },
    });
    return ok({ learnerId: learner.id, version });
  });
}
