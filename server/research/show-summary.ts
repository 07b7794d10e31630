import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { delegationCoverageOn, type DelegationCoverage } from '../../shared/research/coverage.ts';
import { researchHeadcount, type ResearchHeadcount } from '../../shared/research/headcount.ts';
import { leadLosses, type LeadLoss } from '../../shared/research/study-lead.ts';
import type { Study } from '../../shared/research/study.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { lastDaysOf, readLog, type Log } from './read-log.ts';

/** A study about to lose its Principal Investigator. */
export type ListedLoss = LeadLoss & Pick<Study, 'reference' | 'title'>;

export type ResearchSummary = {
  readonly dataCut: PlainDate;
  /** People by the highest role they hold. By group they stand in `research.people`, small groups hidden. */
  readonly headcount: Pick<ResearchHeadcount, 'all' | 'notInPost'>;
  readonly coverage: DelegationCoverage;
  /** How many studies the register holds. */
  readonly studies: number;
  readonly losses: readonly ListedLoss[];
};

/** Research activity of a trust on the day its data describe. */
export async function showSummary(ctx: TrustContext): Promise<Result<ResearchSummary>> {
  return withTrust(ctx, async (tx) => {
    const log = await readLog(tx, ctx.trustId);
    return log === null ? err('not-found', 'There is no such trust.') : ok(summaryOf(log));
  });
}

function summaryOf(log: Log): ResearchSummary {
  const { dataCut, studies, entries, posts } = log;
  const groupOf = new Map([...posts].map(([personId, { staffGroup }]) => [personId, staffGroup]));
  const { all, notInPost } = researchHeadcount(studies, entries, groupOf, dataCut);
  return {
    dataCut,
    headcount: { all, notInPost },
    coverage: delegationCoverageOn(studies, dataCut),
    studies: studies.length,
    losses: listed(log),
  };
}

function listed(log: Log): ListedLoss[] {
  const known = new Map(log.studies.map((study) => [study.id, study]));
  return leadLosses(log.studies, log.entries, lastDaysOf(log), log.dataCut).flatMap((loss) => {
    const study = known.get(loss.studyId);
    return study === undefined ? [] : [{ ...loss, reference: study.reference, title: study.title }];
  });
}
