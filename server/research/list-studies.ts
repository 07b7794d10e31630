import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { studyQuestionSchema } from '../../shared/research/study-question.ts';
import type { Study } from '../../shared/research/study.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readTrust } from '../trust/read.ts';
import { readFaulty } from './read-quality.ts';
import { readLeads, readStudyFacets, readStudyPage } from './read-studies.ts';

/** How many studies a page of the list holds. */
export const pageRows = 50;

export const listStudiesInput = z.strictObject({
  ...studyQuestionSchema.shape,
  /** Counted from 0; null for all that fit, to download them. */
  page: z.int().min(0).max(10_000).nullable(),
});

/** A study of the list, with the names of those who lead it on the day; none where the log is not held. */
export type ListedStudy = Study & { readonly leads: readonly string[] };

export type StudyList = {
  readonly studies: readonly ListedStudy[];
  /** Where the page begins, how many fit the question, and how many there are. */
  readonly from: number;
  readonly found: number;
  readonly all: number;
  readonly specialties: readonly string[];
};

/** A page of the register of studies: found, sorted and cut by the database, however many there are. */
export async function listStudies(
  ctx: TrustContext,
  { page, fault, ...asked }: z.output<typeof listStudiesInput>,
): Promise<Result<StudyList>> {
  return withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return err('not-found', 'There is no such trust.');
    const from = (page ?? 0) * pageRows;
    const cut = page === null ? null : { from, rows: pageRows };
    const faulty = fault === 'any' ? null : await readFaulty(tx, ctx.trustId, fault, ctx.today());
    const question = { ...asked, faulty };
    const { studies, found } = await readStudyPage(tx, ctx.trustId, question, cut);
    const ids = studies.map(({ id }) => id);
    const leads = await readLeads(tx, ctx.trustId, ids, trust.dataCut);
    const listed = studies.map((study) => ({ ...study, leads: leads.get(study.id) ?? [] }));
    return ok({ studies: listed, from, found, ...(await readStudyFacets(tx, ctx.trustId)) });
  });
}
