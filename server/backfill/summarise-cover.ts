import { addDays, mondayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { financialYearOf, nextFinancialYear, type FinancialYear } from '../../shared/calendar/years.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import { backfillSummary, type BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan } from '../scenario/read.ts';

/** Weeks of shifts to send to the bank now, until the trust's own roster periods are loaded. */
const weeksToBook = 8;

export type ShownCover = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly basis: CostBasis;
  /** The two financial years the page is about: that of the data cut, and the next. */
  readonly years: readonly FinancialYear[];
  readonly bookUntil: PlainDate;
  readonly summary: BackfillSummary;
  /** Learners whose assignment belongs to no team: in no sum. */
  readonly learnersWithoutTeam: number;
};

/** What cover and fees cost the whole trust, and what to book now. */
export async function summariseCover(
  ctx: TrustContext,
  input: { readonly basis: CostBasis },
): Promise<Result<ShownCover>> {
  const plan = await withTrust(ctx, (tx) => readPlan(tx, ctx.trustId, input.basis));
  if (plan === null) return err('not-found', 'There is no such trust.');
  const { dataCut } = plan.trust;
  const answer = evaluateScenario(plan.inputs, publishedParameters);
  const bookUntil = addDays(mondayOf(dataCut), 7 * (weeksToBook - 1));
  const year = financialYearOf(dataCut);
  return ok({
    dataCut,
    engine: answer.engine,
    basis: input.basis,
    years: [year, nextFinancialYear(year)],
    bookUntil,
    learnersWithoutTeam: plan.learnersWithoutTeam.length,
    summary: backfillSummary(plan.inputs, answer, bookUntil, publishedParameters),
  });
}
