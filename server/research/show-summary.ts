import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { delegationCoverageOn, type DelegationCoverage } from '../../shared/research/coverage.ts';
import { researchHeadcount, type ResearchHeadcount } from '../../shared/research/headcount.ts';
import { entriesOn } from '../../shared/research/named.ts';
import { leadLosses, type LeadLoss } from '../../shared/research/study-lead.ts';
import type { Study } from '../../shared/research/study.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { lastDaysOf, nameOf, readLog, type Log } from './read-log.ts';

/** A study of the list, with the names of those who lead it on the day; none where the log is not held. */
export type ListedStudy = Study & { readonly leads: readonly string[] };

export type ResearchSummary = {
  readonly dataCut: PlainDate;
  readonly headcount: ResearchHeadcount;
  readonly coverage: DelegationCoverage;
  readonly studies: readonly ListedStudy[];
  readonly losses: readonly LeadLoss[];
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
  return {
    dataCut,
    headcount: researchHeadcount(studies, entries, groupOf, dataCut),
    coverage: delegationCoverageOn(studies, dataCut),
    studies: listed(log),
    losses: leadLosses(studies, entries, lastDaysOf(log), dataCut),
  };
}

function listed(log: Log): ListedStudy[] {
  const leads = new Map<string, string[]>();
  for (const { role, studyId, personId } of entriesOn(log.studies, log.entries, log.dataCut)) {
    if (role === 'pi') leads.set(studyId, [...(leads.get(studyId) ?? []), nameOf(log, personId)]);
  }
  return log.studies.map((study) => ({ ...study, leads: leads.get(study.id) ?? [] }));
}
