import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Figure } from '../../shared/evidence/figure.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { figuresInWorker } from './in-worker.ts';
import { readEvidenceCase } from './read-inputs.ts';
import {
  readFrameworks,
  readMeasures,
  readPacks,
  readStatements,
  type HeldFramework,
  type HeldMeasure,
  type HeldStatement,
  type ListedPack,
} from './read.ts';

export type ShownEvidence = {
  readonly dataCut: PlainDate;
  readonly frameworks: readonly HeldFramework[];
  /** Of all frameworks. */
  readonly statements: readonly HeldStatement[];
  /** Every metric, small counts hidden. */
  readonly figures: readonly Figure[];
  readonly measures: readonly HeldMeasure[];
  /** The latest first. */
  readonly packs: readonly ListedPack[];
};

/** Answers of some trusts and days; one takes some tens of kilobytes. */
const answers = new KeptAnswers<ShownEvidence>(20);

/** The working page: the trust's frameworks and questions, every metric as it is now, and the packs frozen so far. */
export async function showEvidence(ctx: TrustContext): Promise<Result<ShownEvidence>> {
  const read = await withTrust(ctx, async (tx) => {
    const { kept, keep } = await answers.find(tx, ctx);
    if (kept !== null) return { kept };
    const asked = await readEvidenceCase(tx, ctx.trustId, ctx.today());
    if (asked === null) return null;
    const page = {
      dataCut: asked.inputs.dataCut,
      frameworks: await readFrameworks(tx, ctx.trustId),
      statements: await readStatements(tx, ctx.trustId),
      measures: await readMeasures(tx, ctx.trustId),
      packs: await readPacks(tx, ctx.trustId),
    };
    return { asked, page, keep };
  });
  if (read === null) return err('not-found', 'There is no such trust.');
  if ('kept' in read) return ok(read.kept);
  const { inputs, parameters } = read.asked;
  const shown = { ...read.page, figures: await figuresInWorker({ inputs, parameters }) };
  read.keep(shown);
  return ok(shown);
}
